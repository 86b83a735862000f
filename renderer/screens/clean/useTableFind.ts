import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { foldForFind, showsText } from '#contract/find';
import { isNumeric } from '../../format/numbers.ts';
import type { GridColumn } from '../../ui/gridCells.ts';
import type { GridHandle } from '../../ui/gridProps.ts';
import { type Finding, type FindRequest, useFind } from './useFind.ts';

export interface TableFinding extends Finding {
  readonly field: RefObject<HTMLInputElement | null>;
  /** The column one stood in when the field was opened, to which the search can be held. */
  readonly column: string | null;
  /** Whether it is held to that column. */
  readonly only: boolean;
  setOnly(only: boolean): void;
  open(): void;
  close(): void;
  onKeyDown(event: KeyboardEvent): void;
  /** Whether what a cell shows is to be marked; absent while nothing is looked for. */
  readonly marks: ((text: string, column: GridColumn) => boolean) | undefined;
}

/** Finding in a table: its field with its keys, the column it is held to, and the marks. */
export function useTableFind(key: string, request: FindRequest, columns: readonly GridColumn[], grid: RefObject<GridHandle | null>): TableFinding {
  const field = useRef<HTMLInputElement>(null);
  const [column, setColumn] = useState<string | null>(null);
  const [only, setOnly] = useState(false);
  // A column that is hidden or gone by now holds nothing back.
  const there = column !== null && columns.some(({ name }) => name === column) ? column : null;
  const held = only ? there : null;
  const find = useFind(
    `${key} ${held}`,
    { ...request, columns: held === null ? columns.map(({ name }) => name) : [held] },
    () => {
      const at = grid.current?.cursor();
      const name = at == null ? undefined : columns[at.column]?.name;
      return at == null || name === undefined ? null : { row: at.row, column: held ?? name };
    },
    (row, name) => {
      const place = columns.findIndex((one) => one.name === name);
      if (place !== -1) grid.current?.select(row, place);
    },
  );
  const open = () => {
    const at = grid.current?.cursor();
    const name = at == null ? undefined : columns[at.column]?.name;
    // While a search is held to a column, going through its matches must not change which one.
    if (!only && name !== undefined) setColumn(name);
    if (find.text === null) find.setText('');
    requestAnimationFrame(() => field.current?.select());
  };
  const close = () => {
    find.setText(null);
    setOnly(false);
    grid.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (command && event.key.toLowerCase() === 'f') open();
    else if (event.key === 'F3') find.text === null ? open() : find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && find.text !== null) close();
    else return;
    event.preventDefault();
  };
  const folded = find.text === null || find.text === '' ? null : foldForFind(find.text);
  const marks = folded === null ? undefined : (text: string, one: GridColumn) => (held === null || one.name === held) && showsText(text, folded, isNumeric(one.type));
  return { ...find, field, column: there, only: held !== null, setOnly, open, close, onKeyDown, marks };
}
