import type { EntityMapping } from '#contract/documents';
import type { Table } from '../../table/table.ts';
import { isShopHeader } from '../../values/shop-header.ts';
import { columnsRead } from '../templates/resolve.ts';
import { blankRows } from './blank-rows.ts';
import { type BuildSettings, type DatasetInput, MappedTable } from './context.ts';

/**
 * The mapped tables of each entity. Each sees no more of its dataset than it reads, so that what nobody reads any more need not stay in
 * memory until the whole model is there.
 *
 * @param datasets left empty: from here on the mapped tables alone hold their tables
 */
export function mapSheets(datasets: DatasetInput[], mappings: readonly EntityMapping[], settings: BuildSettings): (entity: string) => MappedTable[] {
  const byId = new Map(datasets.splice(0).map(({ table, ...dataset }) => [dataset.id, { dataset, table, isBlank: blankRows(table) }]));
  const byEntity = new Map<string, MappedTable[]>();
  for (const mapping of mappings) {
    const found = byId.get(mapping.from);
    if (found === undefined) continue;
    const sheet = new MappedTable(mapping, found.dataset, readBy(mapping, found.table), settings, found.isBlank);
    byEntity.set(mapping.entity, [...(byEntity.get(mapping.entity) ?? []), sheet]);
  }
  return (entity) => byEntity.get(entity) ?? [];
}

/** The table with the columns that a mapping reads, and those that may say of which shop a row is. */
function readBy(mapping: EntityMapping, table: Table): Table {
  const sources = Object.values(mapping.fields);
  const named = new Set(sources.flatMap(columnsRead));
  const names = new Set(table.columns.map(({ name }) => name));
  // An expression that names a column which is gone is refused with those that there are.
  if (sources.some((source) => typeof source !== 'string' && columnsRead(source).some((name) => !names.has(name)))) return table;
  const expressions = sources.flatMap((source) => (typeof source !== 'string' && 'expr' in source ? source.expr : []));
  // A name may stand in an expression without brackets, too.
  const isRead = (name: string) => named.has(name) || isShopHeader(name) || expressions.some((expression) => expression.includes(name));
  return { ...table, columns: table.columns.filter(({ name }) => isRead(name)) };
}
