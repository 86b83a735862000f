import { isTextType } from '../../table/table.ts';
import { mapTexts, requireColumn } from '../cells.ts';
import { asFlag, asText, asTexts, columnsParam, defineStep, listed } from '../define.ts';

const CASES: Readonly<Record<string, (text: string) => string>> = {
  keep: (text) => text,
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  title: (text) => text.toLowerCase().replace(/(^|[^\p{L}\p{N}'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
};

const flag = (name: string, en: string, zh: string, on: boolean) => ({ name, kind: 'boolean' as const, label: { en, zh }, optional: true, default: on });

export const tidyText = defineStep({
  id: 'tidy-text',
  version: 1,
  title: { en: 'Tidy text', zh: '整理文本' },
  help: { en: 'Trims blanks, turns full-width letters and digits into half-width, removes control characters, sets upper or lower case.', zh: '去除首尾空格、全角转半角、去除控制字符、统一大小写。' },
  icon: 'wand-sparkles',
  params: [
    columnsParam('columns', 'Columns', '列', { types: ['text', 'id', 'enum'] }),
    flag('trim', 'Trim and collapse blanks', '去除多余空格', true),
    flag('halfWidth', 'Full-width to half-width', '全角转半角', true),
    flag('control', 'Remove control characters', '去除控制字符', true),
    {
      name: 'case',
      kind: 'choice',
      label: { en: 'Case', zh: '大小写' },
      optional: true,
      default: 'keep',
      options: [
        { value: 'keep', label: { en: 'As it is', zh: '保持不变' } },
        { value: 'lower', label: { en: 'lower case', zh: '小写' } },
        { value: 'upper', label: { en: 'UPPER CASE', zh: '大写' } },
        { value: 'title', label: { en: 'Title Case', zh: '首字母大写' } },
      ],
    },
  ],
  columns: (params) => ({ reads: asTexts(params, 'columns'), adds: [], removes: [] }),
  describe: (params) => ({ title: { en: 'Tidy text', zh: '整理文本' }, detail: listed(asTexts(params, 'columns')) }),
  run(table, params) {
    const change = tidier(asFlag(params, 'trim'), asFlag(params, 'halfWidth'), asFlag(params, 'control'), asText(params, 'case'));
    let result = { table, changedCells: 0 };
    for (const name of asTexts(params, 'columns')) {
      const column = requireColumn(result.table, name);
      if (column.kind !== 'text' || !isTextType(column.type)) continue;
      const next = mapTexts(result.table, column, change);
      result = { table: next.table, changedCells: result.changedCells + next.changedCells };
    }
    return result;
  },
  examples: [
    {
      columns: [['s', 'text']],
      rows: [['  ａＢ１  x '], ['y'], ['   '], [null]],
      params: { columns: ['s'], trim: true, halfWidth: true },
      becomes: { columns: [['s', 'text']], rows: [['aB1 x'], ['y'], [null], [null]] },
      changedCells: 2,
    },
    { columns: [['s', 'text']], rows: [["o'neil SHOP"]], params: { columns: ['s'], case: 'title' }, becomes: { columns: [['s', 'text']], rows: [["O'neil Shop"]] }, changedCells: 1 },
  ],
});

function tidier(trim: boolean, halfWidth: boolean, control: boolean, letters: string): (text: string) => string | null {
  const recase = CASES[letters] ?? ((text: string) => text);
  return (text) => {
    let next = text;
    // Tabs and line ends are blanks, not noise: trimming deals with them.
    if (control)
      next = [...next]
        .filter((letter) => {
          const code = letter.codePointAt(0) as number;
          return (code >= 32 && code !== 127 && !(code >= 0x200b && code <= 0x200f) && code !== 0xfeff) || code === 9 || code === 10;
        })
        .join('');
    if (halfWidth) next = next.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
    if (trim) next = next.replace(/\s+/gu, ' ').trim();
    next = recase(next);
    return next === '' ? null : next;
  };
}
