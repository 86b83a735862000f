import { defineTemplate } from './define.ts';

// Headers: developer-docs.amazon.com, "FBA customer concessions". The sheet says what came back and not what was refunded: the amount
// stays unknown.
export const amazonFbaReturns = defineTemplate({
  id: 'amazon-fba-returns',
  platform: 'amazon',
  report: { en: 'Amazon FBA customer returns', zh: '亚马逊 FBA 退货' },
  where: 'Seller Central › Reports › Fulfilment › Customer concessions › FBA customer returns',
  requires: ['return-date', 'order-id', 'sku', 'asin', 'fnsku', 'quantity', 'fulfillment-center-id', 'detailed-disposition', 'reason'],
  also: ['product-name', 'status', 'license-plate-number', 'customer-comments'],
  naturalKey: ['order-id', 'sku', 'license-plate-number'],
  types: { 'order-id': 'id', sku: 'id', asin: 'id', fnsku: 'id', 'license-plate-number': 'id', 'return-date': 'instant', quantity: 'int' },
  timeZone: null,
  fills: [
    {
      entity: 'returns',
      fields: {
        platform: { const: 'amazon' },
        return_id: 'license-plate-number',
        order_key: 'order-id',
        sku: 'sku',
        completed_at: 'return-date',
        kind: { const: 'return_refund' },
        status: 'status',
        qty: 'quantity',
        reason: 'reason',
        comment: 'customer-comments',
      },
    },
  ],
});
