import type { ReportFile } from './reports.ts';
import { alipayStatement } from './writers/alipay-statement.ts';
import { jdJingzhuntong } from './writers/jd-jingzhuntong.ts';
import { jdShangzhiSkus } from './writers/jd-shangzhi-skus.ts';
import { luopanGoods } from './writers/luopan-goods.ts';
import { luopanLive } from './writers/luopan-live.ts';
import { pddAds } from './writers/pdd-ads.ts';
import { sycmGoods } from './writers/sycm-goods.ts';
import { sycmSources } from './writers/sycm-sources.ts';
import { taobaoAffiliates } from './writers/taobao-affiliates.ts';
import { wanxiangtai } from './writers/wanxiangtai.ts';
import { zhitongche } from './writers/zhitongche.ts';

/** Every sheet that makes no orders, in the order of the platforms' register. */
export function makeReports(): ReportFile[] {
  return [sycmGoods(), sycmSources(), zhitongche(), wanxiangtai(), taobaoAffiliates(), alipayStatement(), jdShangzhiSkus(), jdJingzhuntong(), pddAds(), luopanLive(), luopanGoods()];
}
