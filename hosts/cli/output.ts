/** One JSON document. Typed arrays become lists, NaN becomes null. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (ArrayBuffer.isView(item)) return Array.from(item as unknown as ArrayLike<number>, (number) => (Number.isNaN(number) ? null : number));
    return item;
  });
}

/** Money as its exact decimal text: 123400 → "12.3400". */
export function money(value: number | null): string | null {
  if (value === null) return null;
  const digits = String(Math.abs(Math.round(value))).padStart(5, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** Two columns for every Han letter. */
const widthOf = (text: string) => [...text].reduce((width, letter) => width + ((letter.codePointAt(0) as number) > 0x2e7f ? 2 : 1), 0);

/** A table for people: numbers right, thousands separated, missing as a dash. */
export function formatTable({ columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }): string {
  const shown = rows.map((row) => row.map(cellText));
  const widths = columns.map((column, i) => Math.max(widthOf(column), ...shown.map((row) => widthOf(row[i] ?? ''))));
  const numeric = columns.map((_, i) => rows.length > 0 && rows.every((row) => row[i] === null || row[i] === undefined || typeof row[i] === 'number'));
  const pad = (text: string, i: number) => {
    const space = ' '.repeat(Math.max(0, (widths[i] as number) - widthOf(text)));
    return numeric[i] ? space + text : text + space;
  };
  const line = (cells: readonly string[]) => cells.map(pad).join('  ').trimEnd();
  return [line(columns), line(widths.map((width) => '─'.repeat(width))), ...shown.map(line)].join('\n');
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '—';
  // By hand: the tables of languages that `toLocaleString` asks take longer to load than a small file to import.
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell).replace(/\B(?=(\d{3})+$)/g, ',') : String(cell);
  return String(cell);
}
