import { adWanxiangtai } from './ad-wanxiangtai.ts';
import { amazonFbaReturns } from './amazon-fba-returns.ts';
import { amazonOrderReport } from './amazon-order-report.ts';
import { amazonOrders } from './amazon-orders.ts';
import { amazonReturns } from './amazon-returns.ts';
import { amazonSettlement } from './amazon-settlement.ts';
import { brushingOrders } from './brushing-orders.ts';
import { douyinOrders } from './douyin-orders.ts';
import { douyinReturns } from './douyin-returns.ts';
import { ebayOrders } from './ebay-orders.ts';
import { jdOrders } from './jd-orders.ts';
import { jushuitanOrders } from './jushuitan-orders.ts';
import { jushuitanReturns } from './jushuitan-returns.ts';
import { pddOrders } from './pdd-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { sycmTraffic } from './sycm-traffic.ts';
import { taobaoItems } from './taobao-items.ts';
import { taobaoOrders } from './taobao-orders.ts';
import { taobaoRefunds } from './taobao-refunds.ts';
import { tmallOrderReport } from './tmall-order-report.ts';
import { wangdiantongOrders } from './wangdiantong-orders.ts';
import { wechatShopOrders } from './wechat-shop-orders.ts';
import { woocommerceOrders } from './woocommerce-orders.ts';
import { youzanItems } from './youzan-items.ts';
import { youzanOrders } from './youzan-orders.ts';
import type { Template } from './define.ts';

/** Every known export, by id. */
export const TEMPLATES: readonly Template[] = Object.freeze([
  adWanxiangtai,
  amazonFbaReturns,
  amazonOrderReport,
  amazonOrders,
  amazonReturns,
  amazonSettlement,
  brushingOrders,
  douyinOrders,
  douyinReturns,
  ebayOrders,
  jdOrders,
  jushuitanOrders,
  jushuitanReturns,
  pddOrders,
  shopifyOrders,
  sycmTraffic,
  taobaoItems,
  taobaoOrders,
  taobaoRefunds,
  tmallOrderReport,
  wangdiantongOrders,
  wechatShopOrders,
  woocommerceOrders,
  youzanItems,
  youzanOrders,
]);
