import type { ColumnType } from '#contract/values';
import { cellAt, type Column, textColumn, type TextColumn, withColumn } from '../../table/table.ts';
import { typeColumn } from '../../table/typing.ts';
import { requireColumn } from '../cells.ts';
import { asText, columnParam, defineStep } from '../define.ts';
import { moneyText } from '../../values/numbers.ts';

export const setType = defineStep({
  id: 'set-type',
  version: 1,
  title: { en: 'Set type', zh: '设置类型' },
  help: {
    en: 'Reads a column as another type. What the type refuses is counted and listed, and the text stays with the row.',
    zh: '将列按另一种类型读取。无法识别的单元格会计数并列出，原文随行保留。',
  },
  icon: 'type',
  family: 'values',
  params: [columnParam('column', 'Column', '列'), { name: 'type', kind: 'type', label: { en: 'Type', zh: '类型' } }],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: [], removes: [] }),
  describe: (params) => ({
    title: { en: `Read ${asText(params, 'column')} as ${asText(params, 'type')}`, zh: `将“${asText(params, 'column')}”读作 ${asText(params, 'type')}` },
    detail: { en: 'Refused cells are listed', zh: '无法识别的单元格会列出' },
  }),
  run(table, params, context) {
    const column = requireColumn(table, asText(params, 'column'));
    const type = asText(params, 'type') as ColumnType;
    if (column.type === type) return { table, changedCells: 0 };
    const source = originalTexts(column);
    const { column: typed, refused } = typeColumn(source, type, context.typing);
    const changed = Array.from({ length: table.rows }, (_, row) => (cellAt(column, row) === cellAt(typed, row) ? 0 : 1)).reduce((sum: number, one) => sum + one, 0);
    return {
      table: withColumn(table, { ...typed, name: column.name }),
      changedCells: changed,
      refused: Array.from(refused, (row) => ({ column: column.name, row, text: String(cellAt(source, row)) })),
    };
  },
  examples: [
    {
      columns: [['n', 'text']],
      rows: [['1,234.50'], ['¥9'], [null], ['?']],
      params: { column: 'n', type: 'money' },
      becomes: { columns: [['n', 'money']], rows: [[12345000], [90000], [null], [null]] },
      changedCells: 3,
    },
    {
      columns: [['d', 'text']],
      rows: [['2025/6/1 0:03'], ['2025/6/31']],
      params: { column: 'd', type: 'date' },
      becomes: { columns: [['d', 'date']], rows: [['2025-06-01'], [null]] },
      changedCells: 2,
    },
  ],
});

/** The cells as the file had them while the column is untouched; otherwise its values written out. */
function originalTexts(column: Column): TextColumn {
  if (column.raw !== undefined) return { ...column.raw.column(), name: column.name };
  if (column.kind === 'text') return column;
  return textColumn(
    column.name,
    'text',
    Array.from(column.values, (value) => (Number.isNaN(value) ? null : column.type === 'money' ? moneyText(value) : String(value))),
  );
}
