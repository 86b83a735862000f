import { maskCell, maskPersonal } from '#contract/personal';
import type { RecipeStep } from '#contract/documents';
import { type Cell, type ColumnType, MONEY_SCALE } from '#contract/values';
import { stepById } from '../clean/index.ts';
import type { DatasetState } from '../history/state.ts';
import { canBePersonal, holdsPeople, isCalledAfterPeople } from '../import/index.ts';
import { isPersonalHeader } from '../model/index.ts';
import { type Column, columnOf, type Table } from '../table/table.ts';
import type { Workspace } from './workspace.ts';

/** How the cells of a column are shown: masked where it is about people, as they are where the user said so. */
export type Masking = 'masked' | 'shown';

/** Columns about people and those whose cells are shown all the same; of the others only phones and addresses of mail are masked. */
export type PersonalColumns = ReadonlyMap<string, Masking>;

/** What the user said of columns of a table before its first step: whether they are masked. */
export type ChosenMasking = Readonly<Record<string, boolean>>;

/**
 * The columns of a dataset that hold personal data after so many steps: by their header, by the header they had in the file before a step
 * renamed them, by their cells, by what the user said, and columns that steps made out of such.
 *
 * @param tables the table before the first step and after each
 * @param at how many steps
 */
export function personalColumns(tables: readonly Table[], steps: readonly RecipeStep[], at: number, chosen: ChosenMasking): PersonalColumns {
  let masking = new Map<string, Masking>();
  for (const name of peopleIn(tables[0])) masking.set(name, 'masked');
  for (const [name, isMasked] of Object.entries(chosen)) if (tables[0]?.columns.some((column) => column.name === name)) masking.set(name, isMasked ? 'masked' : 'shown');
  for (const [i, step] of steps.slice(0, at).entries()) {
    if (step.on === false) continue;
    masking = after(step, masking, tables[i + 1]);
    for (const name of peopleIn(tables[i + 1])) if (!masking.has(name)) masking.set(name, 'masked');
  }
  return masking;
}

/** Where one looks at a dataset: its tables before the first step and after each, and after how many of them; the finished one where nothing else is said. */
interface Place {
  readonly tables: readonly Table[];
  /** Other steps than the dataset has. */
  readonly recipe?: readonly RecipeStep[];
  readonly at?: number;
}

/** {@link personalColumns} of a dataset of a workspace, as the user wants them there. */
export function personalAt({ state }: Pick<Workspace, 'state'>, id: string, { tables, recipe = state.datasets[id]?.recipe ?? [], at = tables.length - 1 }: Place): PersonalColumns {
  return personalColumns(tables, recipe, at, chosenMasking(state.datasets, id));
}

/**
 * What is masked and shown once a step was taken: under the new names, and what the step makes of such columns. Numbers that it only counts
 * or measures of them are nobody's, where the table after it is known.
 */
function after({ step, params }: RecipeStep, masking: PersonalColumns, table?: Table): Map<string, Masking> {
  if (step === 'rename-columns') return new Map([...masking].map(([name, how]) => [renamed(params, name), how]));
  const next = new Map(masking);
  const use = stepById(step)?.columns(params) ?? 'unknown';
  if (use === 'unknown') return next;
  const read = use.reads.map((name) => masking.get(name));
  const isSomebodys = (name: string) => {
    const column = table === undefined ? undefined : columnOf(table, name);
    return column === undefined || canBePersonal(column);
  };
  if (read.includes('masked')) for (const name of use.adds.filter(isSomebodys)) next.set(name, 'masked');
  else if (read.length > 0 && read.every((how) => how === 'shown')) for (const name of use.adds) next.set(name, 'shown');
  return next;
}

/** What the user said of the columns of a dataset; one that follows from others goes by what was said of these. */
export function chosenMasking(datasets: Readonly<Record<string, DatasetState>>, id: string): ChosenMasking {
  const origin = Object.hasOwn(datasets, id) ? datasets[id]?.origin : undefined;
  if (origin === undefined) return {};
  if (origin.kind === 'import') return origin.personal ?? {};
  const carried = (from: string): ChosenMasking => Object.fromEntries([...chosenAfter(datasets, from)].map(([name, how]) => [name, how === 'masked']));
  return origin.kind === 'branch' ? carried(origin.of) : { ...carried(origin.right), ...carried(origin.left) };
}

/** What the user said of the columns of a dataset, as they are called behind its last step. */
function chosenAfter(datasets: Readonly<Record<string, DatasetState>>, id: string): PersonalColumns {
  let masking = new Map<string, Masking>(Object.entries(chosenMasking(datasets, id)).map(([name, isMasked]) => [name, isMasked ? 'masked' : 'shown']));
  for (const step of datasets[id]?.recipe ?? []) if (step.on !== false) masking = after(step, masking);
  return masking;
}

/** {@link personalAt} of a finished table without those before its steps: by its own headers and cells, and by what the user said. */
export function personalOf({ state }: Pick<Workspace, 'state'>, id: string, table: Table): PersonalColumns {
  return new Map([...peopleIn(table).map((name) => [name, 'masked'] as const), ...chosenAfter(state.datasets, id)]);
}

/** How a column is shown that is about people or not, where the user may have said otherwise. */
export function maskingOf(isOfPeople: boolean, chosen: boolean | undefined): Masking | undefined {
  if (chosen !== undefined) return chosen ? 'masked' : 'shown';
  return isOfPeople ? 'masked' : undefined;
}

const peopleIn = (table: Table | undefined): string[] =>
  (table?.columns ?? []).filter((column) => isOfPeople(column) || (column.raw !== undefined && isPersonalHeader(column.raw.name) && canBePersonal(column))).map(({ name }) => name);

/** Whether a column holds personal data, by its header or by its cells. */
export const isOfPeople = (column: Column): boolean => ((isPersonalHeader(column.name) || isCalledAfterPeople(column)) && canBePersonal(column)) || holdsPeople(column);

function renamed(params: Readonly<Record<string, unknown>>, name: string): string {
  const pairs = Array.isArray(params.names) ? (params.names as unknown[][]) : [];
  const pair = pairs.find(([old]) => old === name);
  return pair === undefined ? name : String(pair[1] ?? name);
}

/** A cell as it may be shown. Ids and numbers are masked only in columns of people: an order number is no phone. */
export function maskedCell(cell: Cell, type: ColumnType, masking: Masking | undefined): Cell {
  if (typeof cell === 'number') return masking === 'masked' && type !== 'bool' ? maskCell(String(type === 'money' ? cell / MONEY_SCALE : cell)) : cell;
  if (typeof cell !== 'string' || type === 'date' || type === 'instant' || masking === 'shown') return cell;
  if (masking === 'masked') return maskCell(cell);
  return type === 'id' || type === 'enum' ? cell : maskPersonal(cell);
}
