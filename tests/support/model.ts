import type { EntityMapping } from '#contract/documents';
import type { Cell, ColumnType } from '#contract/values';
import { evaluatingExpression } from '../../shared/engine/clean/index.ts';
import { buildCanonical, type Canonical, type CanonicalName, matchTemplate, proposeMappings, templateById } from '../../shared/engine/model/index.ts';
import { columnOf, rowsOf, type Table, tableOf } from '../../shared/engine/table/table.ts';
import { atOnce } from '../../shared/engine/values/sliced.ts';

export interface Sheet {
  readonly id: string;
  readonly template: string | null;
  readonly table: Table;
  readonly shop?: string;
}

const settings = {
  currency: 'CNY',
  // A hash that can be read: the test sees what was hashed.
  hmac: (text: string) =>
    [...text]
      .map((letter) => letter.codePointAt(0)?.toString(16).padStart(4, '0'))
      .join('')
      .padStart(32, '0')
      .slice(-32),
  evaluate: evaluatingExpression,
};

/** A sheet of a known export: its first line are headers; types come from the template. Money in yuan. */
export function sheet(headers: readonly string[], rows: readonly (readonly Cell[])[]): Sheet {
  const template = matchTemplate(headers)?.id ?? null;
  const types = template === null ? {} : (templateById(template)?.types ?? {});
  const columns = headers.map((header): [string, ColumnType] => [header, types[header] ?? 'text']);
  const table = tableOf(
    columns,
    rows.map((row) => row.map((cell, i) => (columns[i]?.[1] === 'money' && typeof cell === 'number' ? Math.round(cell * 10_000) : cell))),
  );
  return { id: template ?? 'sheet', template, table };
}

export function build(sheets: readonly Sheet[], change: (mapping: EntityMapping) => EntityMapping = (mapping) => mapping): Canonical {
  const { datasets } = proposeMappings(
    sheets.map((item) => ({ ...item, name: item.id })),
    { version: 1, entities: [] },
    {},
  );
  return atOnce(
    buildCanonical(
      sheets.map(({ id, table, template, shop = null }) => {
        const known = template === null ? undefined : templateById(template);
        return { id, table, platform: known?.platform ?? null, shop, timeZone: known?.timeZone ?? 'UTC' };
      }),
      datasets.map(({ mapping }) => change(mapping)),
      settings,
    ),
  );
}

/** Columns of a canonical table, row by row. */
export function pick(canonical: Canonical, name: CanonicalName, columns: readonly string[]): Cell[][] {
  const table = canonical.tables.get(name) as Table;
  return rowsOf({ ...table, columns: columns.map((column) => columnOf(table, column) as Table['columns'][number]) });
}
