import { columnNames, TableBuilder } from '../builder.ts';
import type { ParsedTable, SetAside } from '../parsed.ts';
import { cellOf, type Json } from './scanner.ts';

type Fields = ReadonlyMap<string, Json>;

export const isFields = (value: Json): value is Fields => value instanceof Map;
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
/** Fields of a record by which the rows of its lists can be joined to it again. */
const IDENTITY = /^id$|[_.]id$|[a-z](Id|ID|Sn|SN|No)$|_(sn|no)$|^name$|编号$|单号$/;

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
    const lead = [...record].flatMap(([name, value]) => (IDENTITY.test(name) && !isFields(value) && !isList(value) ? [[`parent.${name}`, cellOf(value)] as const] : []));
    for (const item of list) table.add(table.rows + 1, item, [['parent_row', String(this.rows)], ...lead]);
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
    const table = this.#builder.build(columnNames([...this.#columns.keys()].map(asNamed), this.#columns.size));
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
