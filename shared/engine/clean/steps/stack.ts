import { SuanpanError } from '#contract/errors';
import { isTextType, type Column, columnOf, type Table, textColumn } from '../../table/table.ts';
import { asText, asTexts, both, counted, defineStep, textParam } from '../define.ts';
import { addColumns, shownTexts } from '../derived.ts';

export const stack = defineStep({
  id: 'stack',
  version: 1,
  title: both('Stack tables', '追加表'),
  help: both(
    'Puts the rows of other tables below, columns by their names; a column that a table has not is missing in its rows. Where one table has texts and the other numbers, both become text.',
    '按列名将其他表的行追加在下方；没有的列为缺失。若同名列一为文本一为数字，则都转为文本。',
  ),
  icon: 'layers',
  family: 'tables',
  params: [{ name: 'datasets', kind: 'datasets', label: both('Tables', '表') }, textParam('name', 'Name of the table goes to', '表名存入', { optional: true })],
  columns: () => 'unknown',
  describe: (params) => {
    const names = asTexts(params, 'datasets');
    return { title: both(`Stack ${counted(names.length, 'table')}`, `追加 ${names.length} 张表`), detail: both(names.join(', '), names.join('、')) };
  },
  run(table, params, context) {
    const others = asTexts(params, 'datasets').map((name) => {
      const other = context.table(name);
      if (other === undefined) throw new SuanpanError({ code: 'not-found', message: both(`missing table: ${name}`, `缺少表：${name}`) });
      return { name, table: other };
    });
    const parts = [{ name: '', table }, ...others];
    const names = [...new Set(parts.flatMap((part) => part.table.columns.map((column) => column.name)))];
    const rows = parts.reduce((sum, part) => sum + part.table.rows, 0);
    const stacked: Table = {
      rows,
      columns: names.map((name) =>
        stackedColumn(
          name,
          parts.map((part) => part.table),
          rows,
        ),
      ),
      origin: { source: joined(parts.map((part) => part.table.origin.source)), row: joined(parts.map((part) => part.table.origin.row)) },
    };
    const label = asText(params, 'name');
    const from = parts.flatMap((part) => new Array<string | null>(part.table.rows).fill(part.name === '' ? null : part.name));
    return { table: label === '' ? stacked : addColumns(stacked, [textColumn(label, 'text', from)]), changedCells: 0 };
  },
  examples: [
    {
      columns: [
        ['k', 'id'],
        ['n', 'int'],
      ],
      rows: [['a', 1]],
      params: { datasets: ['other'], name: 'from' },
      becomes: {
        columns: [
          ['k', 'id'],
          ['n', 'text'],
          ['v', 'money'],
          ['from', 'text'],
        ],
        rows: [
          ['a', '1', null, null],
          ['a', 'x', 10, 'other'],
          ['b', null, 20, 'other'],
        ],
      },
      changedCells: 0,
    },
  ],
});

function joined(arrays: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

function stackedColumn(name: string, tables: readonly Table[], rows: number): Column {
  const columns = tables.map((table) => columnOf(table, name) ?? null);
  const there = columns.filter((column) => column !== null);
  const first = there[0] as Column;
  const numbers = there.every((column) => column.kind === 'number' && column.type === first.type);
  if (numbers) {
    const values = new Float64Array(rows).fill(Number.NaN);
    let at = 0;
    for (const [i, table] of tables.entries()) {
      const column = columns[i];
      if (column?.kind === 'number') values.set(column.values, at);
      at += table.rows;
    }
    return { kind: 'number', name, type: first.type, values };
  }
  const type = isTextType(first.type) && there.every((column) => column.type === first.type) ? first.type : 'text';
  const cells = tables.flatMap((table, i) => {
    const column = columns[i];
    if (column === null || column === undefined) return new Array<string | null>(table.rows).fill(null);
    const { codes, dictionary } = shownTexts(column);
    return Array.from(codes, (code) => dictionary.text(code));
  });
  return textColumn(name, type, cells);
}
