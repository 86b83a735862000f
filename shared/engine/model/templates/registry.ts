import { adGoogle } from './ad-google.ts';
import { adGooglePeriod } from './ad-google-period.ts';
import { adGoogleZhPeriod } from './ad-google-zh-period.ts';
import { adJingzhuntong } from './ad-jingzhuntong.ts';
import { adMeta } from './ad-meta.ts';
import { adMetaPeriod } from './ad-meta-period.ts';
import { adMetaPeriodAdSets } from './ad-meta-period-ad-sets.ts';
import { adMetaPeriodAds } from './ad-meta-period-ads.ts';
import { adPdd } from './ad-pdd.ts';
import { adTiktok } from './ad-tiktok.ts';
import { adWanxiangtai } from './ad-wanxiangtai.ts';
import { adZhitongche } from './ad-zhitongche.ts';
import { alipayStatement } from './alipay-statement.ts';
import { alipayStatementEntries } from './alipay-statement-entries.ts';
import { amazonAds } from './amazon-ads.ts';
import { amazonBusinessReport } from './amazon-business-report.ts';
import { amazonFbaInventory } from './amazon-fba-inventory.ts';
import { amazonInventoryHealth } from './amazon-inventory-health.ts';
import { amazonFbaReturns } from './amazon-fba-returns.ts';
import { amazonOrderReport } from './amazon-order-report.ts';
import { amazonOrders } from './amazon-orders.ts';
import { amazonReturns } from './amazon-returns.ts';
import { amazonSettlement } from './amazon-settlement.ts';
import { brushingOrders } from './brushing-orders.ts';
import { douyinAccountEntries } from './douyin-account-entries.ts';
import { douyinOrders } from './douyin-orders.ts';
import { douyinReturns } from './douyin-returns.ts';
import { douyinSettlements } from './douyin-settlements.ts';
import { ebayOrders } from './ebay-orders.ts';
import { ga4Channels } from './ga4-channels.ts';
import { ga4NewUsers } from './ga4-new-users.ts';
import { ga4Users } from './ga4-users.ts';
import { jdOrders } from './jd-orders.ts';
import { jdShangzhiSkus } from './jd-shangzhi-skus.ts';
import { jushuitanOrders } from './jushuitan-orders.ts';
import { jushuitanReturns } from './jushuitan-returns.ts';
import { luopanGoods } from './luopan-goods.ts';
import { luopanLive } from './luopan-live.ts';
import { pddOrders } from './pdd-orders.ts';
import { shopifyCustomers } from './shopify-customers.ts';
import { shopifyInventory } from './shopify-inventory.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { shopifyOrderTotals } from './shopify-order-totals.ts';
import { shopifyProducts } from './shopify-products.ts';
import { shopifyProductsNew } from './shopify-products-new.ts';
import { sycmCoupons } from './sycm-coupons.ts';
import { sycmGoods } from './sycm-goods.ts';
import { sycmNewCustomers } from './sycm-new-customers.ts';
import { sycmReviews } from './sycm-reviews.ts';
import { sycmSources } from './sycm-sources.ts';
import { sycmTraffic } from './sycm-traffic.ts';
import { taobaoAffiliates } from './taobao-affiliates.ts';
import { taobaoItems } from './taobao-items.ts';
import { taobaoOrders } from './taobao-orders.ts';
import { taobaoRefunds } from './taobao-refunds.ts';
import { tmallOrderReport } from './tmall-order-report.ts';
import { wangdiantongOrders } from './wangdiantong-orders.ts';
import { wechatShopOrders } from './wechat-shop-orders.ts';
import { woocommerceOrders } from './woocommerce-orders.ts';
import { woocommerceProducts } from './woocommerce-products.ts';
import { youzanItems } from './youzan-items.ts';
import { youzanOrders } from './youzan-orders.ts';
import { tiktokShopOrders } from './tiktok-shop-orders.ts';
import { shopeeOrders } from './shopee-orders.ts';
import { lazadaOrders } from './lazada-orders.ts';
import { kuaishouOrders } from './kuaishou-orders.ts';
import { xiaohongshuOrders } from './xiaohongshu-orders.ts';
import { alibaba1688Orders } from './alibaba-1688-orders.ts';
import { jdPurchaseOrders } from './jd-purchase-orders.ts';
import { ga4ChannelsZh } from './ga4-channels-zh.ts';
import { sycmItemDiscounts } from './sycm-item-discounts.ts';
import { sycmShopDiscounts } from './sycm-shop-discounts.ts';
import { sycmBundles } from './sycm-bundles.ts';
import { sycmShoppingCredit } from './sycm-shopping-credit.ts';
import { sycmActivitySources } from './sycm-activity-sources.ts';
import { adWanxiangtaiCreatives } from './ad-wanxiangtai-creatives.ts';
import { adYinliMofang } from './ad-yinli-mofang.ts';
import { adZhitongchePlans } from './ad-zhitongche-plans.ts';
import { adGoogleZh } from './ad-google-zh.ts';
import { amazonAdsSponsored } from './amazon-ads-sponsored.ts';
import { ga4LandingPages } from './ga4-landing-pages.ts';
import { ga4Exploration } from './ga4-exploration.ts';
import { ga4Events } from './ga4-events.ts';
import { taobaoWechatStatement } from './taobao-wechat-statement.ts';
import { ebayOrdersOld } from './ebay-orders-old.ts';
import { adPddPromotions } from './ad-pdd-promotions.ts';
import { taobaoItemsMain } from './taobao-items-main.ts';
import { alipayBillApp } from './alipay-bill-app.ts';
import { alipayBillWeb } from './alipay-bill-web.ts';
import { wechatBill } from './wechat-bill.ts';
import { pddOrdersPlain } from './pdd-orders-plain.ts';
import { douyinOrdersPlain } from './douyin-orders-plain.ts';
import type { Template } from './define.ts';

/** Every known export, by id. */
export const TEMPLATES: readonly Template[] = Object.freeze([
  adGoogle,
  adGooglePeriod,
  adGoogleZhPeriod,
  adJingzhuntong,
  adMeta,
  adMetaPeriod,
  adMetaPeriodAdSets,
  adMetaPeriodAds,
  adPdd,
  adTiktok,
  adWanxiangtai,
  adZhitongche,
  alipayStatement,
  alipayStatementEntries,
  amazonAds,
  amazonBusinessReport,
  amazonFbaInventory,
  amazonInventoryHealth,
  amazonFbaReturns,
  amazonOrderReport,
  amazonOrders,
  amazonReturns,
  amazonSettlement,
  brushingOrders,
  douyinAccountEntries,
  douyinOrders,
  douyinReturns,
  douyinSettlements,
  ebayOrders,
  ga4Channels,
  ga4Users,
  ga4NewUsers,
  jdOrders,
  jdShangzhiSkus,
  jushuitanOrders,
  jushuitanReturns,
  luopanGoods,
  luopanLive,
  pddOrders,
  shopifyCustomers,
  shopifyInventory,
  shopifyOrders,
  shopifyOrderTotals,
  shopifyProducts,
  shopifyProductsNew,
  sycmCoupons,
  sycmGoods,
  sycmNewCustomers,
  sycmReviews,
  sycmSources,
  sycmTraffic,
  taobaoAffiliates,
  taobaoItems,
  taobaoOrders,
  taobaoRefunds,
  tmallOrderReport,
  wangdiantongOrders,
  wechatShopOrders,
  woocommerceOrders,
  woocommerceProducts,
  youzanItems,
  youzanOrders,
  tiktokShopOrders,
  shopeeOrders,
  lazadaOrders,
  kuaishouOrders,
  xiaohongshuOrders,
  alibaba1688Orders,
  jdPurchaseOrders,
  ga4ChannelsZh,
  sycmItemDiscounts,
  sycmShopDiscounts,
  sycmBundles,
  sycmShoppingCredit,
  sycmActivitySources,
  adWanxiangtaiCreatives,
  adYinliMofang,
  adZhitongchePlans,
  adGoogleZh,
  amazonAdsSponsored,
  ga4LandingPages,
  ga4Exploration,
  ga4Events,
  taobaoWechatStatement,
  ebayOrdersOld,
  adPddPromotions,
  taobaoItemsMain,
  alipayBillApp,
  alipayBillWeb,
  wechatBill,
  pddOrdersPlain,
  douyinOrdersPlain,
]);
