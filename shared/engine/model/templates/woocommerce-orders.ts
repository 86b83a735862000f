import { defineTemplate } from './define.ts';

// Headers: woocommerce/woocommerce, Admin/API/Reports/Orders/Controller.php, get_export_columns. They are translated with the site's
// language, and plugins for order exports have others. `Date` is the site's own time: `date_created`, not `date_created_gmt`. The currency
// stands beside the formatted revenue as a sign only; plugins add a column of it.
export const woocommerceOrders = defineTemplate({
  id: 'woocommerce-orders',
  platform: 'woocommerce',
  report: { en: 'WooCommerce orders report', zh: 'WooCommerce 订单报表' },
  where: 'WooCommerce › Analytics › Orders › Download',
  requires: ['Date', 'Order #', 'N. Revenue (formatted)', 'Status', 'Customer', 'Customer type', 'Product(s)', 'Items sold'],
  also: ['Currency', 'Coupon(s)', 'Net Sales', 'N. Revenue', 'Attribution'],
  naturalKey: ['Order #'],
  types: { 'Order #': 'id', Date: 'instant', 'Net Sales': 'money', 'N. Revenue': 'money', 'Items sold': 'int', Customer: 'text', 'Product(s)': 'text' },
  timeZone: null,
  shopTime: true,
  fills: [
    {
      entity: 'orders',
      amounts: 'per-order',
      fields: {
        platform: { const: 'woocommerce' },
        platform_order_id: 'Order #',
        placed_at: 'Date',
        order_status: 'Status',
        currency: 'Currency',
        goods_amount: ['Net Sales', 'N. Revenue'],
        units: 'Items sold',
        coupon_code: 'Coupon(s)',
        utm_source: 'Attribution',
      },
    },
    {
      // All goods of an order stand in one cell: its pieces are one line that names no product of the catalogue.
      entity: 'order_lines',
      fields: { platform: { const: 'woocommerce' }, order_key: 'Order #', title: 'Product(s)', qty: 'Items sold', line_amount: ['Net Sales', 'N. Revenue'] },
    },
  ],
});
