import { mapTexts, requireColumn } from '../cells.ts';
import { asText, asTexts, both, choiceParam, columnsParam, defineStep, listed } from '../define.ts';
import { shownTexts } from '../derived.ts';
import { type Table, withColumn } from '../../table/table.ts';

export const mask = defineStep({
  id: 'mask',
  version: 1,
  title: both('Mask personal data', '脱敏'),
  help: both(
    'Hides the middle of names, phones and addresses, or puts codes in their place: the same person has the same code in this workspace, and nobody can go back from it.',
    '隐藏姓名、电话、地址的中间部分，或替换为编码：同一人在本工作区编码相同，且无法还原。',
  ),
  icon: 'eye-off',
  family: 'privacy',
  params: [
    columnsParam('columns', 'Columns', '列'),
    choiceParam('how', 'Put in place', '方式', [
      ['hide', 'stars in the middle', '中间打星号'],
      ['code', 'a code', '编码'],
      ['empty', 'nothing', '清空'],
    ]),
  ],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [], removes: [] }),
  describe: (params) => ({ title: both('Mask personal data', '脱敏'), detail: listed(asTexts(params, 'columns')) }),
  run(table, params, context) {
    const how = asText(params, 'how');
    const change = how === 'code' ? context.pseudonym : how === 'empty' ? () => null : hidden;
    let result: { table: Table; changedCells: number } = { table, changedCells: 0 };
    for (const name of asTexts(params, 'columns')) {
      const column = requireColumn(result.table, name);
      // What the file had must not stay behind the mask.
      const source = { ...shownTexts(column), type: column.kind === 'text' && column.type === 'id' ? column.type : ('text' as const), raw: undefined };
      const next = mapTexts(withColumn(result.table, source), source, change);
      result = { table: next.table, changedCells: result.changedCells + next.changedCells };
    }
    return result;
  },
  examples: [
    {
      columns: [['tel', 'id']],
      rows: [['13812345678'], ['王小明'], ['李'], [null]],
      params: { columns: ['tel'] },
      becomes: { columns: [['tel', 'id']], rows: [['138****5678'], ['王*明'], ['*'], [null]] },
      changedCells: 3,
    },
    { columns: [['n', 'int']], rows: [[12]], params: { columns: ['n'], how: 'code' }, becomes: { columns: [['n', 'text']], rows: [['p2']] }, changedCells: 1 },
  ],
});

/** Keeps a third at each end, at most three letters before and four behind; already hidden letters stay hidden. */
function hidden(text: string): string {
  const letters = [...text];
  const before = Math.min(3, Math.floor(letters.length / 3));
  const behind = Math.min(4, Math.floor(letters.length / 2.5));
  return letters.map((letter, i) => (i < before || i >= letters.length - behind ? letter : '*')).join('');
}
