import { requireColumn } from '../cells.ts';
import { asTexts, columnsParam, defineStep, listed } from '../define.ts';

export const removeColumns = defineStep({
  id: 'remove-columns',
  version: 1,
  title: { en: 'Remove columns', zh: '删除列' },
  help: { en: 'Takes columns out of the table. The file keeps them.', zh: '从表中去掉所选列，原文件不变。' },
  icon: 'square-x',
  family: 'columns',
  params: [columnsParam('columns', 'Columns', '列')],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [], removes: asTexts(params, 'columns') }),
  describe: (params) => ({ title: { en: `Remove ${asTexts(params, 'columns').length} columns`, zh: `删除 ${asTexts(params, 'columns').length} 列` }, detail: listed(asTexts(params, 'columns')) }),
  run(table, params) {
    const names = new Set(asTexts(params, 'columns').map((name) => requireColumn(table, name).name));
    return { table: { ...table, columns: table.columns.filter((column) => !names.has(column.name)) }, changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['a', 'int'],
        ['b', 'int'],
      ],
      rows: [[1, 2]],
      params: { columns: ['a'] },
      becomes: { columns: [['b', 'int']], rows: [[2]] },
      changedCells: 0,
    },
  ],
});
