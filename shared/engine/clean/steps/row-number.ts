import { numberColumn } from '../../table/table.ts';
import { asNumber, asText, asTexts, both, columnsParam, defineStep, listed, numberParam, textParam } from '../define.ts';
import { addColumns, within } from '../derived.ts';

export const rowNumber = defineStep({
  id: 'row-number',
  version: 1,
  title: both('Number rows', '添加行号'),
  help: both('Numbers the rows in their order, on request anew in each group: the how manieth order of a customer.', '按行顺序编号，可按组重新编号，例如顾客的第几单。'),
  icon: 'hash',
  family: 'numbers',
  params: [
    textParam('name', 'New column', '新列'),
    columnsParam('within', 'Anew for each', '按组重新编号', { optional: true }),
    numberParam('start', 'First number', '起始值', { optional: true, default: 1 }),
  ],
  columns: (params) => ({ reads: asTexts(params, 'within'), adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => {
    const names = listed(asTexts(params, 'within'));
    return {
      title: both(`Number rows as ${asText(params, 'name')}`, `添加行号“${asText(params, 'name')}”`),
      detail: names.en === '' ? both('All rows', '所有行') : both(`Anew for each ${names.en}`, `按${names.zh}重新编号`),
    };
  },
  run(table, params) {
    const { of, count } = within(table, asTexts(params, 'within'));
    const next = new Float64Array(count).fill(asNumber(params, 'start', 1));
    const numbers = Array.from(of, (group) => {
      const number = next[group] as number;
      next[group] = number + 1;
      return number;
    });
    return { table: addColumns(table, [numberColumn(asText(params, 'name'), 'int', numbers)]), changedCells: 0 };
  },
  examples: [
    {
      columns: [['g', 'text']],
      rows: [['a'], ['b'], ['a']],
      params: { name: 'n', within: ['g'] },
      becomes: {
        columns: [
          ['g', 'text'],
          ['n', 'int'],
        ],
        rows: [
          ['a', 1],
          ['b', 1],
          ['a', 2],
        ],
      },
      changedCells: 0,
    },
  ],
});
