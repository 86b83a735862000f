import { asText, both } from '../define.ts';
import { compileExpression } from '../expression/evaluate.ts';
import { defineCheck, rowsWhere } from './define.ts';

export const condition = defineCheck({
  id: 'condition',
  title: both('Fulfils a condition', '满足条件'),
  help: both('The condition holds in every row: goods + freight = paid. Where it is unknown the row does not count.', '每一行都满足条件，例如 货款 + 运费 = 实付。无法判断的行不计。'),
  params: [{ name: 'condition', kind: 'expression', label: both('Condition', '条件') }],
  describe: (params) => both(asText(params, 'condition'), asText(params, 'condition')),
  run(table, params, { offsetOf }) {
    const { at } = compileExpression(asText(params, 'condition'), table, offsetOf);
    return {
      rows: rowsWhere(table.rows, (row) => {
        const value = at(row);
        return value === 0 || value === '';
      }),
    };
  },
});
