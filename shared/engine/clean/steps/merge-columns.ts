import { requireColumn } from '../cells.ts';
import { asFlag, asText, asTexts, both, columnsParam, defineStep, flagParam, listed, textParam } from '../define.ts';
import { addColumns, shownTexts } from '../derived.ts';
import { textColumn } from '../../table/table.ts';

export const mergeColumns = defineStep({
  id: 'merge-columns',
  version: 1,
  title: both('Merge columns', '合并列'),
  help: both(
    'Puts the texts of several columns together in one. Missing cells are passed over; a row with nothing in any stays missing.',
    '将多列文本合并为一列。缺失的单元格会跳过；全部缺失时结果也缺失。',
  ),
  icon: 'combine',
  family: 'columns',
  params: [
    columnsParam('columns', 'Columns', '列'),
    textParam('separator', 'Between them', '分隔符', { optional: true, default: ' ' }),
    textParam('name', 'New column', '新列'),
    flagParam('keep', 'Keep the columns', '保留原列', true),
  ],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [asText(params, 'name')], removes: asFlag(params, 'keep') ? [] : asTexts(params, 'columns') }),
  describe: (params) => ({ title: both(`Merge into ${asText(params, 'name')}`, `合并为“${asText(params, 'name')}”`), detail: listed(asTexts(params, 'columns')) }),
  run(table, params) {
    const columns = asTexts(params, 'columns').map((name) => requireColumn(table, name));
    const separator = asText(params, 'separator');
    const texts = columns.map(shownTexts);
    const merged = Array.from({ length: table.rows }, (_, row) => {
      const parts = texts.flatMap(({ codes, dictionary }) => dictionary.text(codes[row] as number) ?? []);
      return parts.length === 0 ? null : parts.join(separator);
    });
    const rest = asFlag(params, 'keep') ? table : { ...table, columns: table.columns.filter((column) => !columns.includes(column)) };
    return { table: addColumns(rest, [textColumn(asText(params, 'name'), 'text', merged)]), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['p', 'text'],
        ['c', 'text'],
        ['n', 'money'],
      ],
      rows: [
        ['浙江', '杭州', 15000],
        [null, '上海', null],
        [null, null, null],
      ],
      params: { columns: ['p', 'c', 'n'], separator: '-', name: 'm', keep: false },
      becomes: { columns: [['m', 'text']], rows: [['浙江-杭州-1.5'], ['上海'], [null]] },
      changedCells: 0,
    },
  ],
});
