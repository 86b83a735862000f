import type { ColumnType } from '#contract/values';
import { type Column, gather, numberColumn, textColumn } from '../../table/table.ts';
import { requireColumn } from '../cells.ts';
import { asFlag, asText, asTexts, both, columnsParam, defineStep, flagParam, listed, textParam } from '../define.ts';
import { addColumns, shownTexts } from '../derived.ts';
import { MONEY_SCALE } from '#contract/values';

export const unpivot = defineStep({
  id: 'unpivot',
  version: 1,
  title: both('Unpivot', '逆透视'),
  help: both('Turns columns into rows: a row per day with a column per channel becomes a row per day and channel.', '将列转为行：每天一行、每个渠道一列，变为按天、渠道的行。'),
  icon: 'rows-3',
  family: 'tables',
  params: [
    columnsParam('columns', 'Columns', '列'),
    textParam('name', 'Their names go to', '列名存入', { default: 'name' }),
    textParam('value', 'Their cells go to', '取值存入', { default: 'value' }),
    flagParam('missing', 'Rows for missing cells too', '缺失值也生成行'),
  ],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [asText(params, 'name'), asText(params, 'value')], removes: asTexts(params, 'columns') }),
  describe: (params) => {
    const names = asTexts(params, 'columns');
    return { title: both(`Turn ${names.length} columns into rows`, `将 ${names.length} 列转为行`), detail: listed(names) };
  },
  run(table, params) {
    const columns = asTexts(params, 'columns').map((name) => requireColumn(table, name));
    const type = commonType(columns);
    const cells = columns.map((column) => readerOf(column, type));
    const keep = asFlag(params, 'missing');
    const rows: number[] = [];
    const names: string[] = [];
    const values: (string | number | null)[] = [];
    for (let row = 0; row < table.rows; row++) {
      for (const [i, column] of columns.entries()) {
        const value = cells[i]?.(row) ?? null;
        if (value === null && !keep) continue;
        rows.push(row);
        names.push(column.name);
        values.push(value);
      }
    }
    const rest = gather({ ...table, columns: table.columns.filter((column) => !columns.includes(column)) }, Uint32Array.from(rows));
    const value = asText(params, 'value');
    const made =
      type === 'text' || typeof values.find((one) => one !== null) === 'string' ? textColumn(value, type, values as (string | null)[]) : numberColumn(value, type, values as (number | null)[]);
    return { table: addColumns(rest, [textColumn(asText(params, 'name'), 'text', names), made]), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['d', 'date'],
        ['a', 'int'],
        ['b', 'money'],
      ],
      rows: [
        ['2025-06-01', 1, 25000],
        ['2025-06-02', null, 5],
      ],
      params: { columns: ['a', 'b'], name: 'ch', value: 'v' },
      becomes: {
        columns: [
          ['d', 'date'],
          ['ch', 'text'],
          ['v', 'number'],
        ],
        rows: [
          ['2025-06-01', 'a', 1],
          ['2025-06-01', 'b', 2.5],
          ['2025-06-02', 'b', 0.0005],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [
        ['a', 'date'],
        ['b', 'text'],
      ],
      rows: [['2025-06-01', null]],
      params: { columns: ['a', 'b'], name: 'n', value: 'v', missing: true },
      becomes: {
        columns: [
          ['n', 'text'],
          ['v', 'text'],
        ],
        rows: [
          ['a', '2025-06-01'],
          ['b', null],
        ],
      },
      changedCells: 0,
    },
  ],
});

/** Columns of one type keep it; numbers of several kinds are numbers; anything else is text. */
function commonType(columns: readonly Column[]): ColumnType {
  const types = new Set(columns.map((column) => column.type));
  const [only] = types;
  if (types.size === 1 && only !== undefined) return only;
  return columns.every((column) => column.kind === 'number') ? 'number' : 'text';
}

function readerOf(column: Column, type: ColumnType): (row: number) => string | number | null {
  if (column.kind === 'number' && type !== 'text') {
    const unit = column.type === 'money' && type !== 'money' ? MONEY_SCALE : 1;
    return (row) => {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? null : value / unit;
    };
  }
  const { codes, dictionary } = shownTexts(column);
  return (row) => dictionary.text(codes[row] as number);
}
