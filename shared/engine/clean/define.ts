import type { Aggregate, ParamSpec, StepInfo } from '#contract/definitions';
import type { KeptRow } from '#contract/documents';
import type { Cell, ColumnType, Text } from '#contract/values';
import type { Table } from '../table/table.ts';
import type { TypeOptions } from '../table/cell-readers.ts';

export type Params = Readonly<Record<string, unknown>>;

/** What a step may use besides its table and parameters. */
export interface StepContext {
  readonly typing: TypeOptions;
  /** A code for a person, the same one every time; nobody can go back from it. */
  pseudonym(text: string): string;
  /** The row that stands in the place of one that a step names, by the name of that; absent where each stands for itself. */
  readonly successors?: ReadonlyMap<number, KeptRow>;
  /** Another dataset, for joins. */
  table(dataset: string): Table | undefined;
}

export interface RefusedAt {
  readonly column: string;
  /** Row of the step's own table, from 0. */
  readonly row: number;
  readonly text: string;
}

export interface StepOutcome {
  readonly table: Table;
  readonly changedCells: number;
  readonly refused?: readonly RefusedAt[];
  readonly warning?: Text;
}

/** The columns a step touches; `unknown` means it could touch anything. */
export type ColumnUse = { readonly reads: readonly string[]; readonly adds: readonly string[]; readonly removes: readonly string[] } | 'unknown';

export interface StepExample {
  readonly columns: readonly (readonly [string, ColumnType])[];
  readonly rows: readonly (readonly Cell[])[];
  readonly params: Params;
  readonly becomes: { readonly columns: readonly (readonly [string, ColumnType])[]; readonly rows: readonly (readonly Cell[])[] };
  readonly changedCells: number;
}

/** One cleaning step. A new one is one file in steps/ and one line in the registry: form, check, help and tests come from this. */
export interface StepDefinition extends StepInfo {
  columns(params: Params): ColumnUse;
  /** The step in a sentence, and its particulars. */
  describe(params: Params): { readonly title: Text; readonly detail: Text };
  /** For a step that takes away all but some of the rows that are alike: the columns in which they are. */
  sameBy?(params: Params): readonly string[];
  /** For a step about single rows of files: these rows. */
  namesRows?(params: Params): readonly KeptRow[];
  /** Makes a new table; the one given stays as it is. */
  run(table: Table, params: Params, context: StepContext): StepOutcome;
  readonly examples: readonly StepExample[];
}

export function defineStep(definition: StepDefinition): StepDefinition {
  return Object.freeze(definition);
}

export const asText = (params: Params, name: string): string => String(params[name] ?? '');
export const asTexts = (params: Params, name: string): string[] => (Array.isArray(params[name]) ? (params[name] as unknown[]).map(String) : []);
export const asPairs = (params: Params, name: string): [string, string][] =>
  Array.isArray(params[name]) ? (params[name] as unknown[][]).map((pair) => [String(pair[0] ?? ''), String(pair[1] ?? '')]) : [];
export const asNumber = (params: Params, name: string, missing: number): number => (typeof params[name] === 'number' ? (params[name] as number) : missing);
export const asAggregates = (params: Params, name: string): [Aggregate, string, string][] =>
  Array.isArray(params[name]) ? (params[name] as unknown[][]).map((one) => [String(one[0]) as Aggregate, String(one[1] ?? ''), String(one[2] ?? '')]) : [];
export const asFlag = (params: Params, name: string): boolean => params[name] === true;

/** Column names in a sentence. */
export const listed = (names: readonly string[]): Text => {
  const shown = names.slice(0, 4);
  const more = names.length - shown.length;
  return { en: shown.join(', ') + (more > 0 ? ` and ${more} more` : ''), zh: shown.join('、') + (more > 0 ? ` 等 ${names.length} 列` : '') };
};

export const both = (en: string, zh: string): Text => ({ en, zh });
/** `1 column`, `2 columns`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const flagParam = (name: string, en: string, zh: string, on = false): ParamSpec => ({ name, kind: 'boolean', label: both(en, zh), optional: true, default: on });
export const textParam = (name: string, en: string, zh: string, more: Partial<ParamSpec> = {}): ParamSpec => ({ name, kind: 'text', label: both(en, zh), ...more });
export const numberParam = (name: string, en: string, zh: string, more: Partial<ParamSpec> = {}): ParamSpec => ({ name, kind: 'number', label: both(en, zh), ...more });
/** The first option is the default. */
export const choiceParam = (name: string, en: string, zh: string, options: readonly (readonly [string, string, string])[]): ParamSpec => ({
  name,
  kind: 'choice',
  label: both(en, zh),
  optional: true,
  default: options[0]?.[0],
  options: options.map(([value, one, other]) => ({ value, label: both(one, other) })),
});
export const columnParam = (name: string, en: string, zh: string, more: Partial<ParamSpec> = {}): ParamSpec => ({ name, kind: 'column', label: { en, zh }, ...more });
export const columnsParam = (name: string, en: string, zh: string, more: Partial<ParamSpec> = {}): ParamSpec => ({ name, kind: 'columns', label: { en, zh }, ...more });
