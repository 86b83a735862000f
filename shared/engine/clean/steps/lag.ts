import { SuanpanError } from '#contract/errors';
import { rowsOfGroups } from '../../table/groups.ts';
import { gatherColumn, NO_ROW } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asNumber, asText, asTexts, both, choiceParam, columnParam, columnsParam, defineStep, listed, numberParam, textParam } from '../define.ts';
import { addColumns, requireNumbers, within } from '../derived.ts';

export const lag = defineStep({
  id: 'lag',
  version: 1,
  title: both('Earlier or later row', '前后行取值'),
  help: both(
    'Brings the cell of an earlier row (or, with a negative number, of a later one), or the change since then, on request in each group.',
    '取前若干行（负数为后若干行）的值，或与其相比的变化，可按组计算。',
  ),
  icon: 'move-vertical',
  family: 'numbers',
  params: [
    columnParam('column', 'Of', '列'),
    numberParam('rows', 'Rows back', '往前行数', { optional: true, default: 1 }),
    choiceParam('what', 'Bring', '结果', [
      ['value', 'the cell', '值'],
      ['difference', 'the difference', '差值'],
      ['change', 'the change as a share', '变化率'],
    ]),
    columnsParam('within', 'In each', '分组', { optional: true }),
    textParam('name', 'New column', '新列'),
  ],
  columns: (params) => ({ reads: [asText(params, 'column'), ...asTexts(params, 'within')], adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => {
    const rows = asNumber(params, 'rows', 1);
    const of = asText(params, 'column');
    const names = listed(asTexts(params, 'within'));
    const title = asText(params, 'what') === 'value' ? both(`Earlier ${of}`, `“${of}”的前值`) : both(`Change of ${of}`, `“${of}”的变化`);
    return { title, detail: both(`${rows} rows back${names.en === '' ? '' : ` in each ${names.en}`}`, `前 ${rows} 行${names.zh === '' ? '' : `，按${names.zh}分组`}`) };
  },
  run(table, params) {
    const column = requireColumn(table, asText(params, 'column'));
    const back = asNumber(params, 'rows', 1);
    if (!Number.isInteger(back) || back === 0) throw new SuanpanError({ code: 'invalid-params', message: both('rows back is a whole number other than 0', '往前行数应为非零整数') });
    const { starts, rows } = rowsOfGroups(within(table, asTexts(params, 'within')));
    const source = new Uint32Array(table.rows).fill(NO_ROW);
    for (let group = 0; group + 1 < starts.length; group++) {
      const from = starts[group] as number;
      const to = starts[group + 1] as number;
      for (let i = from; i < to; i++) if (i - back >= from && i - back < to) source[rows[i] as number] = rows[i - back] as number;
    }
    const name = asText(params, 'name');
    const earlier = { ...gatherColumn({ ...column, raw: undefined }, source), name };
    const what = asText(params, 'what');
    if (what === 'value') return { table: addColumns(table, [earlier]), changedCells: 0 };
    const now = requireNumbers(table, column.name);
    const before = earlier.kind === 'number' ? earlier.values : new Float64Array(0);
    const values = now.values.map((value, row) => {
      const old = before[row] as number;
      if (what === 'difference') return value - old;
      // A change from nothing has no size.
      return old === 0 ? Number.NaN : (value - old) / Math.abs(old);
    });
    return { table: addColumns(table, [{ kind: 'number', name, type: what === 'difference' ? now.type : 'ratio', values }]), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['g', 'text'],
        ['n', 'int'],
      ],
      rows: [
        ['a', 10],
        ['b', 1],
        ['a', 15],
        ['a', 0],
        ['a', 4],
      ],
      params: { column: 'n', what: 'change', within: ['g'], name: 'c' },
      becomes: {
        columns: [
          ['g', 'text'],
          ['n', 'int'],
          ['c', 'ratio'],
        ],
        rows: [
          ['a', 10, null],
          ['b', 1, null],
          ['a', 15, 0.5],
          ['a', 0, -1],
          ['a', 4, null],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [['d', 'date']],
      rows: [['2025-01-01'], ['2025-01-05']],
      params: { column: 'd', rows: -1, name: 'next' },
      becomes: {
        columns: [
          ['d', 'date'],
          ['next', 'date'],
        ],
        rows: [
          ['2025-01-01', '2025-01-05'],
          ['2025-01-05', null],
        ],
      },
      changedCells: 0,
    },
  ],
});
