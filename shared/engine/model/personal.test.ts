import { describe, expect, it } from 'vitest';
import { isPersonalHeader } from './personal.ts';

describe('isPersonalHeader', () => {
  it.each([
    '收货人姓名',
    '收件人姓名',
    '收货人',
    '收货人/提货人',
    '客户姓名',
    '买家会员名',
    '买家昵称',
    '客户网名',
    '下单帐号',
    '收货地址',
    '详细收货地址/提货地址',
    '客户地址',
    '收件人地址',
    '联系手机',
    '联系电话',
    '收货人手机号/提货人手机号',
    '邮箱',
    'Shipping Name',
    'Billing Name',
    'Shipping Street',
    'Billing Address1',
    'Shipping Phone',
    'Email',
    'Buyer Username',
    'Buyer Name',
    'Ship To Address 1',
    'Ship To Phone',
    'buyer-email',
    'recipient-name',
    'ship-address-1',
    'Customer',
    'CUSTOMER',
    'Customer Name',
    'Default Address Phone',
  ])('%s is of a person', (header) => {
    expect(isPersonalHeader(header)).toBe(true);
  });

  it.each([
    // Shopify's order number, and names of goods.
    'Name',
    'Lineitem name',
    'product-name',
    'Item Name',
    'Product Name',
    '商品名称',
    '店铺名称',
    '收货人省份',
    '收货人城市',
    'Shipping City',
    'Shipping Province',
    'Shipping Country',
    'Shipping Method',
    'Accepts Email Marketing',
    'Customer ID',
    'Customer type',
    'customer_unique_id',
    'IP地址',
    '订单编号',
    '买家应付货款',
    '买家实际支付金额',
    'Buyer Country',
  ])('%s is of none', (header) => {
    expect(isPersonalHeader(header)).toBe(false);
  });
});
