import { SuanpanError } from '#contract/errors';
import { matchTables } from '../../table/join.ts';
import { isMissing } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asText, both, columnParam } from '../define.ts';
import { defineCheck, rowsWhere } from './define.ts';

export const reference = defineCheck({
  id: 'reference',
  title: both('Is in another table', '引用'),
  help: both('Every cell is found in a column of another table: every refund has its order. Empty cells do not count.', '每个单元格都能在另一张表的列中找到，例如每笔退款都有订单。空单元格不计。'),
  params: [columnParam('column', 'Column', '列'), { name: 'dataset', kind: 'dataset', label: both('Table', '表') }, columnParam('there', 'Column there', '对方列', { from: 'dataset' })],
  describe: (params) => both(`${asText(params, 'column')} is in ${asText(params, 'dataset')}`, `“${asText(params, 'column')}”存在于 ${asText(params, 'dataset')}`),
  run(table, params, context) {
    const column = requireColumn(table, asText(params, 'column'));
    const other = context.table(asText(params, 'dataset'));
    if (other === undefined) throw new SuanpanError({ code: 'not-found', message: both(`missing table: ${asText(params, 'dataset')}`, `缺少表：${asText(params, 'dataset')}`) });
    const { keyOf } = matchTables(table, other, [[column.name, asText(params, 'there')]]);
    return { rows: rowsWhere(table.rows, (row) => keyOf[row] === 0 && !isMissing(column, row)) };
  },
});
