import { groupRows } from '../../table/groups.ts';
import { isMissing } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asTexts, both, columnsParam, listed } from '../define.ts';
import { defineCheck, rowsWhere } from './define.ts';

export const unique = defineCheck({
  id: 'unique',
  title: both('Is unique', '唯一'),
  help: both('No two rows are equal in these columns. Rows with nothing in any of them do not count.', '任意两行在这些列上不相同。全部为空的行不计。'),
  params: [columnsParam('columns', 'Columns', '列')],
  describe: (params) => both(`${listed(asTexts(params, 'columns')).en} is unique`, `${listed(asTexts(params, 'columns')).zh}唯一`),
  run(table, params) {
    const columns = asTexts(params, 'columns').map((name) => requireColumn(table, name));
    const { of, count } = groupRows(columns, table.rows);
    const sizes = new Uint32Array(count);
    for (const group of of) sizes[group] = (sizes[group] as number) + 1;
    return { rows: rowsWhere(table.rows, (row) => (sizes[of[row] as number] as number) > 1 && !columns.every((column) => isMissing(column, row))) };
  },
});
