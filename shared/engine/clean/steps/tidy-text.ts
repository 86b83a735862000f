import { Converter } from 'opencc-js/t2cn';
import { isTextType } from '../../table/table.ts';
import { mapTexts, requireColumn } from '../cells.ts';
import { asFlag, asText, asTexts, columnsParam, defineStep, listed, type Params } from '../define.ts';

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
  help: {
    en: 'Trims blanks, turns full-width letters and digits into half-width, removes control characters, turns traditional characters into simplified ones, sets upper or lower case.',
    zh: '去除首尾空格、全角转半角、去除控制字符、繁体转简体、统一大小写。',
  },
  icon: 'wand-sparkles',
  family: 'text',
  params: [
    columnsParam('columns', 'Columns', '列', { types: ['text', 'id', 'enum'] }),
    flag('trim', 'Trim and collapse blanks', '去除多余空格', true),
    flag('halfWidth', 'Full-width to half-width', '全角转半角', true),
    flag('control', 'Remove control characters', '去除控制字符', true),
    flag('compatible', 'Ligatures, circled digits and the like to plain letters (NFKC)', '合字、带圈数字等转为普通字符（NFKC）', false),
    flag('simplified', 'Traditional to simplified Chinese', '繁体转简体', false),
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
    const change = tidierOf(params);
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
    {
      columns: [['s', 'text']],
      rows: [['乾燥機 ①ﬁ'], ['软件']],
      params: { columns: ['s'], simplified: true, compatible: true },
      becomes: { columns: [['s', 'text']], rows: [['干燥机 1fi'], ['软件']] },
      changedCells: 1,
    },
    { columns: [['s', 'text']], rows: [["o'neil SHOP"]], params: { columns: ['s'], case: 'title' }, becomes: { columns: [['s', 'text']], rows: [["O'neil Shop"]] }, changedCells: 1 },
  ],
});

function tidierOf(params: Params): (text: string) => string | null {
  const changes: ((text: string) => string)[] = [];
  // Tabs and line ends are blanks, not noise: trimming deals with them.
  if (asFlag(params, 'control')) changes.push(withoutControls);
  if (asFlag(params, 'compatible')) changes.push((text) => text.normalize('NFKC'));
  if (asFlag(params, 'halfWidth')) changes.push((text) => text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' '));
  if (asFlag(params, 'simplified')) changes.push(simplified());
  if (asFlag(params, 'trim')) changes.push((text) => text.replace(/\s+/gu, ' ').trim());
  changes.push(CASES[asText(params, 'case')] ?? ((text) => text));
  return (text) => changes.reduce((next, change) => change(next), text) || null;
}

function withoutControls(text: string): string {
  return [...text]
    .filter((letter) => {
      const code = letter.codePointAt(0) as number;
      return (code >= 32 && code !== 127 && !(code >= 0x200b && code <= 0x200f) && code !== 0xfeff) || code === 9 || code === 10;
    })
    .join('');
}

let convert: ((text: string) => string) | null = null;

/** Words and characters of Taiwan, Hong Kong and old print in simplified ones; the tables are built when first needed. */
function simplified(): (text: string) => string {
  convert ??= Converter({ from: 't', to: 'cn' });
  return convert;
}
