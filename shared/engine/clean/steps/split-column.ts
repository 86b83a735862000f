import { SuanpanError } from '#contract/errors';
import { requireColumn } from '../cells.ts';
import { asFlag, asText, asTexts, both, choiceParam, columnParam, defineStep, flagParam, listed, type Params, textParam } from '../define.ts';
import { addColumns, shownTexts, textsFrom } from '../derived.ts';
import { compilePattern } from '../pattern.ts';

export const splitColumn = defineStep({
  id: 'split-column',
  version: 1,
  title: both('Split column', '拆分列'),
  help: both(
    'Cuts texts at a separator, at a pattern or after so many characters. What is left over stays in the last column: nothing is lost.',
    '按分隔符、模式或字符位置拆分文本。多出的部分留在最后一列，不会丢失。',
  ),
  icon: 'split',
  family: 'columns',
  params: [
    columnParam('column', 'Column', '列'),
    choiceParam('by', 'Cut at', '拆分方式', [
      ['separator', 'a separator', '分隔符'],
      ['pattern', 'a pattern', '模式'],
      ['width', 'positions', '字符位置'],
    ]),
    textParam('at', 'Separator, pattern or positions', '分隔符、模式或位置', { help: both('Positions: 4, 6 cuts after the 4th and the 6th character', '位置：4, 6 表示在第 4 和第 6 个字符后拆分') }),
    { name: 'names', kind: 'values', label: both('New columns', '新列') },
    flagParam('keep', 'Keep the column', '保留原列', true),
  ],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: asTexts(params, 'names'), removes: asFlag(params, 'keep') ? [] : [asText(params, 'column')] }),
  describe: (params) => ({ title: both(`Split ${asText(params, 'column')}`, `拆分“${asText(params, 'column')}”`), detail: listed(asTexts(params, 'names')) }),
  run(table, params) {
    const column = requireColumn(table, asText(params, 'column'));
    const names = asTexts(params, 'names');
    const cut = cutterOf(params, names.length);
    const parts = textsFrom(shownTexts(column), names, (text) => cut(text).map((part) => part.trim()));
    const rest = asFlag(params, 'keep') ? table : { ...table, columns: table.columns.filter((other) => other !== column) };
    return { table: addColumns(rest, parts), changedCells: 0 };
  },
  examples: [
    {
      columns: [['s', 'text']],
      rows: [['浙江 / 杭州 / 西湖'], ['a/b/c/d'], ['x'], [null]],
      params: { column: 's', by: 'separator', at: '/', names: ['p', 'c', 'd'], keep: false },
      becomes: {
        columns: [
          ['p', 'text'],
          ['c', 'text'],
          ['d', 'text'],
        ],
        rows: [
          ['浙江', '杭州', '西湖'],
          ['a', 'b', 'c/d'],
          ['x', null, null],
          [null, null, null],
        ],
      },
      changedCells: 0,
    },
    {
      columns: [['sku', 'id']],
      rows: [['2025AB001']],
      params: { column: 'sku', by: 'width', at: '4, 6', names: ['year', 'line', 'no'] },
      becomes: {
        columns: [
          ['sku', 'id'],
          ['year', 'text'],
          ['line', 'text'],
          ['no', 'text'],
        ],
        rows: [['2025AB001', '2025', 'AB', '001']],
      },
      changedCells: 0,
    },
    {
      columns: [['s', 'text']],
      rows: [['1;2,3  4']],
      params: { column: 's', by: 'pattern', at: '[;,]|\\s+', names: ['a', 'b'] },
      becomes: {
        columns: [
          ['s', 'text'],
          ['a', 'text'],
          ['b', 'text'],
        ],
        rows: [['1;2,3  4', '1', '2,3  4']],
      },
      changedCells: 0,
    },
  ],
});

/** Cuts a text into as many parts as asked for; the last holds all that is left. */
function cutterOf(params: Params, parts: number): (text: string) => string[] {
  const at = typeof params['at'] === 'string' ? params['at'] : '';
  const by = asText(params, 'by');
  if (by === 'width') {
    const positions = at.split(/[\s,，]+/).map(Number);
    if (at.trim() === '' || positions.some((position, i) => !Number.isInteger(position) || position <= (positions[i - 1] ?? 0)))
      throw new SuanpanError({ code: 'invalid-params', message: both('positions are rising whole numbers: 4, 6', '位置应为递增的整数：4, 6') });
    return (text) => {
      const letters = [...text];
      const cuts = positions.slice(0, parts - 1);
      return [...cuts, letters.length].map((to, i) => letters.slice(i === 0 ? 0 : cuts[i - 1], to).join(''));
    };
  }
  if (at === '') throw new SuanpanError({ code: 'invalid-params', message: both('there is nothing to cut at', '未指定拆分位置') });
  const next = by === 'pattern' ? compilePattern(at).next : (text: string, from: number) => ({ start: text.indexOf(at, from), end: text.indexOf(at, from) + at.length });
  return (text) => {
    const made: string[] = [];
    let from = 0;
    for (let found = next(text, 0); made.length < parts - 1 && found !== null && found.start >= 0; found = next(text, from)) {
      // An empty match would cut for ever at the same place.
      if (found.end === found.start) break;
      made.push(text.slice(from, found.start));
      from = found.end;
    }
    return [...made, text.slice(from)];
  };
}
