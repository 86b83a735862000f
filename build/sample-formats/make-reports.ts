import type { ReportFile } from './reports.ts';
import { alipayStatement } from './writers/alipay-statement.ts';
import { douyinAccountEntries } from './writers/douyin-account-entries.ts';
import { douyinSettlements } from './writers/douyin-settlements.ts';
import { jdJingzhuntong } from './writers/jd-jingzhuntong.ts';
import { jdShangzhiSkus } from './writers/jd-shangzhi-skus.ts';
import { luopanGoods } from './writers/luopan-goods.ts';
import { luopanLive } from './writers/luopan-live.ts';
import { pddAds } from './writers/pdd-ads.ts';
import { sycmCoupons } from './writers/sycm-coupons.ts';
import { sycmGoods } from './writers/sycm-goods.ts';
import { sycmNewCustomers } from './writers/sycm-new-customers.ts';
import { sycmReviews } from './writers/sycm-reviews.ts';
import { sycmSources } from './writers/sycm-sources.ts';
import { taobaoAffiliates } from './writers/taobao-affiliates.ts';
import { wanxiangtai } from './writers/wanxiangtai.ts';
import { zhitongche } from './writers/zhitongche.ts';
import { amazonAds } from './writers/amazon-ads.ts';
import { amazonBusinessReport } from './writers/amazon-business-report.ts';
import { amazonFbaInventory } from './writers/amazon-fba-inventory.ts';
import { amazonInventoryHealth } from './writers/amazon-inventory-health.ts';
import { amazonSettlement } from './writers/amazon-settlement.ts';
import { ga4Report } from './writers/ga4-report.ts';
import { googleAds } from './writers/google-ads.ts';
import { metaAds } from './writers/meta-ads.ts';
import { shopifyCustomers } from './writers/shopify-customers.ts';
import { shopifyInventory } from './writers/shopify-inventory.ts';
import { shopifyProducts } from './writers/shopify-products.ts';
import { shopifyProductsNew } from './writers/shopify-products-new.ts';
import { tiktokAds } from './writers/tiktok-ads.ts';
import { woocommerceProducts } from './writers/woocommerce-products.ts';

/** Every sheet that makes no orders, in the order of the platforms' register. */
export function makeReports(): ReportFile[] {
  return [
    shopifyCustomers(),
    shopifyProducts(),
    shopifyProductsNew(),
    shopifyInventory(),
    woocommerceProducts(),
    amazonSettlement(),
    amazonFbaInventory(),
    amazonInventoryHealth(),
    amazonBusinessReport(),
    amazonAds(),
    ...ga4Report(),
    googleAds(),
    metaAds(),
    tiktokAds(),
    sycmGoods(),
    sycmSources(),
    sycmReviews(),
    sycmCoupons(),
    sycmNewCustomers(),
    zhitongche(),
    wanxiangtai(),
    taobaoAffiliates(),
    alipayStatement(),
    jdShangzhiSkus(),
    jdJingzhuntong(),
    pddAds(),
    douyinSettlements(),
    douyinAccountEntries(),
    luopanLive(),
    luopanGoods(),
  ];
}
