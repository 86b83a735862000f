import type { EntityMapping, FieldSource } from '#contract/documents';
import type { FxRate, ShopSettings } from '#contract/model';
import type { Text } from '#contract/values';
import { ENTITIES } from '../entities/registry.ts';
import { type Column, columnOf, type NumberColumn, numberColumn, type Table, textColumn } from '../../table/table.ts';
import type { Dictionary } from '../../table/dictionary.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';
import { businessDays } from './business-days.ts';
import type { Clock } from './shops.ts';

export interface DatasetInput {
  readonly id: string;
  readonly table: Table;
  /** Platform of its template, when known. */
  readonly platform: string | null;
  readonly shop: string | null;
  /** The zone its days are told in, when the shop has none set. */
  readonly timeZone: string;
  /** Nobody knows in which zone its times without an offset were written: they keep the day they name. */
  readonly zoneUnknown?: boolean;
  /** ISO 4217, as the user answered for this sheet. */
  readonly currency?: string | null;
}

/** What is known of a dataset besides its rows. */
export type DatasetInfo = Omit<DatasetInput, 'table'>;

export interface BuildSettings {
  readonly currency: string;
  /** `platform:shop` → what the user set for it. */
  readonly shops?: Readonly<Record<string, ShopSettings>>;
  readonly rates?: readonly FxRate[];
  /** What the user answered, by question. */
  readonly answers?: Readonly<Record<string, string | null>>;
  /** Keyed hash: how people become codes. */
  readonly hmac: (text: string) => string;
  readonly evaluate: (expression: string, table: Table, name: string) => Sliced<Column>;
}

export interface HeldBack {
  readonly dataset: string;
  readonly entity: string;
  readonly rows: number;
  readonly reason: Text;
}

/** Rows of a sheet that are gone through at a time. */
export const SLICE = 100_000;

/** Under which name it is told how many rows of a dataset became something of an entity. */
export const takenKey = (dataset: string, entity: string): string => `${dataset}:${entity}`;

/** What building collects besides rows. */
export class BuildReport {
  readonly heldBack: HeldBack[] = [];
  readonly notes: Text[] = [];
  readonly unknownStatuses = new Map<string, number>();

  /** By `dataset:entity` how many rows became something. */
  readonly taken: Record<string, number> = {};

  /** Says that rows of a dataset became something of an entity, or said more of it. */
  take(dataset: string, entity: string, rows: number): void {
    const key = takenKey(dataset, entity);
    this.taken[key] = (this.taken[key] ?? 0) + rows;
  }

  holdBack(dataset: string, entity: string, rows: number, en: string, zh: string): void {
    if (rows > 0) this.heldBack.push({ dataset, entity, rows, reason: { en, zh } });
  }

  note(en: string, zh: string): void {
    if (!this.notes.some((note) => note.en === en)) this.notes.push({ en, zh });
  }
}

const isCode = (entity: string, field: string): boolean => ENTITIES.find(({ id }) => id === entity)?.fields.find(({ id }) => id === field)?.type === 'id';

/** All digits of a number, however many. */
const numberText = (value: number): string => (Number.isInteger(value) ? BigInt(value).toString() : String(value));

/** One mapping with its dataset: gives the columns that fields come from. */
export class MappedTable {
  readonly mapping: EntityMapping;
  readonly dataset: DatasetInfo;
  /** Whether a row of the dataset holds nothing at all, in no column. */
  readonly isBlank: (row: number) => boolean;
  readonly #settings: BuildSettings;
  #table: Table | null;
  /** Columns that expressions gave: several stages ask for the same amounts. */
  readonly #computed = new Map<string, Column>();
  /** Numbers as the codes they are. */
  readonly #coded = new Map<string, Column>();

  /** @param table what the mapping reads of the dataset, all rows */
  constructor(mapping: EntityMapping, dataset: DatasetInfo, table: Table, settings: BuildSettings, isBlank: (row: number) => boolean) {
    this.mapping = mapping;
    this.dataset = dataset;
    this.isBlank = isBlank;
    this.#table = table;
    this.#settings = settings;
  }

  /** @throws when it was let go of */
  get table(): Table {
    if (this.#table === null) throw new Error(`the rows of ${this.dataset.id} are taken`);
    return this.#table;
  }

  /** All is taken from it: its columns need not stay in memory. */
  letGo(): void {
    this.#table = null;
    this.#computed.clear();
    this.#coded.clear();
  }

  get answers(): Readonly<Record<string, string | null>> {
    return this.#settings.answers ?? {};
  }

  has(field: string): boolean {
    return Object.hasOwn(this.mapping.fields, field);
  }

  /** The column of a field; `undefined` when the field is not mapped or its column is gone. */
  column(field: string): Column | undefined {
    if (!this.has(field)) return undefined;
    const column = this.#resolve(this.mapping.fields[field] as FieldSource, field);
    return column?.kind === 'number' && isCode(this.mapping.entity, field) ? this.#codes(column, field) : column;
  }

  /** Codes that read like numbers, as texts. */
  #codes(column: NumberColumn, field: string): Column {
    const codes =
      this.#coded.get(field) ??
      textColumn(
        column.name,
        'id',
        Array.from(column.values, (value) => (Number.isNaN(value) ? null : numberText(value))),
      );
    this.#coded.set(field, codes);
    return codes;
  }

  /** Works out what an expression gives for a field, in slices: {@link column} has it then. */
  *prepare(field: string): Sliced<void> {
    const source = this.has(field) ? (this.mapping.fields[field] as FieldSource) : undefined;
    if (typeof source !== 'object' || !('expr' in source) || this.#computed.has(field)) return;
    this.#computed.set(field, yield* this.#settings.evaluate(source.expr, this.table, field));
  }

  /** A constant of a field, where it is one. */
  constant(field: string): string | null {
    const source = this.has(field) ? this.mapping.fields[field] : undefined;
    return typeof source === 'object' && 'const' in source ? String(source.const) : null;
  }

  /** Money in 1/10,000 whatever the column's own type is. */
  money(field: string): Float64Array | undefined {
    const column = this.column(field);
    if (column === undefined || column.kind !== 'number') return undefined;
    return column.type === 'money' ? column.values : column.values.map((value) => Math.round(value * 10_000));
  }

  #resolve(source: FieldSource, field: string): Column | undefined {
    if (typeof source === 'string') return columnOf(this.table, source);
    if ('expr' in source) {
      const column = this.#computed.get(field) ?? atOnce(this.#settings.evaluate(source.expr, this.table, field));
      this.#computed.set(field, column);
      return column;
    }
    return typeof source.const === 'number'
      ? numberColumn(field, 'number', new Array(this.table.rows).fill(source.const) as number[])
      : { ...textColumn(field, 'text', [String(source.const)]), codes: new Uint32Array(this.table.rows).fill(1) };
  }
}

/**
 * The days of a time column as codes of `days`, 0 where there is none; each different time is worked out once. A date column is its own
 * day, and so is a time of an unknown zone that carries no offset (its shop's cut-off counts all the same).
 *
 * @param clockOf the clock of a row's shop; rows of one shop share one object
 */
export function dayCodes(column: Column, dataset: Pick<DatasetInput, 'zoneUnknown'>, clockOf: (row: number) => Clock, days: Dictionary): (row: number) => number {
  if (column.kind !== 'text') return () => 0;
  const { codes, dictionary } = column;
  if (column.type === 'date') {
    const own = days.codesFrom(dictionary);
    return (row) => own(codes[row] as number);
  }
  const civil = dataset.zoneUnknown === true && !carriesOffset(column);
  const known = new Map<Clock, { readonly ofCode: Uint32Array; readonly dayOf: (code: number) => number }>();
  let last: Clock | null = null;
  let ofCode: Uint32Array = new Uint32Array(0);
  let dayOf: (code: number) => number = () => 0;
  return (row) => {
    const code = codes[row] as number;
    if (code === 0) return 0;
    const clock = clockOf(row);
    if (clock !== last) {
      const own = known.get(clock) ?? { ofCode: new Uint32Array(dictionary.size), dayOf: businessDays(dictionary, civil ? null : clock.timeZone, clock.cutoffMinutes, days) };
      known.set(clock, own);
      ({ ofCode, dayOf } = own);
      last = clock;
    }
    if (ofCode[code] === 0) ofCode[code] = dayOf(code);
    return ofCode[code] as number;
  };
}

/** Whether the cells, as they stood in the file, name their own offset from UTC. */
export function carriesOffset(column: Column): boolean {
  return column.raw?.examples.some((text) => /\d(\s*[+-]\d{2}:?\d{2}|Z|\s*(UTC|GMT))\s*$/i.test(text)) ?? false;
}

/** The text of a cell, also of one that was read as a number; `null` where the cell or its column is missing. */
export function textAt(column: Column | undefined, row: number): string | null {
  if (column === undefined) return null;
  if (column.kind === 'text') return column.dictionary.text(column.codes[row] as number);
  const value = column.values[row] as number;
  if (Number.isNaN(value)) return null;
  // A column of 是 and 否 was read as such: the states and kinds know the words.
  return column.type === 'bool' ? (value === 0 ? 'no' : 'yes') : String(value);
}

/** Instants as UTC text; a bare day counts from its own midnight. */
export function instantOf(column: Column, row: number): string | null {
  if (column.kind !== 'text') return null;
  const text = column.dictionary.text(column.codes[row] as number);
  return text === null ? null : column.type === 'date' ? `${text} 00:00:00` : text;
}

/** {@link instantOf} for codes: the code in `instants` of the cell of a row, 0 where there is none. */
export function instantCodes(column: Column, instants: Dictionary): (row: number) => number {
  if (column.kind !== 'text') return () => 0;
  if (column.type === 'date') {
    const known = new Uint32Array(column.dictionary.size);
    return (row) => {
      const code = column.codes[row] as number;
      if (code !== 0 && known[code] === 0) known[code] = instants.add(instantOf(column, row) as string);
      return known[code] as number;
    };
  }
  const own = instants.codesFrom(column.dictionary);
  return (row) => own(column.codes[row] as number);
}
