/** A table of a Markdown text: its lines by number, from 0. */
export interface MarkdownTable {
  readonly header: number;
  /** The first line behind its last row. */
  readonly end: number;
}

const RULE = /^:?-+:?$/;
const FEWEST_COLUMNS = 2;

/** The cells of a line: bars at its ends enclose them, and one behind a backslash is a bar. */
export function cellsOf(line: string): readonly string[] {
  const trimmed = line.trim();
  if (trimmed === '') return [];
  const cells = trimmed
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Whether a line rules off the header above it: `|---|:-:|`. */
const isRule = (line: string): boolean => line.includes('|') && cellsOf(line).every((cell) => RULE.test(cell));

/** The tables of a text: a header, a rule of as many columns below it, and rows up to a line without a bar. */
export function markdownTables(lines: readonly string[]): readonly MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  for (let rule = 1; rule < lines.length; rule++) {
    const above = lines[rule - 1] as string;
    const columns = cellsOf(lines[rule] as string).length;
    // Below rows of a table a line of dashes holds missing values.
    const isFirst = rule < 2 || !(lines[rule - 2] as string).includes('|');
    if (!isFirst || columns < FEWEST_COLUMNS || !isRule(lines[rule] as string) || !above.includes('|') || isRule(above) || cellsOf(above).length !== columns) continue;
    let end = rule + 1;
    while (end < lines.length && (lines[end] as string).includes('|')) end++;
    tables.push({ header: rule - 1, end });
    rule = end;
  }
  return tables;
}
