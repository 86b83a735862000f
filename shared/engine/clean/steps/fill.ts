import { SuanpanError } from '#contract/errors';
import { isMissing, isTextType, type Column, type Table, textColumn, withColumn } from '../../table/table.ts';
import { gatherColumn, NO_ROW } from '../../table/table.ts';
import { readerFor } from '../../table/cell-readers.ts';
import { requireColumn } from '../cells.ts';
import { asText, asTexts, both, choiceParam, columnParam, columnsParam, defineStep, listed, type StepContext, textParam } from '../define.ts';
import { within } from '../derived.ts';

export const fillCells = defineStep({
  id: 'fill',
  version: 1,
  title: both('Fill empty cells', '填充空值'),
  help: both(
    'Fills missing cells from the row above, from the row below, from another column or with a value; on request never across the rows of another group.',
    '用上一行、下一行、另一列或固定值填充空单元格；可限定只在同一组内填充。',
  ),
  icon: 'paint-bucket',
  family: 'values',
  params: [
    columnsParam('columns', 'Columns', '列'),
    choiceParam('how', 'With', '填充方式', [
      ['down', 'the row above', '上一行'],
      ['up', 'the row below', '下一行'],
      ['column', 'another column', '另一列'],
      ['value', 'a value', '固定值'],
    ]),
    columnParam('from', 'Column', '来源列', { optional: true, when: ['how', 'column'] }),
    textParam('value', 'Value', '值', { optional: true, when: ['how', 'value'] }),
    columnsParam('within', 'Within the same', '限定相同', { optional: true }),
  ],
  columns: (params) => ({ reads: [...asTexts(params, 'columns'), ...asTexts(params, 'within'), ...(asText(params, 'how') === 'column' ? [asText(params, 'from')] : [])], adds: [], removes: [] }),
  describe: (params) => {
    const how = asText(params, 'how');
    const names = listed(asTexts(params, 'columns'));
    const what: Record<string, readonly [string, string]> = {
      down: ['from above', '用上一行'],
      up: ['from below', '用下一行'],
      column: [`from ${asText(params, 'from')}`, `用“${asText(params, 'from')}”`],
      value: [`with ${asText(params, 'value')}`, `用“${asText(params, 'value')}”`],
    };
    const [en, zh] = what[how] ?? ['', ''];
    return { title: both('Fill empty cells', '填充空值'), detail: both(`${names.en} ${en}`, `${zh}填充${names.zh}`) };
  },
  run(table, params, context) {
    const how = asText(params, 'how');
    const groups = asTexts(params, 'within');
    let result: Table = table;
    let changedCells = 0;
    for (const name of asTexts(params, 'columns')) {
      const column = requireColumn(result, name);
      const missing = Array.from({ length: table.rows }, (_, row) => row).filter((row) => isMissing(column, row));
      const filled =
        how === 'value'
          ? withValue(column, asText(params, 'value'), context)
          : how === 'column'
            ? fromColumn(column, requireColumn(table, asText(params, 'from')))
            : fromNeighbour(table, column, how, groups);
      changedCells += missing.filter((row) => !isMissing(filled, row)).length;
      result = withColumn(result, filled);
    }
    return { table: changedCells === 0 ? table : result, changedCells };
  },
  examples: [
    {
      columns: [
        ['g', 'text'],
        ['s', 'text'],
        ['n', 'int'],
      ],
      rows: [
        ['a', 'x', 1],
        ['a', null, null],
        ['b', null, null],
        ['b', 'y', 4],
      ],
      params: { columns: ['s', 'n'], how: 'down', within: ['g'] },
      becomes: {
        columns: [
          ['g', 'text'],
          ['s', 'text'],
          ['n', 'int'],
        ],
        rows: [
          ['a', 'x', 1],
          ['a', 'x', 1],
          ['b', null, null],
          ['b', 'y', 4],
        ],
      },
      changedCells: 2,
    },
    { columns: [['m', 'money']], rows: [[null], [5]], params: { columns: ['m'], how: 'value', value: '¥1.50' }, becomes: { columns: [['m', 'money']], rows: [[15000], [5]] }, changedCells: 1 },
    {
      columns: [
        ['a', 'text'],
        ['b', 'text'],
      ],
      rows: [
        [null, 'x'],
        ['y', 'z'],
        [null, null],
      ],
      params: { columns: ['a'], how: 'column', from: 'b' },
      becomes: {
        columns: [
          ['a', 'text'],
          ['b', 'text'],
        ],
        rows: [
          ['x', 'x'],
          ['y', 'z'],
          [null, null],
        ],
      },
      changedCells: 1,
    },
    { columns: [['n', 'int']], rows: [[null], [2], [null]], params: { columns: ['n'], how: 'up' }, becomes: { columns: [['n', 'int']], rows: [[2], [2], [null]] }, changedCells: 1 },
  ],
});

function fromNeighbour(table: Table, column: Column, how: string, names: readonly string[]): Column {
  const { of, count } = within(table, names);
  const last = new Uint32Array(count).fill(NO_ROW);
  const source = new Uint32Array(table.rows);
  const step = how === 'up' ? -1 : 1;
  for (let at = how === 'up' ? table.rows - 1 : 0; at >= 0 && at < table.rows; at += step) {
    const group = of[at] as number;
    if (!isMissing(column, at)) last[group] = at;
    source[at] = last[group] as number;
  }
  // What is filled in stood in no cell of the file.
  return gatherColumn({ ...column, raw: undefined }, source);
}

function withValue(column: Column, value: string, context: StepContext): Column {
  const read = value === '' ? null : readerFor(column.type, context.typing)(value);
  if (read === null) throw new SuanpanError({ code: 'invalid-params', where: { column: column.name }, message: { en: `“${value}” is no ${column.type}`, zh: `“${value}”不是 ${column.type}` } });
  if (column.kind === 'number') return { ...column, values: column.values.map((old) => (Number.isNaN(old) ? (read as number) : old)), raw: undefined };
  return textColumn(
    column.name,
    column.type,
    texts(column, () => String(read)),
  );
}

function fromColumn(column: Column, from: Column): Column {
  if (column.kind === 'number' && from.kind === 'number' && column.type === from.type)
    return { ...column, values: column.values.map((old, row) => (Number.isNaN(old) ? (from.values[row] as number) : old)), raw: undefined };
  if (column.kind === 'text' && from.kind === 'text' && isTextType(column.type))
    return textColumn(
      column.name,
      column.type,
      texts(column, (row) => from.dictionary.text(from.codes[row] as number)),
    );
  throw new SuanpanError({
    code: 'invalid-params',
    where: { column: column.name },
    message: { en: `${from.name} is ${from.type}, ${column.name} is ${column.type}`, zh: `“${from.name}”是 ${from.type}，“${column.name}”是 ${column.type}` },
    hint: { en: 'Bring both to one type first', zh: '请先统一两列的类型' },
  });
}

const texts = (column: Extract<Column, { kind: 'text' }>, missing: (row: number) => string | null) =>
  Array.from(column.codes, (code, row) => (code === 0 ? missing(row) : column.dictionary.text(code)));
