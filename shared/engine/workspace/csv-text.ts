/** The byte order mark makes Excel read a CSV as UTF-8. */
export const MARK = '\ufeff';

/** A text as a cell of a CSV. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
