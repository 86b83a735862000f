import { isMissing } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asTexts, both, columnsParam, listed } from '../define.ts';
import { defineCheck, rowsWhere } from './define.ts';

export const filled = defineCheck({
  id: 'filled',
  title: both('Is filled', '必填'),
  help: both('No cell of these columns is empty.', '这些列没有空单元格。'),
  params: [columnsParam('columns', 'Columns', '列')],
  describe: (params) => both(`${listed(asTexts(params, 'columns')).en} is filled`, `${listed(asTexts(params, 'columns')).zh}不为空`),
  run(table, params) {
    const columns = asTexts(params, 'columns').map((name) => requireColumn(table, name));
    return { rows: rowsWhere(table.rows, (row) => columns.some((column) => isMissing(column, row))) };
  },
});
