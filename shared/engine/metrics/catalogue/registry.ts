import type { Metric } from '../define.ts';
import { aov } from './aov.ts';
import { avgRefundH } from './avg_refund_h.ts';
import { buyers } from './buyers.ts';
import { cancelRate } from './cancel_rate.ts';
import { cancelledOrders } from './cancelled_orders.ts';
import { cogs } from './cogs.ts';
import { costCoverage } from './cost_coverage.ts';
import { costedSales } from './costed_sales.ts';
import { customerPrice } from './customer_price.ts';
import { discountRate } from './discount_rate.ts';
import { discounts } from './discounts.ts';
import { gmv } from './gmv.ts';
import { grossMargin } from './gross_margin.ts';
import { grossProfit } from './gross_profit.ts';
import { identityCoverage } from './identity_coverage.ts';
import { knownBuyers } from './known_buyers.ts';
import { knownOrders } from './known_orders.ts';
import { lineSalesM } from './line_sales_m.ts';
import { netSales } from './net_sales.ts';
import { newBuyerShare } from './new_buyer_share.ts';
import { newBuyers } from './new_buyers.ts';
import { newSales } from './new_sales.ts';
import { orders } from './orders.ts';
import { ordersPlaced } from './orders_placed.ts';
import { paidOfPlaced } from './paid_of_placed.ts';
import { payRate } from './pay_rate.ts';
import { refundH } from './refund_h.ts';
import { refundOrderRate } from './refund_order_rate.ts';
import { refundOrders } from './refund_orders.ts';
import { refundRate } from './refund_rate.ts';
import { refundTimed } from './refund_timed.ts';
import { refunds } from './refunds.ts';
import { refundsCohort } from './refunds_cohort.ts';
import { repeatBuyers } from './repeat_buyers.ts';
import { repeatRate } from './repeat_rate.ts';
import { returnOrders } from './return_orders.ts';
import { returnRate } from './return_rate.ts';
import { returnUnitRate } from './return_unit_rate.ts';
import { returnedUnits } from './returned_units.ts';
import { returningSalesShare } from './returning_sales_share.ts';
import { sales } from './sales.ts';
import { unitPriceAvg } from './unit_price_avg.ts';
import { units } from './units.ts';
import { unitsPerOrder } from './units_per_order.ts';

/** Every metric, by id. */
export const METRICS: readonly Metric[] = Object.freeze([
  aov,
  avgRefundH,
  buyers,
  cancelRate,
  cancelledOrders,
  cogs,
  costCoverage,
  costedSales,
  customerPrice,
  discountRate,
  discounts,
  gmv,
  grossMargin,
  grossProfit,
  identityCoverage,
  knownBuyers,
  knownOrders,
  lineSalesM,
  netSales,
  newBuyerShare,
  newBuyers,
  newSales,
  orders,
  ordersPlaced,
  paidOfPlaced,
  payRate,
  refundH,
  refundOrderRate,
  refundOrders,
  refundRate,
  refundTimed,
  refunds,
  refundsCohort,
  repeatBuyers,
  repeatRate,
  returnOrders,
  returnRate,
  returnUnitRate,
  returnedUnits,
  returningSalesShare,
  sales,
  unitPriceAvg,
  units,
  unitsPerOrder,
]);
