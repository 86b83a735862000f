import { formatNumber } from '../../format/numbers.ts';
import type { versions as english } from '../en/versions.ts';
import type { Translation } from '../types.ts';

/** Rows kept by hand, versions of a recipe, and what changed in a table. */
export const versions: Translation<typeof english> = {
  'kept.entities': (p) => `${formatNumber(p.n)} 个${p.entity}重复出现。`,
  'kept.values': (p) => `“${p.column}”有 ${formatNumber(p.n)} 个值重复出现。`,
  'kept.combinations': (p) => `${p.columns}有 ${formatNumber(p.n)} 种组合重复出现。`,
  'kept.struck': (p) => `${p.first}带删除线的行从这一步起移除。`,
  'kept.removed': (p) => `从这一步起移除 ${formatNumber(p.n)} 行。`,
  'kept.computed': '这一步由这些行生成新行，因此无法单独保留。',
  'kept.choose': '保留一行',
  'kept.one': '保留此行',
  'kept.several': (p) => `保留 ${formatNumber(p.n)} 行`,
  'kept.done': (p) => `已手动保留 ${formatNumber(p.n)} 行`,
  'kept.running': '正在保留行',
  'kept.title': (p) => `手动保留 ${formatNumber(p.n)} 行`,
  'kept.place': (p) => `${p.file} 第 ${formatNumber(p.row)} 行`,
  'kept.absent': '已不在表中：被后来的文件或之前的步骤取代',
  'kept.giveUp': (p) => `不再保留${p.place}`,
  'kept.giveUpAll': '全部不再保留',
  'kept.givenUp': (p) => `不再手动保留 ${formatNumber(p.n)} 行`,
  'kept.mark': '手动保留',
};
