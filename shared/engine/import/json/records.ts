import type { Cell } from '#contract/values';
import { cellAt, type Column, type Table } from '../../table/table.ts';
import { columnNames, TableBuilder } from '../builder.ts';
import type { ParsedTable, SetAside } from '../parsed.ts';
import { cellOf, type Json } from './scanner.ts';

type Fields = ReadonlyMap<string, Json>;

export const isFields = (value: Json): value is Fields => value instanceof Map;
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
/** Fields of a record by which the rows of its lists can be joined to it again. */
const IDENTITY = /^id$|[_.]id$|[a-z](Id|ID|Sn|SN|No)$|_(sn|no)$|^name$|编号$|单号$/;

/** The row of its file that a row of a list inside it belongs to. */
const PARENT_ROW = 'parent_row';
const PARENT = 'parent.';

/** Stands for a point in the name of a field until the columns get their names. */
const DOT = '\u0001';
const asNamed = (path: string): string => path.replaceAll(DOT, '.');

/** Rows of one kind: nested fields become columns named by their path, lists of records become tables of their own. */
export class RecordTable {
  readonly path: string;
  readonly #all: Map<string, RecordTable>;
  readonly #columns = new Map<string, number>();
  readonly #builder = new TableBuilder(0);
  readonly setAside: SetAside[] = [];

  /** @param all every table of the file by its path; lists inside records add theirs */
  constructor(path: string, all: Map<string, RecordTable>) {
    this.path = path;
    this.#all = all;
    all.set(path, this);
  }

  get rows(): number {
    return this.#builder.count;
  }

  /** @param row number of the record, from 1 */
  add(row: number, record: Json, lead: readonly (readonly [string, string])[] = []): void {
    this.#builder.startRow(row);
    for (const [name, text] of lead) this.#set(name, text);
    if (!isFields(record)) this.#set('value', cellOf(record));
    else this.#flatten('', record, record);
  }

  #flatten(prefix: string, fields: Fields, record: Fields): void {
    for (const [name, value] of fields) {
      // A field may be called like the path to another: "a.b" beside a field b in a.
      const own = name.replaceAll('.', DOT);
      const path = prefix === '' ? own : `${prefix}.${own}`;
      if (isFields(value) && value.size > 0) this.#flatten(path, value, record);
      else if (isList(value) && value.length > 0 && value.every(isFields)) this.#child(path, value, record);
      else this.#set(path, isFields(value) || (isList(value) && value.length === 0) ? '' : cellOf(value));
    }
  }

  #child(path: string, list: readonly Json[], record: Fields): void {
    const whole = asNamed(this.path === '' ? path : `${this.path}.${path}`);
    const table = this.#all.get(whole) ?? new RecordTable(whole, this.#all);
    const lead = [...record].flatMap(([name, value]) => (IDENTITY.test(name) && !isFields(value) && !isList(value) ? [[`${PARENT}${name}`, cellOf(value)] as const] : []));
    for (const item of list) table.add(table.rows + 1, item, [[PARENT_ROW, String(this.rows)], ...lead]);
  }

  #set(name: string, text: string): void {
    let column = this.#columns.get(name);
    if (column === undefined) {
      column = this.#columns.size;
      this.#columns.set(name, column);
      this.#builder.widen(column + 1);
    }
    this.#builder.setText(column, text);
  }

  finish(preamble: ParsedTable['preamble']): ParsedTable {
    const table = withoutRowNumbers(this.#builder.build(columnNames([...this.#columns.keys()].map(asNamed), this.#columns.size)));
    return {
      name: this.path,
      dialect: null,
      preamble,
      headerRows: 0,
      footer: [],
      blankRows: 0,
      totalRows: table.rows + this.setAside.length + preamble.length,
      table,
      setAside: this.setAside,
      findings: [],
      reasons: { encoding: null, delimiter: null, header: { row: 0, names: table.columns.length, known: 0 }, footer: null },
    };
  }
}

/**
 * Numbers of rows hold in their own file only: beside the rows of another file they name other rows, and a file that is a page further
 * would change all of them. Where an identity tells every parent from the others they say nothing more, and are left out.
 */
function withoutRowNumbers(table: Table): Table {
  const numbers = table.columns.find(({ name }) => name === PARENT_ROW);
  const isSure = ({ name }: Column) => name.startsWith(PARENT) && name !== `${PARENT}name`;
  if (numbers === undefined || !table.columns.some((column) => isSure(column) && tellsApart(column, numbers, table.rows))) return table;
  return { ...table, columns: table.columns.filter((column) => column !== numbers) };
}

/** Whether a column is filled and has as many different cells as the rows have parents, each with its own. */
function tellsApart(identity: Column, numbers: Column, rows: number): boolean {
  const parentOf = new Map<Cell, Cell>();
  for (let row = 0; row < rows; row++) {
    const [cell, parent] = [cellAt(identity, row), cellAt(numbers, row)];
    if (cell === null || cell === '' || (parentOf.get(cell) ?? parent) !== parent) return false;
    parentOf.set(cell, parent);
  }
  return true;
}
