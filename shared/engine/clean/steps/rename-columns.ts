import { SuanpanError } from '#contract/errors';
import { withName } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asPairs, defineStep } from '../define.ts';

export const renameColumns = defineStep({
  id: 'rename-columns',
  version: 1,
  title: { en: 'Rename columns', zh: '重命名列' },
  help: { en: 'Gives columns new names.', zh: '为列指定新名称。' },
  icon: 'pencil-line',
  family: 'columns',
  params: [{ name: 'names', kind: 'pairs', label: { en: 'Names', zh: '名称' }, pair: { left: 'column', leftLabel: { en: 'Column', zh: '列' }, rightLabel: { en: 'New name', zh: '新名称' } } }],
  columns: (params) => ({ reads: asPairs(params, 'names').map(([old]) => old), adds: asPairs(params, 'names').map(([, next]) => next), removes: asPairs(params, 'names').map(([old]) => old) }),
  describe: (params) => {
    const pairs = asPairs(params, 'names');
    return {
      title: { en: `Rename ${pairs.length} column${pairs.length === 1 ? '' : 's'}`, zh: `重命名 ${pairs.length} 列` },
      detail: { en: pairs.map(([old, next]) => `${old} → ${next}`).join(', '), zh: pairs.map(([old, next]) => `${old} → ${next}`).join('，') },
    };
  },
  run(table, params) {
    const names = new Map(asPairs(params, 'names'));
    for (const old of names.keys()) requireColumn(table, old);
    const columns = table.columns.map((column) => withName(column, names.get(column.name) ?? column.name));
    const twice = columns.find((column, i) => columns.findIndex((other) => other.name === column.name) !== i);
    if (twice !== undefined) throw new SuanpanError({ code: 'invalid-params', message: { en: `two columns would be called ${twice.name}`, zh: `将有两列同名：${twice.name}` } });
    return { table: { ...table, columns }, changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['a', 'int'],
        ['b', 'text'],
      ],
      rows: [[1, 'x']],
      params: { names: [['a', '数量']] },
      becomes: {
        columns: [
          ['数量', 'int'],
          ['b', 'text'],
        ],
        rows: [[1, 'x']],
      },
      changedCells: 0,
    },
  ],
});
