import type { FieldSource } from '#contract/documents';
import type { ModelPreview } from '#contract/model';
import type { Cell } from '#contract/values';
import { evaluateExpression } from '../clean/index.ts';
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
  let fits = 0;
  // Without a column that says which order, product or customer a row is of, the model makes nothing of any.
  if (key !== undefined) for (let row = 0; row < table.rows; row++) if (!isMissing(key, row)) fits++;
  return {
    columns: columns.map(({ name, column }) => ({ name, type: column.type })),
    rows: firstRows(table.rows, limit, entity === 'orders' ? key : undefined).map((row) => columns.map(({ name, column }) => shown(cellAt(column, row), name, column))),
    fits,
    total: table.rows,
  };
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

/** The first `limit` rows, of each key the first only. */
function firstRows(rows: number, limit: number, key: Column | undefined): number[] {
  const chosen: number[] = [];
  const seen = new Set<Cell>();
  for (let row = 0; row < rows && chosen.length < limit; row++) {
    const id = key === undefined ? row : cellAt(key, row);
    if (id !== null && seen.has(id)) continue;
    seen.add(id);
    chosen.push(row);
  }
  return chosen;
}
