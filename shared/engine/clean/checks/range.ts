import { SuanpanError } from '#contract/errors';
import { cellAt } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asText, both, columnParam, textParam } from '../define.ts';
import { inScaleOf } from '../derived.ts';
import { defineCheck, rowsWhere } from './define.ts';

export const range = defineCheck({
  id: 'range',
  title: both('Lies between', '范围'),
  help: both('Every cell lies between two limits, both included: numbers, amounts or days. Empty cells do not count.', '每个单元格都在两个界限之间（含界限）：数字、金额或日期。空单元格不计。'),
  params: [
    columnParam('column', 'Column', '列', { types: ['int', 'number', 'money', 'ratio', 'date', 'instant'] }),
    textParam('low', 'From', '从', { optional: true, default: '' }),
    textParam('high', 'To', '到', { optional: true, default: '' }),
  ],
  describe: (params) => {
    const [column, low, high] = [asText(params, 'column'), asText(params, 'low'), asText(params, 'high')];
    if (low === '') return both(`${column} is ${high} or less`, `“${column}”不大于 ${high}`);
    if (high === '') return both(`${column} is ${low} or more`, `“${column}”不小于 ${low}`);
    return both(`${column} lies between ${low} and ${high}`, `“${column}”在 ${low} 与 ${high} 之间`);
  },
  run(table, params) {
    const column = requireColumn(table, asText(params, 'column'));
    const limit = (name: string): string | number | null => {
      const text = asText(params, name).trim();
      if (text === '') return null;
      if (column.kind === 'text') return text;
      const value = Number(text);
      if (Number.isNaN(value)) throw new SuanpanError({ code: 'invalid-params', where: { column: column.name }, message: both(`${text} is no number`, `“${text}”不是数字`) });
      return inScaleOf(value, column.type);
    };
    const [low, high] = [limit('low'), limit('high')];
    return {
      rows: rowsWhere(table.rows, (row) => {
        const cell = cellAt(column, row);
        if (cell === null) return false;
        // A day as the upper limit holds for all of its times.
        const top = typeof cell === 'string' && typeof high === 'string' ? cell.slice(0, high.length) : cell;
        return (low !== null && cell < low) || (high !== null && top > high);
      }),
    };
  },
});
