import { type CellBlock, columnsOf, rowsOf } from '../../ui/gridBlocks.ts';
import type { CellEdit } from './cellEdits.ts';

/** The cells of a pasted text, as spreadsheets write them: tabs between, and quotes around what has tabs, quotes or lines of its own. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  let at = 0;
  for (;;) {
    let cell: string;
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(source);
    if (match !== null) {
      cell = (match[1] ?? '').replace(/""/g, '"');
      at = quoted.lastIndex;
    } else {
      const plain = /[^\t\n]*/y;
      plain.lastIndex = at;
      cell = plain.exec(source)?.[0] ?? '';
      at = plain.lastIndex;
    }
    rows.at(-1)?.push(cell);
    if (at >= source.length) return rows;
    if (source[at] === '\n') rows.push([]);
    at++;
  }
}

/** Where pasted cells go. */
export interface PasteTarget {
  readonly block: CellBlock;
  /** Pasted cells that lie beyond the table. */
  readonly beyond: number;
  /** What a cell of the block gets, counted from its corner. */
  value(row: number, column: number): string;
}

/** A block fills a selection it goes into evenly; else it is set from its corner, as large as it is. */
export function pasteTarget(selected: CellBlock, cells: readonly (readonly string[])[], total: number, columns: number): PasteTarget {
  const height = cells.length;
  const width = Math.max(1, ...cells.map((row) => row.length));
  // One line a cell, as cells are copied: else what is pasted back unchanged would count as another value.
  const value = (row: number, column: number) => (cells[row % height]?.[column % width] ?? '').replace(/[\t\n]+/g, ' ');
  if (rowsOf(selected) % height === 0 && columnsOf(selected) % width === 0) return { block: selected, beyond: 0, value };
  const block = { top: selected.top, left: selected.left, bottom: Math.min(total, selected.top + height) - 1, right: Math.min(columns, selected.left + width) - 1 };
  return { block, beyond: height * width - rowsOf(block) * columnsOf(block), value };
}

/** A cell that may be set: what it holds, and what it is to hold. */
export interface Candidate {
  /** As the table numbers the row. */
  readonly label: string;
  readonly column: string;
  /** Where the row came from; `null` for computed rows. */
  readonly origin: { readonly source: number; readonly row: number } | null;
  readonly old: string;
  readonly value: string;
}

/** What of a paste can be done. */
export interface PastePlan {
  readonly edits: readonly (CellEdit & { readonly label: string })[];
  readonly computed: number;
  readonly masked: number;
  readonly same: number;
}

/** Sorts out what cannot be set, or is so already. `masks`: people are hidden, and a mask must not become what it hides. */
export function planOf(candidates: readonly Candidate[], masks: boolean): PastePlan {
  const edits: (CellEdit & { label: string })[] = [];
  let computed = 0;
  let masked = 0;
  let same = 0;
  for (const { label, column, origin, old, value } of candidates) {
    if (old === value) same++;
    else if (origin === null) computed++;
    else if (masks && value.includes('***')) masked++;
    else edits.push({ ...origin, column, value, label });
  }
  return { edits, computed, masked, same };
}

/** The values of a plan by their columns, for the engine to look at. */
export function byColumn(edits: PastePlan['edits']): { name: string; values: string[]; edits: PastePlan['edits'][number][] }[] {
  const groups = new Map<string, PastePlan['edits'][number][]>();
  for (const edit of edits) {
    const group = groups.get(edit.column);
    if (group === undefined) groups.set(edit.column, [edit]);
    else group.push(edit);
  }
  return [...groups].map(([name, group]) => ({ name, values: group.map(({ value }) => value), edits: group }));
}
