import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import { Random } from '../../sample-shop/random.ts';
import { timeOf } from '../../sample-shop/text.ts';
import type { ReportFile } from '../reports.ts';
import { DAYS, FIRST_DAY, MISSING_DAY } from '../shop.ts';
import { sycmWorkbook } from './sycm-workbook.ts';

/** Verified names; their true order is not known. */
const HEADER = ['评价时间', '昵称', '商品id', 'skuid', '属性', '评价分类', '评论', '追评内容'];

/** Words of buyers with what breaks tables: commas, quotes, line breaks, signs beyond 16 bits. */
const WORDS: readonly (readonly [string, string])[] = [
  ['好评', '质量很好,做工细致,和描述一样'],
  ['好评', '第二次买了👍\n家里人都说好'],
  ['好评', '客服说的"当天发"真的当天就发了'],
  ['好评', '此用户没有填写评价。'],
  ['中评', '东西还行，就是快递慢了三天'],
  ['中评', '颜色比图片深一点；尺寸没问题'],
  ['差评', '有股味道，晾了一周还在！'],
  ['差评', '收到就是坏的\n联系客服才给换'],
];

/** 生意参谋's reviews: a real .xls, four rows above the header, nicknames masked, `-` where nothing was added. */
export function sycmReviews(): ReportFile {
  const random = new Random(46);
  const cells = Array.from({ length: DAYS }, (_, i) => FIRST_DAY + i)
    .filter((day) => day !== MISSING_DAY)
    .flatMap((day) =>
      Array.from({ length: random.whole(2, 6) }, (_, n) => {
        const { sku, title } = random.pick(PRODUCTS);
        const [kind, text] = random.pick(WORDS);
        return {
          评价时间: timeOf(day * 86_400 + 32_400 + n * 5400 + random.whole(0, 3600)),
          昵称: `${random.pick(['t', '小', '陈', '阿'])}**${random.whole(0, 9)}`,
          商品id: `6900000${sku.slice(3)}`,
          skuid: `51000000${sku.slice(3)}`,
          属性: `款式:${title}`,
          评价分类: kind,
          评论: text,
          追评内容: random.chance(0.15) ? '用了一周来追评，没有问题' : '-',
        };
      }),
    );
  return {
    file: sycmWorkbook('【服务】评价分析', '评价', HEADER, cells),
    template: 'sycm-reviews',
    rows: cells.length,
    sums: {},
  };
}
