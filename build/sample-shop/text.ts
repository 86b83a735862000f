const two = (value: number) => String(value).padStart(2, '0');

/** Seconds of the shop's clock → parts. */
function parts(seconds: number) {
  const date = new Date(seconds * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() };
}

export function dayOf(seconds: number): string {
  const { year, month, day } = parts(seconds);
  return `${year}-${two(month)}-${two(day)}`;
}

export function timeOf(seconds: number): string {
  const { hour, minute, second } = parts(seconds);
  return `${dayOf(seconds)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `2025/6/1 0:03`, as Excel on Chinese Windows leaves it. */
export function slashTime(seconds: number): string {
  const { year, month, day, hour, minute } = parts(seconds);
  return `${year}/${month}/${day} ${hour}:${two(minute)}`;
}

/** Fen → yuan with two decimals. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** Fen → yuan with thousands commas. */
export const yuanGrouped = (fen: number): string =>
  yuan(fen)
    .replace(/\B(?=(\d{3})+(?!\d)\.)/g, ',')
    .replace(/(\d)(?=(\d{3})+\.)/g, '$1,');

/** A CSV cell, quoted where it must be. */
export const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csv = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
