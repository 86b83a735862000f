import type { Text } from '#contract/values';

export type PlatformId = 'tmall' | 'jd' | 'pdd' | 'douyin' | 'shopify';

interface ShopExport {
  readonly title: Text;
  /** Menu path in the back office, in the words of that back office. */
  readonly where: string;
  readonly lights: Text;
  readonly first?: boolean;
}

const ORDERS: Text = { en: 'Order details', zh: '订单明细' };
const LINES: Text = { en: 'Order lines', zh: '商品明细（宝贝报表）' };
const REFUNDS: Text = { en: 'Refunds and returns', zh: '退款与退货' };
const SALES: Text = { en: 'Sales, buyers, repeat purchases, segments', zh: '销售、买家、复购、客户分群' };
const UNITS: Text = { en: 'Units, unit price, products', zh: '件数、件单价、商品' };
const NET: Text = { en: 'Net sales, refund and return rates', zh: '净销售额、退款率、退货率' };

/** The exports that this version reads into the shop model, by platform. */
export const EXPORTS: Readonly<Record<PlatformId, readonly ShopExport[]>> = {
  tmall: [
    { title: ORDERS, where: '交易 › 已卖出的宝贝 › 批量导出 › 订单报表', lights: SALES, first: true },
    { title: LINES, where: '交易 › 已卖出的宝贝 › 批量导出 › 宝贝报表', lights: UNITS },
    { title: REFUNDS, where: '售后 › 退款管理 › 导出', lights: NET },
  ],
  jd: [
    { title: ORDERS, where: '订单管理 › 订单查询与跟踪 › 导出', lights: SALES, first: true },
    { title: REFUNDS, where: '售后管理 › 售后单 › 导出', lights: NET },
  ],
  pdd: [
    { title: ORDERS, where: '发货管理 › 订单查询 › 批量导出', lights: SALES, first: true },
    { title: REFUNDS, where: '售后管理 › 退款/售后 › 导出', lights: NET },
  ],
  douyin: [
    { title: ORDERS, where: '订单 › 订单管理 › 导出', lights: SALES, first: true },
    { title: REFUNDS, where: '售后 › 售后工作台 › 导出', lights: NET },
  ],
  shopify: [{ title: ORDERS, where: 'Shopify admin › Orders › Export › Plain CSV', lights: { en: 'Sales, buyers, units, refunds, segments', zh: '销售、买家、件数、退款、客户分群' }, first: true }],
};
