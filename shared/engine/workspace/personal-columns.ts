import { maskCell, maskPersonal } from '#contract/personal';
import type { RecipeStep } from '#contract/documents';
import type { Cell, ColumnType } from '#contract/values';
import { stepById } from '../clean/index.ts';
import { holdsPeople } from '../import/index.ts';
import { isPersonalHeader } from '../model/index.ts';
import type { Column, Table } from '../table/table.ts';

/**
 * Names of the columns of a dataset that hold personal data after so many steps: by their header, by the header they had in the file
 * before a step renamed them, by their cells, and columns that steps made out of such.
 *
 * @param tables the table before the first step and after each
 * @param at how many steps
 */
export function personalColumns(tables: readonly Table[], steps: readonly RecipeStep[], at: number): ReadonlySet<string> {
  const named = (table: Table | undefined) => (table?.columns ?? []).filter((column) => isOfPeople(column) || (column.raw !== undefined && isPersonalHeader(column.raw.name))).map(({ name }) => name);
  let personal = new Set(named(tables[0]));
  for (const [i, { step, params, on }] of steps.slice(0, at).entries()) {
    if (on === false) continue;
    if (step === 'rename-columns') personal = new Set([...personal].map((name) => renamed(params, name)));
    else {
      const use = stepById(step)?.columns(params) ?? 'unknown';
      if (use !== 'unknown' && use.reads.some((name) => personal.has(name))) for (const name of use.adds) personal.add(name);
    }
    for (const name of named(tables[i + 1])) personal.add(name);
  }
  return personal;
}

/** Whether a column holds personal data, by its header or by its cells. */
export const isOfPeople = (column: Column): boolean => isPersonalHeader(column.name) || holdsPeople(column);

function renamed(params: Readonly<Record<string, unknown>>, name: string): string {
  const pairs = Array.isArray(params.names) ? (params.names as unknown[][]) : [];
  const pair = pairs.find(([old]) => old === name);
  return pair === undefined ? name : String(pair[1] ?? name);
}

/** A cell as it may be shown. Ids are masked only in columns of people: an order number is no phone. */
export function maskedCell(cell: Cell, type: ColumnType, personal: boolean): Cell {
  if (typeof cell !== 'string' || type === 'date' || type === 'instant') return cell;
  if (personal) return maskCell(cell);
  return type === 'id' || type === 'enum' ? cell : maskPersonal(cell);
}
