import { type ColumnType, MONEY_SCALE } from '#contract/values';

/** A number as tables show it, but for the separators between thousands. */
export function shownNumber(value: number, type: ColumnType): string {
  switch (type) {
    case 'money':
      return rounded(value / MONEY_SCALE, 2, 4);
    case 'ratio':
      return `${rounded(value * 100, 0, 2)}%`;
    case 'int':
      return rounded(value, 0, 0);
    case 'bool':
      return value === 0 ? '0' : '1';
    default:
      return rounded(value, 0, 6);
  }
}

/** The same with its thousands set apart: -1,234.5. */
export function groupedNumber(plain: string): string {
  const [whole = '', ...rest] = plain.split('.');
  return [whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...rest].join('.');
}

function rounded(value: number, least: number, most: number): string {
  if (Number.isInteger(value)) return least === 0 ? String(value) : `${value}.${'0'.repeat(least)}`;
  const text = value.toFixed(most);
  let end = text.length;
  if (most > least) {
    const point = end - most - 1;
    while (end > point + 1 + least && text.charCodeAt(end - 1) === 48) end--;
    if (end === point + 1) end--;
  }
  const cut = text.slice(0, end);
  // What rounds to nothing has no sign.
  return cut.startsWith('-') && !/[1-9]/.test(cut) ? cut.slice(1) : cut;
}
