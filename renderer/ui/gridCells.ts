export interface GridColumn {
  readonly name: string;
  readonly title?: string;
  readonly type: string;
  readonly width?: number;
}

/** A rectangle of cells between the anchor and the cursor. */
export interface GridSelection {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
}

/** Where a key moves the cursor; `null` for keys that do not move it. */
export function moveSelection(key: string, jump: boolean, extend: boolean, now: GridSelection, rows: number, columns: number, page: number): GridSelection | null {
  let { row, column } = now;
  switch (key) {
    case 'ArrowDown':
      row = jump ? rows - 1 : row + 1;
      break;
    case 'ArrowUp':
      row = jump ? 0 : row - 1;
      break;
    case 'ArrowRight':
      column = jump ? columns - 1 : column + 1;
      break;
    case 'ArrowLeft':
      column = jump ? 0 : column - 1;
      break;
    case 'PageDown':
      row += page;
      break;
    case 'PageUp':
      row -= page;
      break;
    case 'Home':
      column = 0;
      if (jump) row = 0;
      break;
    case 'End':
      column = columns - 1;
      if (jump) row = rows - 1;
      break;
    default:
      return null;
  }
  row = Math.max(0, Math.min(rows - 1, row));
  column = Math.max(0, Math.min(columns - 1, column));
  return extend ? { ...now, row, column } : { row, column, anchorRow: row, anchorColumn: column };
}

/** Whether a cell lies in the selection. */
export function isSelected(selection: GridSelection | null, row: number, column: number): boolean {
  if (selection === null) return false;
  const { row: r, column: c, anchorRow, anchorColumn } = selection;
  return row >= Math.min(r, anchorRow) && row <= Math.max(r, anchorRow) && column >= Math.min(c, anchorColumn) && column <= Math.max(c, anchorColumn);
}

/** Between these widths a column can be drawn. */
export const MIN_WIDTH = 44;
export const MAX_WIDTH = 900;

/** A width for a column by its type and its name. */
export function columnWidth({ name, title, type, width }: GridColumn): number {
  if (width !== undefined) return width;
  const letters = [...(title ?? name)].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 13 : 7.4), 0);
  const least = type === 'instant' ? 168 : type === 'date' ? 104 : type === 'id' ? 172 : type === 'text' || type === 'enum' || type === 'json' ? 130 : 92;
  return Math.min(260, Math.max(least, Math.ceil(letters) + 54));
}
