import { adWanxiangtai } from './ad-wanxiangtai.ts';
import type { Template } from './define.ts';
import { douyinOrders } from './douyin-orders.ts';
import { jdOrders } from './jd-orders.ts';
import { pddOrders } from './pdd-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { sycmTraffic } from './sycm-traffic.ts';
import { taobaoItems } from './taobao-items.ts';
import { taobaoOrders } from './taobao-orders.ts';
import { taobaoRefunds } from './taobao-refunds.ts';
import { tmallOrderReport } from './tmall-order-report.ts';

/** Every known export, by id. */
export const TEMPLATES: readonly Template[] = Object.freeze([adWanxiangtai, douyinOrders, jdOrders, pddOrders, shopifyOrders, sycmTraffic, taobaoItems, taobaoOrders, taobaoRefunds, tmallOrderReport]);
