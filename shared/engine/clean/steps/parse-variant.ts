import { requireColumn } from '../cells.ts';
import { asText, asTexts, both, columnParam, defineStep, listed } from '../define.ts';
import { addColumns, shownTexts, textsFrom } from '../derived.ts';

export const parseVariant = defineStep({
  id: 'parse-variant',
  version: 1,
  title: both('Parts of a product variant', '解析商品规格'),
  help: both(
    'Takes colour, size and so on out of variants: by their names (颜色分类:黑色;尺码:XL), else by their place (Black / XL).',
    '从商品规格中取出颜色、尺码等：按名称（颜色分类:黑色;尺码:XL），否则按位置（黑色 / XL）。',
  ),
  icon: 'shirt',
  family: 'text',
  params: [
    columnParam('column', 'Variant', '规格列'),
    { name: 'names', kind: 'values', label: both('Parts', '规格项'), help: both('One a line, as the variants name them: 颜色分类, 尺码', '每行一个，与规格中的名称一致：颜色分类、尺码') },
  ],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: asTexts(params, 'names'), removes: [] }),
  describe: (params) => ({ title: both(`Take variants apart`, `解析商品规格`), detail: listed(asTexts(params, 'names')) }),
  run(table, params) {
    const names = asTexts(params, 'names');
    return {
      table: addColumns(
        table,
        textsFrom(shownTexts(requireColumn(table, asText(params, 'column'))), names, (text) => variantParts(text, names)),
      ),
      changedCells: 0,
    };
  },
  examples: [
    {
      columns: [['v', 'text']],
      rows: [['颜色分类:黑色;尺码:XL'], ['尺码：L；颜色分类：白'], ['红 / M'], ['默认'], ['材质:棉'], [null]],
      params: { column: 'v', names: ['颜色分类', '尺码'] },
      becomes: {
        columns: [
          ['v', 'text'],
          ['颜色分类', 'text'],
          ['尺码', 'text'],
        ],
        rows: [
          ['颜色分类:黑色;尺码:XL', '黑色', 'XL'],
          ['尺码：L；颜色分类：白', '白', 'L'],
          ['红 / M', '红', 'M'],
          ['默认', '默认', null],
          ['材质:棉', null, null],
          [null, null, null],
        ],
      },
      changedCells: 0,
    },
  ],
});

function variantParts(text: string, names: readonly string[]): (string | null)[] {
  const parts = text.split(/[;；]|\s\/\s|,\s/).map((part) => part.trim());
  const named = parts.map((part) => /^([^:：]{1,20})[:：](.*)$/.exec(part));
  // One part with a name, and the others have theirs too: a place says nothing then.
  if (named.some((match) => match !== null)) return names.map((name) => named.find((match) => match?.[1]?.trim().toLowerCase() === name.trim().toLowerCase())?.[2]?.trim() ?? null);
  return names.map((_, i) => parts[i] ?? null);
}
