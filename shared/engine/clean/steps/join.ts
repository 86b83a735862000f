import { SuanpanError } from '#contract/errors';
import { type JoinHow, KEY_TIDYINGS, type KeyTidying } from '#contract/documents';
import type { Text } from '#contract/values';
import { joinTables, type KeyComparison, matchTables } from '../../table/join.ts';
import { asPairs, asText, asTexts, both, choiceParam, defineStep, type Params } from '../define.ts';

/** What is overlooked in keys that are compared so. */
const TIDY: Readonly<Record<string, readonly KeyTidying[]>> = { text: ['blanks', 'width', 'case'], id: KEY_TIDYINGS };

const TIDY_LABELS: Readonly<Record<KeyTidying, Text>> = {
  blanks: both('blanks', '空格'),
  width: both('full width', '全角与半角'),
  case: both('capitals', '大小写'),
  zeros: both('leading zeros', '前导零'),
  decimals: both('.0 at the end', '末尾的 .0'),
  signs: both("# and ' in front", "开头的 # 和 '"),
};

/** What a join step asks for: the other table, the pairs of keys, which rows stay, and how each key is compared. */
export function joinOf(params: Params): { readonly dataset: string; readonly keys: readonly (readonly [string, string])[]; readonly how: JoinHow; readonly compare: KeyComparison } {
  const compare = asText(params, 'compare');
  const tidy = compare === 'own' ? KEY_TIDYINGS.filter((one) => asTexts(params, 'tidy').includes(one)) : (TIDY[compare] ?? []);
  return { dataset: asText(params, 'dataset'), keys: asPairs(params, 'on'), how: (asText(params, 'how') || 'left') as JoinHow, compare: { tidy, pairs: asPairs(params, 'same') } };
}

export const join = defineStep({
  id: 'join',
  version: 1,
  title: { en: 'Join', zh: '关联' },
  help: {
    en: 'Adds the columns of another table where keys are equal. Rows keep their order; a key that is there twice on the other side makes two rows, and the step says so.',
    zh: '按相同的键添加另一张表的列。行保持原有顺序；若对方有重复的键则会增加行数，并给出提示。',
  },
  icon: 'merge',
  family: 'tables',
  params: [
    { name: 'dataset', kind: 'dataset', label: { en: 'Table', zh: '表' } },
    { name: 'on', kind: 'pairs', from: 'dataset', label: { en: 'Keys', zh: '键' }, pair: { left: 'column', leftLabel: { en: 'Here', zh: '本表' }, rightLabel: { en: 'There', zh: '对方表' } } },
    {
      name: 'how',
      kind: 'choice',
      label: { en: 'Keep', zh: '保留' },
      optional: true,
      default: 'left',
      options: [
        { value: 'left', label: { en: 'every row here', zh: '本表所有行' } },
        { value: 'inner', label: { en: 'matched rows', zh: '匹配的行' } },
        { value: 'full', label: { en: 'every row of both', zh: '两表所有行' } },
        { value: 'anti', label: { en: 'rows without a match', zh: '未匹配的行' } },
      ],
    },
    choiceParam('compare', 'Compare keys', '键的比较方式', [
      ['exact', 'as they are', '原样'],
      ['text', 'as words', '按文字'],
      ['id', 'as numbers', '按编号'],
      ['own', 'overlooking …', '忽略……'],
    ]),
    {
      name: 'tidy',
      kind: 'choices',
      label: both('Overlook', '忽略'),
      optional: true,
      when: ['compare', 'own'],
      options: KEY_TIDYINGS.map((value) => ({ value, label: TIDY_LABELS[value] })),
    },
    {
      name: 'same',
      kind: 'pairs',
      optional: true,
      label: both('Keys that are the same', '视为相同的键'),
      help: both(
        "As words blanks, full width and capitals count for nothing; as numbers neither do leading zeros, a .0 at the end, # and '.",
        "按文字：忽略空格、全角和大小写；按编号：另忽略前导零、末尾的 .0 以及 # 和 '。",
      ),
      pair: { left: 'text', leftLabel: both('Here', '本表'), rightLabel: both('There', '对方表') },
    },
  ],
  columns: (params) => ({ reads: asPairs(params, 'on').map(([left]) => left), adds: [], removes: [] }),
  describe: (params) => ({
    title: { en: `Join ${asText(params, 'dataset')}`, zh: `关联 ${asText(params, 'dataset')}` },
    detail: {
      en: `On ${asPairs(params, 'on')
        .map(([l, r]) => (l === r ? l : `${l} = ${r}`))
        .join(', ')}`,
      zh: `按 ${asPairs(params, 'on')
        .map(([l, r]) => (l === r ? l : `${l} = ${r}`))
        .join('、')}`,
    },
  }),
  run(table, params, context) {
    const { dataset, keys, how, compare } = joinOf(params);
    const right = context.table(dataset);
    if (right === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `missing table: ${dataset}`, zh: `缺少表：${dataset}` } });
    const match = matchTables(
      table,
      right,
      keys,
      keys.map(() => compare),
    );
    const joined = joinTables(table, right, match, how);
    const grew = joined.rows - table.rows;
    return {
      table: joined,
      changedCells: 0,
      ...(how !== 'full' && grew > 0 && { warning: { en: `One row here can become ${match.maxFanOut}: ${grew} rows more`, zh: `一行最多变成 ${match.maxFanOut} 行：共增加 ${grew} 行` } }),
    };
  },
  examples: [],
});
