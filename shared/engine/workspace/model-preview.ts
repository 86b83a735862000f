import type { FieldSource } from '#contract/documents';
import type { DatasetMapping, ModelPreview } from '#contract/model';
import type { Cell } from '#contract/values';
import { evaluateExpression } from '../clean/index.ts';
import { statesNoCase, takenKey, textAt } from '../model/index.ts';
import { cellAt, type Column, columnOf, isMissing, type Table } from '../table/table.ts';
import { localText } from '../values/dates.ts';
import { maskedCell, type PersonalColumns, personalOf } from './personal-columns.ts';
import type { Workspace } from './workspace.ts';

const KEYS = ['platform_order_id', 'order_key', 'sku', 'customer_ref'];
/** What a case of after-sales is known by where no order is named. */
const CASE = 'return_id';
const PERSONAL = new Set(['phone_hash', 'email_hash', 'buyer_ref']);

/** Enough to recognise one's own data by, and no more. */
const masked = (cell: Cell) => (cell === null ? null : `${String(cell).slice(0, 2)}***`);

/**
 * The first rows that a mapping makes of a table, times by the clock of the shop. An order that spans several rows of its sheet is shown once.
 *
 * @param limit at most so many rows
 */
export function previewMapping(workspace: Workspace, entity: string, dataset: string, limit: number): ModelPreview {
  const found = workspace.model.proposal().datasets.find((mapped) => mapped.dataset === dataset && mapped.entity === entity);
  const table = workspace.datasets.table(dataset);
  if (found === undefined) return { columns: [], rows: [], fits: 0, total: table.rows };
  const columns = Object.entries(found.mapping.fields).flatMap(([field, source]) => {
    const column = columnFor(table, source, field);
    return column === undefined ? [] : [{ name: field, column }];
  });
  const { offsetOf } = workspace.datasets.typingOptions(workspace.datasets.definition(dataset));
  const personal = personalOf(workspace, dataset, table);
  const maskingOf = (field: string) => (isMade(found.mapping.fields[field], personal) ? 'masked' : undefined);
  const shown = (cell: Cell, name: string, { type }: Column) =>
    PERSONAL.has(name) ? masked(cell) : type === 'instant' && typeof cell === 'string' ? localText(cell, offsetOf) : maskedCell(cell, type, maskingOf(name));
  const key = (columns.find(({ name }) => KEYS.includes(name)) ?? columns.find(({ name }) => name === CASE))?.column;
  const isAny = candidates(found, key, (field) => columns.find(({ name }) => name === field)?.column);
  return {
    columns: columns.map(({ name, column }) => ({ name, type: column.type })),
    rows: firstRows(table.rows, isAny, limit, entity === 'orders' ? key : undefined).map((row) => columns.map(({ name, column }) => shown(cellAt(column, row), name, column))),
    fits: takenOf(workspace, found) ?? countRows(table.rows, isAny),
    total: table.rows,
  };
}

/** How many rows the model made something of; `undefined` where it was built without this mapping, as before a layout is confirmed. */
function takenOf(workspace: Workspace, { dataset, entity, mapping, unconfirmed }: DatasetMapping): number | undefined {
  const { taken, mappings } = workspace.model.stored();
  const isBuilt = unconfirmed !== true && mappings.some((built) => JSON.stringify(built) === JSON.stringify(mapping));
  return isBuilt ? (taken[takenKey(dataset, entity)] ?? 0) : undefined;
}

/**
 * Which rows may become something, by what stands in them alone: those with a key, and of a sheet that only states what was refunded those
 * that state something.
 */
function candidates({ mapping }: DatasetMapping, key: Column | undefined, columnOfField: (field: string) => Column | undefined): (row: number) => boolean {
  // Without a column that says which order, product or customer a row is of, the model makes nothing of any.
  if (key === undefined) return () => false;
  if (mapping.cases !== 'stated') return (row) => !isMissing(key, row);
  const [amounts, states] = [columnOfField('refund_amount'), columnOfField('status')];
  return (row) => !isMissing(key, row) && !statesNoCase(amounts?.kind === 'number' ? amounts.values[row] : undefined, textAt(states, row));
}

function countRows(rows: number, counts: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < rows; row++) if (counts(row)) count++;
  return count;
}

/** Whether a field is made of a column that is masked. */
function isMade(source: FieldSource | undefined, personal: PersonalColumns): boolean {
  if (source === undefined) return false;
  const names = [...personal].flatMap(([name, how]) => (how === 'masked' ? [name] : []));
  return typeof source === 'string' ? names.includes(source) : 'expr' in source && names.some((name) => source.expr.includes(`[${name}]`));
}

function columnFor(table: Table, source: FieldSource, field: string): Column | undefined {
  if (typeof source === 'string') return columnOf(table, source);
  return 'expr' in source ? evaluateExpression(source.expr, table, field) : undefined;
}

/** The first `limit` rows that become something, of each key the first only; where no row does, the first of all show what the mapping reads. */
function firstRows(rows: number, becomes: (row: number) => boolean, limit: number, key: Column | undefined): number[] {
  const chosen: number[] = [];
  const seen = new Set<Cell>();
  for (let row = 0; row < rows && chosen.length < limit; row++) {
    if (!becomes(row)) continue;
    const id = key === undefined ? row : cellAt(key, row);
    if (id !== null && seen.has(id)) continue;
    seen.add(id);
    chosen.push(row);
  }
  return chosen.length > 0 ? chosen : Array.from({ length: Math.min(rows, limit) }, (_, row) => row);
}
