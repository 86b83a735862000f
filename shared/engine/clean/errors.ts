import { SuanpanError } from '#contract/errors';
import type { Table } from '../table/table.ts';
import { nearest } from './expression/evaluate.ts';

export function missingColumn(name: string, table: Table): SuanpanError {
  const near = nearest(
    name,
    table.columns.map((column) => column.name),
  );
  return new SuanpanError({
    code: 'missing-column',
    where: { column: name },
    message: { en: `missing column: ${name}`, zh: `缺少列：${name}` },
    ...(near !== null && { hint: { en: `Did you mean ${near}?`, zh: `是否指“${near}”？` } }),
  });
}
