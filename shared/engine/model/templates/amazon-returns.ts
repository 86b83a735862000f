import { defineTemplate } from './define.ts';

// Seller-fulfilled returns. A case with a refunded amount is done, whatever its request says.
export const amazonReturns = defineTemplate({
  id: 'amazon-returns',
  platform: 'amazon',
  report: { en: 'Amazon returns', zh: '亚马逊退货报告' },
  where: 'Seller Central › Orders › Manage Returns › Return Reports',
  requires: ['Order ID', 'Return request date', 'Amazon RMA ID', 'Merchant SKU', 'Return quantity', 'Return Reason', 'Resolution', 'Refunded Amount'],
  also: ['Order date', 'Return request status', 'Merchant RMA ID', 'Currency code', 'ASIN', 'Item Name', 'In policy', 'Return type', 'Return delivery date', 'Order Amount', 'Order quantity'],
  naturalKey: ['Amazon RMA ID', 'Merchant SKU'],
  types: {
    'Order ID': 'id',
    'Amazon RMA ID': 'id',
    'Merchant RMA ID': 'id',
    'Merchant SKU': 'id',
    ASIN: 'id',
    'Order date': 'date',
    'Return request date': 'date',
    'Return delivery date': 'date',
    'Return quantity': 'int',
    'Order quantity': 'int',
    'Refunded Amount': 'money',
    'Order Amount': 'money',
  },
  timeZone: null,
  fills: [
    {
      entity: 'returns',
      fields: {
        platform: { const: 'amazon' },
        return_id: 'Amazon RMA ID',
        order_key: 'Order ID',
        sku: 'Merchant SKU',
        requested_at: 'Return request date',
        completed_at: 'Return delivery date',
        kind: 'Resolution',
        status: [{ expr: "if(coalesce([Refunded Amount], 0) > 0, 'refunded', [Return request status])" }, { expr: "if(coalesce([Refunded Amount], 0) > 0, 'refunded', 'open')" }],
        qty: 'Return quantity',
        refund_amount: 'Refunded Amount',
        reason: 'Return Reason',
      },
    },
  ],
});
