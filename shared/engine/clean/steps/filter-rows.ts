import { compileExpression } from '../expression/evaluate.ts';
import { columnsRead, parseExpression } from '../expression/parse.ts';
import { selectRows } from '../../table/select.ts';
import { gather } from '../../table/table.ts';
import { asText, defineStep } from '../define.ts';

export const filterRows = defineStep({
  id: 'filter-rows',
  version: 1,
  title: { en: 'Filter rows', zh: '筛选行' },
  help: { en: 'Keeps or leaves out the rows for which a condition holds. A row where the condition is unknown does not fulfil it.', zh: '保留或排除满足条件的行。条件无法判断的行视为不满足。' },
  icon: 'list-filter',
  family: 'rows',
  params: [
    { name: 'condition', kind: 'expression', label: { en: 'Condition', zh: '条件' } },
    {
      name: 'action',
      kind: 'choice',
      label: { en: 'Rows that fulfil it', zh: '满足条件的行' },
      optional: true,
      default: 'keep',
      options: [
        { value: 'keep', label: { en: 'Keep', zh: '保留' } },
        { value: 'remove', label: { en: 'Leave out', zh: '排除' } },
      ],
    },
  ],
  columns: (params) => ({ reads: columnsRead(parseExpression(asText(params, 'condition'))), adds: [], removes: [] }),
  describe: (params) => {
    const leaves = asText(params, 'action') === 'remove';
    return { title: { en: leaves ? 'Leave rows out' : 'Keep rows', zh: leaves ? '排除行' : '保留行' }, detail: { en: asText(params, 'condition'), zh: asText(params, 'condition') } };
  },
  run(table, params, { typing }) {
    const condition = compileExpression(asText(params, 'condition'), table, typing.offsetOf);
    const wanted = asText(params, 'action') !== 'remove';
    const kept = selectRows(table, (row) => {
      const value = condition.at(row);
      return (value !== null && value !== 0 && value !== '') === wanted;
    });
    return { table: kept.length === table.rows ? table : gather(table, kept), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['qty', 'int'],
        ['备注', 'text'],
      ],
      rows: [
        [1, '测试单'],
        [2, null],
        [null, 'x'],
      ],
      params: { condition: "contains([备注], '测试')", action: 'remove' },
      becomes: {
        columns: [
          ['qty', 'int'],
          ['备注', 'text'],
        ],
        rows: [
          [2, null],
          [null, 'x'],
        ],
      },
      changedCells: 0,
    },
    { columns: [['qty', 'int']], rows: [[1], [2], [null]], params: { condition: 'qty > 1' }, becomes: { columns: [['qty', 'int']], rows: [[2]] }, changedCells: 0 },
  ],
});
