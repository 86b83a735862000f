/** Tags of cells, rows and tables; one that runs into the next tag is none. */
const TAG = /<(\/?)(td|th|tr|table)\b[^<>]*>/gi;

/** A web page with the ends of cells that HTML allows to leave out: SheetJS runs cells together without them. */
export function withClosedCells(html: string): string {
  /** The cell that is open in each table: tables may stand in cells. */
  const open: ('td' | 'th' | null)[] = [];
  return html.replace(TAG, (tag: string, slash: string, name: string) => {
    const kind = name.toLowerCase();
    const isEnd = slash !== '';
    if (kind === 'table' && !isEnd) open.push(null);
    else if (open.length > 0) {
      const cell = open.at(-1);
      const isCell = kind === 'td' || kind === 'th';
      open[open.length - 1] = isCell && !isEnd ? kind : null;
      if (kind === 'table') open.pop();
      // A cell ends where the next one begins, and with its row or table.
      if (cell != null && !(isCell && isEnd)) return `</${cell}>${tag}`;
    }
    return tag;
  });
}
