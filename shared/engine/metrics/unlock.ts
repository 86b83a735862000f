import type { Text } from '#contract/values';
import type { MetricsCache } from './cache.ts';
import type { Need } from './define.ts';

/** What to import when a kind of data is missing. */
export const UNLOCK: Readonly<Record<Need, Text>> = {
  orders: { en: 'Import an order export (Shopify orders CSV, 订单报表…)', zh: '导入订单报表（Shopify orders CSV、淘宝订单报表等）' },
  lines: { en: 'Import order items (宝贝报表, line items)', zh: '导入订单明细（宝贝报表、line items）' },
  costs: { en: 'Import a cost export or a product sheet with cost prices', zh: '导入含成本价的商品表或成本表' },
  returns: { en: 'Import refunds and returns (退款报表)', zh: '导入退款 / 退货报表' },
  returned_goods: { en: 'Import an after-sales sheet that says what came back (退款报表)', zh: '导入说明是否退货的售后 / 退款报表' },
  returned_pieces: { en: 'Import an after-sales sheet that says how many pieces came back (退货数量)', zh: '导入含退货数量的售后 / 退款报表' },
  identity: { en: 'Import an order export that names its buyers', zh: '导入含买家信息的订单报表' },
  discounts: { en: 'Import an order export with the seller’s discounts', zh: '导入含商家优惠的订单报表' },
};

/** The kinds of data that are asked for first; how many pieces came back is no question before it is known whether any did. */
export function missingNeeds(cache: MetricsCache, needs: readonly Need[]): Need[] {
  const missing = needs.filter((need) => !cache.available.has(need));
  return missing.includes('returned_goods') ? missing.filter((need) => need !== 'returned_pieces') : missing;
}
