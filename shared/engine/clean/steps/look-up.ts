import { SuanpanError } from '#contract/errors';
import { matchTables } from '../../table/join.ts';
import { gatherColumn, NO_ROW } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asPairs, asText, asTexts, both, columnsParam, defineStep, listed } from '../define.ts';
import { addColumns } from '../derived.ts';

export const lookUp = defineStep({
  id: 'look-up',
  version: 1,
  title: both('Look up', '查找引用'),
  help: both(
    'Brings columns of another table where keys are equal. Rows never become more: of several matches the first counts, and the step says how many there were.',
    '按相同的键取另一张表的列。行数不变：有多个匹配时取第一个，并说明数量。',
  ),
  icon: 'search',
  family: 'tables',
  params: [
    { name: 'dataset', kind: 'dataset', label: both('Table', '表') },
    { name: 'on', kind: 'pairs', label: both('Keys', '键'), from: 'dataset', pair: { left: 'column', leftLabel: both('Here', '本表'), rightLabel: both('There', '对方表') } },
    columnsParam('columns', 'Columns to bring', '要取的列', { from: 'dataset' }),
  ],
  columns: (params) => ({ reads: asPairs(params, 'on').map(([left]) => left), adds: asTexts(params, 'columns'), removes: [] }),
  describe: (params) => ({ title: both(`Look up in ${asText(params, 'dataset')}`, `查找 ${asText(params, 'dataset')}`), detail: listed(asTexts(params, 'columns')) }),
  run(table, params, context) {
    const other = context.table(asText(params, 'dataset'));
    if (other === undefined) throw new SuanpanError({ code: 'not-found', message: both(`missing table: ${asText(params, 'dataset')}`, `缺少表：${asText(params, 'dataset')}`) });
    const match = matchTables(table, other, asPairs(params, 'on'));
    const rows = match.keyOf.map((key) => (key === 0 ? NO_ROW : (match.rows[match.starts[key] as number] as number)));
    const several = match.keyOf.filter((key) => key !== 0 && (match.starts[key + 1] as number) - (match.starts[key] as number) > 1).length;
    const columns = asTexts(params, 'columns').map((name) => gatherColumn({ ...requireColumn(other, name), raw: undefined }, rows));
    return {
      table: addColumns(table, columns),
      changedCells: 0,
      ...(several > 0 && { warning: both(`${several} rows have several matches: the first was taken`, `${several} 行有多个匹配，取第一个`) }),
    };
  },
  examples: [
    {
      columns: [['id', 'id']],
      rows: [['b'], ['c'], [null], ['a']],
      params: { dataset: 'other', on: [['id', 'k']], columns: ['v'] },
      becomes: {
        columns: [
          ['id', 'id'],
          ['v', 'money'],
        ],
        rows: [
          ['b', 20],
          ['c', null],
          [null, null],
          ['a', 10],
        ],
      },
      changedCells: 0,
    },
  ],
});
