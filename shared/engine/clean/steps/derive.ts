import { evaluateExpression } from '../expression/evaluate.ts';
import { columnsRead, parseExpression } from '../expression/parse.ts';
import { columnOf, withColumn } from '../../table/table.ts';
import { asText, defineStep } from '../define.ts';

export const derive = defineStep({
  id: 'derive',
  version: 1,
  title: { en: 'Add column by expression', zh: '按表达式添加列' },
  help: {
    en: "Computes a new column, or replaces one, from others: [paid] - [refund], if([qty] > 10, 'bulk', 'single').",
    zh: "由其他列计算出新列或替换现有列：[实付] - [退款]，if([数量] > 10, '批量', '零售')。",
  },
  icon: 'function-square',
  family: 'values',
  params: [
    { name: 'column', kind: 'text', label: { en: 'Name', zh: '列名' } },
    { name: 'expression', kind: 'expression', label: { en: 'Expression', zh: '表达式' } },
  ],
  columns: (params) => ({ reads: columnsRead(parseExpression(asText(params, 'expression'))), adds: [asText(params, 'column')], removes: [] }),
  describe: (params) => ({ title: { en: `Add ${asText(params, 'column')}`, zh: `添加“${asText(params, 'column')}”` }, detail: { en: asText(params, 'expression'), zh: asText(params, 'expression') } }),
  run(table, params, { typing }) {
    const name = asText(params, 'column').trim() || 'column';
    const replaced = columnOf(table, name);
    const column = evaluateExpression(asText(params, 'expression'), table, name, typing.offsetOf);
    return { table: withColumn(table, column), changedCells: replaced === undefined ? 0 : table.rows };
  },
  examples: [
    {
      columns: [
        ['应付', 'money'],
        ['优惠', 'money'],
      ],
      rows: [
        [2880000, 200000],
        [100, null],
      ],
      params: { column: '净额', expression: '[应付] - [优惠]' },
      becomes: {
        columns: [
          ['应付', 'money'],
          ['优惠', 'money'],
          ['净额', 'money'],
        ],
        rows: [
          [2880000, 200000, 2680000],
          [100, null, null],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [
        ['qty', 'int'],
        ['price', 'money'],
      ],
      rows: [
        [3, 25500],
        [0, 1],
      ],
      params: { column: 'total', expression: 'qty * price' },
      becomes: {
        columns: [
          ['qty', 'int'],
          ['price', 'money'],
          ['total', 'money'],
        ],
        rows: [
          [3, 25500, 76500],
          [0, 1, 0],
        ],
      },
      changedCells: 0,
    },
  ],
});
