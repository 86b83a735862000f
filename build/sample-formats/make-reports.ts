import type { ReportFile } from './reports.ts';
import { sycmItemDiscounts } from './writers/sycm-item-discounts.ts';
import { sycmShopDiscounts } from './writers/sycm-shop-discounts.ts';
import { sycmBundles } from './writers/sycm-bundles.ts';
import { sycmShoppingCredit } from './writers/sycm-shopping-credit.ts';
import { sycmActivitySources } from './writers/sycm-activity-sources.ts';
import { wanxiangtaiCreatives } from './writers/wanxiangtai-creatives.ts';
import { yinliMofang } from './writers/yinli-mofang.ts';
import { zhitongchePlans } from './writers/zhitongche-plans.ts';
import { amazonAdsSponsored } from './writers/amazon-ads-sponsored.ts';
import { pddPromotions } from './writers/pdd-promotions.ts';
import { googleAdsZh } from './writers/google-ads-zh.ts';
import { ga4Exploration } from './writers/ga4-exploration.ts';
import { ga4LandingPages } from './writers/ga4-landing-pages.ts';
import { taobaoWechatStatement } from './writers/taobao-wechat-statement.ts';
import { alipayStatement } from './writers/alipay-statement.ts';
import { alipayStatementEntries } from './writers/alipay-statement-entries.ts';
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
import { alipayBillApp, alipayBillWeb, wechatBill } from './writers/wallet-bills.ts';
import { wanxiangtai } from './writers/wanxiangtai.ts';
import { zhitongche } from './writers/zhitongche.ts';
import { amazonAds } from './writers/amazon-ads.ts';
import { amazonBusinessReport } from './writers/amazon-business-report.ts';
import { amazonFbaInventory } from './writers/amazon-fba-inventory.ts';
import { amazonInventoryHealth } from './writers/amazon-inventory-health.ts';
import { amazonSettlement } from './writers/amazon-settlement.ts';
import { ga4Report } from './writers/ga4-report.ts';
import { googleAds } from './writers/google-ads.ts';
import { ga4NewUsers } from './writers/ga4-new-users.ts';
import { googleAdsZhPeriod } from './writers/google-ads-zh-period.ts';
import { googleAdsPeriod } from './writers/google-ads-period.ts';
import { metaAds } from './writers/meta-ads.ts';
import { metaAdsPeriod } from './writers/meta-ads-period.ts';
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
    amazonAdsSponsored(),
    ...ga4Report(),
    ga4LandingPages(),
    ...ga4Exploration(),
    googleAds(),
    googleAdsPeriod(),
    googleAdsZhPeriod(),
    ga4NewUsers(),
    googleAdsZh(),
    metaAds('USD'),
    metaAds('EUR'),
    metaAdsPeriod('ad-meta-period', 61),
    metaAdsPeriod('ad-meta-period-ad-sets', 62),
    metaAdsPeriod('ad-meta-period-ads', 63),
    tiktokAds(),
    sycmGoods(),
    sycmSources(),
    sycmReviews(),
    sycmCoupons('店铺券'),
    sycmCoupons('商品券'),
    sycmNewCustomers(),
    sycmItemDiscounts(),
    sycmShopDiscounts(),
    sycmBundles(),
    sycmShoppingCredit(),
    ...sycmActivitySources(),
    zhitongche(),
    zhitongchePlans(),
    wanxiangtai(),
    wanxiangtaiCreatives(),
    yinliMofang(),
    taobaoAffiliates(),
    alipayStatement(),
    alipayStatementEntries(),
    taobaoWechatStatement(),
    alipayBillApp(),
    alipayBillWeb(),
    wechatBill(),
    jdShangzhiSkus(),
    jdJingzhuntong(),
    jdJingzhuntong('_点击口径_1天'),
    jdJingzhuntong('_点击口径_15天'),
    pddAds(),
    pddPromotions(),
    douyinSettlements(),
    douyinAccountEntries(),
    luopanLive(),
    luopanGoods(),
  ];
}
