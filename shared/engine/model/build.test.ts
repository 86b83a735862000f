import { describe, expect, it } from 'vitest';
import type { Cell } from '#contract/values';
import { build, pick, sheet } from '../../../tests/support/model.ts';
import { rowsOf, tableOf } from '../table/table.ts';
import { templateById } from './index.ts';

const TAOBAO = ['订单编号', '买家会员名', '买家应付货款', '买家应付邮费', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间', '收货地址', '联系手机'];

describe('Taobao orders, items and refunds', () => {
  const orders = sheet(TAOBAO, [
    // 00:30 in Shanghai on the 2nd is still the 1st in UTC.
    ['1001', 'anna', 120, 10, 130, '交易成功', '2025-05-31 16:30:00', '2025-05-31 16:31:00', '浙江省 杭州市 西湖区', '13812345678'],
    ['1002', 'b***n', 60, 0, 60, '买家已付款，等待卖家发货', '2025-06-02 02:00:00', '2025-06-02 02:01:00', '上海 上海市', '138****5678'],
    ['1003', 'anna', 80, 0, 0, '交易关闭', '2025-06-03 02:00:00', null, '浙江省 杭州市', '13812345678'],
    ['1004', 'cara', 50, 0, 50, '交易关闭', '2025-06-03 02:00:00', '2025-06-03 02:05:00', '北京', '13812345678'],
  ]);
  const items = sheet(
    ['订单编号', '子订单编号', '标题', '价格', '购买数量', '商家编码', '买家应付货款'],
    [
      ['1001', '1001-1', 'Cup', 100, 1, 'CUP', 80],
      ['1001', '1001-2', 'Tea', 60, 1, 'TEA', 70],
      ['1002', '1002-1', 'Tea', 60, 1, 'TEA', 60],
      ['9999', '9999-1', 'Tea', 60, 1, 'TEA', 60],
    ],
  );
  const refunds = sheet(
    ['退款编号', '订单编号', '买家退款金额', '退款状态', '退款的申请时间', '退款完结时间', '是否需要退货'],
    [
      ['R1', '1004', 50, '退款成功', '2025-06-04 01:00:00', '2025-06-04 17:00:00', '否'],
      ['R2', '8888', 10, '退款成功', '2025-06-04 01:00:00', '2025-06-05 01:00:00', '是'],
    ],
  );

  it('are known by their headers', () => {
    expect([orders.template, items.template, refunds.template]).toEqual(['taobao-orders', 'taobao-items', 'taobao-refunds']);
  });

  const canonical = build([orders, items, refunds]);

  it('keep their business day, state and amounts', () => {
    expect(pick(canonical, 'orders', ['order_key', 'placed_date', 'paid_date', 'order_status', 'sales_amount', 'paid_amount', 'is_paid', 'ship_province'])).toEqual([
      ['tmall:*:1001', '2025-06-01', '2025-06-01', 'completed', 120_0000, 130_0000, 1, '浙江省'],
      ['tmall:*:1002', '2025-06-02', '2025-06-02', 'paid', 60_0000, 60_0000, 1, '上海市'],
      ['tmall:*:1003', '2025-06-03', null, 'cancelled', 80_0000, 0, 0, '浙江省'],
      ['tmall:*:1004', '2025-06-03', '2025-06-03', 'closed', 50_0000, 50_0000, 1, '北京市'],
    ]);
  });

  it('join people by buyer and phone, and never by a masked value', () => {
    const [first, masked, again, samePhone] = pick(canonical, 'orders', ['customer_id', 'buyer_seq']);
    expect(masked).toEqual([null, null]);
    expect(again?.[0]).toBe(first?.[0]);
    expect(samePhone).toEqual([first?.[0], 2]);
    expect([first?.[1], again?.[1]]).toEqual([1, null]);
    expect(pick(canonical, 'customers', ['customer_id'])).toEqual([[first?.[0]]]);
  });

  it('hold no phone, name or address', () => {
    for (const table of canonical.tables.values()) expect(JSON.stringify(rowsOf(table))).not.toMatch(/13812345678|anna|西湖/);
  });

  it('spread the amount of an order over its lines, to the last unit', () => {
    expect(pick(canonical, 'order_lines', ['line_key', 'sku', 'qty', 'line_sales'])).toEqual([
      // 120 over lines of 80 and 70.
      ['tmall:*:1001#1001-1', 'CUP', 1, 64_0000],
      ['tmall:*:1001#1001-2', 'TEA', 1, 56_0000],
      ['tmall:*:1002#1002-1', 'TEA', 1, 60_0000],
    ]);
  });

  it('book a refund on its own day, and list what has no order', () => {
    expect(pick(canonical, 'returns', ['return_id', 'order_key', 'completed_date', 'kind', 'status', 'refund_amount', 'paid_date'])).toEqual([
      ['R1', 'tmall:*:1004', '2025-06-05', 'refund_only', 'success', 50_0000, '2025-06-03'],
    ]);
    expect(canonical.heldBack.map(({ dataset, entity, rows }) => [dataset, entity, rows])).toEqual([
      ['taobao-items', 'order_lines', 1],
      ['taobao-refunds', 'returns', 1],
    ]);
  });

  it('take a later export of the same orders as news: blanks change nothing', () => {
    const later = sheet(TAOBAO, [
      ['1002', null, 60, null, 60, '交易成功', '2025-06-02 02:00:00', '2025-06-02 02:01:00', null, null],
      ['1005', 'dora', 9, 0, 9, '交易成功', '2025-06-07 02:00:00', '2025-06-07 02:01:00', '北京', null],
    ]);
    const both = build([orders, { ...later, id: 'later' }]);
    expect(pick(both, 'orders', ['platform_order_id', 'order_status', 'ship_province', 'sales_amount'])).toEqual([
      ['1001', 'completed', '浙江省', 120_0000],
      ['1002', 'completed', '上海市', 60_0000],
      ['1003', 'cancelled', '浙江省', 80_0000],
      ['1004', 'closed', '北京市', 50_0000],
      ['1005', 'completed', '北京市', 9_0000],
    ]);
  });
});

describe('JD orders', () => {
  it('do not add up amounts that repeat on every line', () => {
    const jd = sheet(
      ['订单号', '商品ID', '商品名称', '订购数量', '京东价', '订单金额', '应付金额', '下单时间', '订单状态', '付款确认时间', '下单帐号', '货号'],
      [
        ['J1', 'P1', 'Cup', 1, 100, 150, 150, '2025-06-01 02:00:00', '完成', '2025-06-01 02:05:00', 'jd_a', 'CUP'],
        ['J1', 'P2', 'Tea', 1, 50, 150, 150, '2025-06-01 02:00:00', '完成', '2025-06-01 02:05:00', 'jd_a', 'TEA'],
        ['J2', 'P2', 'Tea', 2, 50, 100, 100, '2025-06-02 02:00:00', '(删除)等待付款', null, 'jd_b', 'TEA'],
      ],
    );
    const canonical = build([jd]);
    expect(pick(canonical, 'orders', ['platform_order_id', 'sales_amount', 'order_status', 'is_paid'])).toEqual([
      ['J1', 150_0000, 'completed', 1],
      ['J2', 100_0000, 'cancelled', 0],
    ]);
    expect(pick(canonical, 'order_lines', ['sku', 'qty', 'line_sales'])).toEqual([
      ['CUP', 1, 100_0000],
      ['TEA', 1, 50_0000],
      ['TEA', 2, 100_0000],
    ]);
  });
});

describe('Pinduoduo orders', () => {
  it('add the platform’s discount to what the buyer paid for goods, and know nobody', () => {
    const pdd = sheet(
      [
        '订单号',
        '订单状态',
        '商品总价(元)',
        '店铺优惠折扣(元)',
        '平台优惠折扣(元)',
        '用户实付金额(元)',
        '商家实收金额(元)',
        '邮费(元)',
        '商品数量(件)',
        '支付时间',
        '拼单成功时间',
        '商品',
        '商家编码-规格维度',
        '省',
      ],
      [
        ['260601-1', '已发货，待签收', 100, 10, 5, 91, 90, 6, 2, '2025-06-01 02:05:00', '2025-06-01 02:00:00', 'Tea', 'TEA', '浙江省'],
        ['260601-2', '已取消', 50, 0, 0, 50, 50, 0, 1, null, '2025-06-01 03:00:00', 'Tea', 'TEA', '北京市'],
      ],
    );
    expect(pdd.template).toBe('pdd-orders');
    const canonical = build([pdd]);
    expect(pick(canonical, 'orders', ['order_key', 'sales_amount', 'paid_amount', 'order_status', 'is_paid', 'customer_id'])).toEqual([
      ['pdd:*:260601-1', 90_0000, 91_0000, 'shipped', 1, null],
      ['pdd:*:260601-2', 50_0000, 50_0000, 'cancelled', 0, null],
    ]);
    expect(pick(canonical, 'order_lines', ['sku', 'qty', 'line_sales'])).toEqual([
      ['TEA', 2, 90_0000],
      ['TEA', 1, 50_0000],
    ]);
  });
});

describe('Douyin orders', () => {
  it('are the sum of their sub-orders', () => {
    const douyin = sheet(
      ['主订单编号', '子订单编号', '选购商品', '商品数量', '订单应付金额', '订单提交时间', '支付完成时间', '订单状态', '商家编码', '达人昵称'],
      [
        ['D1', 'D1', 'Cup', 1, 60, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', 'CUP', '小鹿'],
        ['D1', 'D2', 'Tea', 1, 60, '2025-06-01 02:00:00', '2025-06-01 02:05:00', '已完成', 'TEA', '小鹿'],
      ],
    );
    expect(douyin.template).toBe('douyin-orders');
    const canonical = build([douyin]);
    expect(pick(canonical, 'orders', ['order_key', 'sales_amount', 'order_status', 'influencer'])).toEqual([['douyin:*:D1', 120_0000, 'completed', '小鹿']]);
    expect(pick(canonical, 'order_lines', ['line_key', 'line_sales'])).toEqual([
      ['douyin:*:D1#D1', 60_0000],
      ['douyin:*:D1#D2', 60_0000],
    ]);
  });
});

describe('Shopify orders', () => {
  it('stand on the first line of an order, whose other lines are its goods', () => {
    const headers = [
      'Name',
      'Email',
      'Financial Status',
      'Paid at',
      'Subtotal',
      'Shipping',
      'Taxes',
      'Total',
      'Created at',
      'Lineitem quantity',
      'Lineitem name',
      'Lineitem price',
      'Lineitem sku',
      'Refunded Amount',
    ];
    const shopify = sheet(headers, [
      ['#1001', 'Ann@Example.com', 'partially_refunded', '2025-06-01 12:00:00', 90, 5, 0, 95, '2025-06-01 11:00:00', 1, 'Cup', 60, 'CUP', 20],
      ['#1001', 'Ann@Example.com', null, null, null, null, null, null, null, 1, 'Tea', 40, 'TEA', null],
      ['#1002', 'ann@example.com', 'paid', '2025-06-03 12:00:00', 40, 5, 0, 45, '2025-06-03 11:00:00', 1, 'Tea', 40, 'TEA', 0],
      ['#1003', 'bob@example.com', 'voided', '2025-06-03 12:00:00', 40, 5, 0, 45, '2025-06-03 11:00:00', 1, 'Tea', 40, 'TEA', 0],
    ]);
    const canonical = build([shopify]);
    expect(pick(canonical, 'orders', ['order_key', 'sales_amount', 'paid_amount', 'is_paid', 'buyer_seq'])).toEqual([
      ['shopify:main:#1001', 90_0000, 95_0000, 1, 1],
      ['shopify:main:#1002', 40_0000, 45_0000, 1, 2],
      ['shopify:main:#1003', 40_0000, 45_0000, 0, null],
    ]);
    expect(pick(canonical, 'order_lines', ['line_sales'])).toEqual([[54_0000], [36_0000], [40_0000], [40_0000]]);
    expect(pick(canonical, 'returns', ['kind', 'refund_amount', 'completed_date'])).toEqual([[null, 20_0000, '2025-06-01']]);
  });
});

describe('a plain sales sheet', () => {
  const plain = (rows: readonly (readonly Cell[])[]) => ({
    id: 'sales',
    template: null,
    table: tableOf(
      [
        ['InvoiceNo', 'id'],
        ['StockCode', 'id'],
        ['Description', 'text'],
        ['Quantity', 'int'],
        ['InvoiceDate', 'instant'],
        ['UnitPrice', 'money'],
        ['CustomerID', 'id'],
        ['Country', 'text'],
      ],
      rows,
    ),
  });
  const rows: Cell[][] = [
    ['1', 'A', 'Cup', 2, '2011-01-04 10:00:00', 2_5500, '17850', 'France'],
    ['1', 'A', 'Cup', 2, '2011-01-04 10:00:00', 2_5500, '17850', 'France'],
    ['C2', 'A', 'Cup', -1, '2011-01-09 10:00:00', 2_5500, '17850', 'France'],
    ['A3', 'B', 'Adjust bad debt', 1, '2011-08-12 14:50:00', -11062_0600, null, 'France'],
  ];

  it('counts orders as paid when placed, and says so', () => {
    const canonical = build([plain(rows)]);
    expect(pick(canonical, 'orders', ['order_key', 'paid_date', 'sales_amount', 'ship_country'])).toEqual([['other:main:1', '2011-01-04', 10_2000, 'France']]);
    expect(canonical.notes.map((note) => note.en)).toEqual(['No payment date in the data: orders count as paid when placed']);
  });

  it('can be told that no payment date means unpaid', () => {
    const canonical = build([plain(rows)], (mapping) => (mapping.entity === 'orders' ? { ...mapping, dates: 'unpaid' } : mapping));
    expect(pick(canonical, 'orders', ['paid_date', 'is_paid', 'order_status'])).toEqual([[null, 0, 'pending_payment']]);
    expect(canonical.notes).toEqual([]);
  });

  it('keeps exact duplicates, and makes credits of negative lines on their own day', () => {
    const canonical = build([plain(rows)]);
    expect(pick(canonical, 'order_lines', ['line_key', 'line_sales'])).toEqual([
      ['other:main:1#A#1', 5_1000],
      ['other:main:1#A#2', 5_1000],
    ]);
    expect(pick(canonical, 'returns', ['order_key', 'completed_date', 'kind', 'status', 'qty', 'refund_amount'])).toEqual([
      ['other:main:C2', '2011-01-09', 'return_refund', 'success', 1, 2_5500],
      ['other:main:A3', '2011-08-12', 'return_refund', 'success', 1, 11062_0600],
    ]);
  });
});

describe('order numbers that Excel destroyed', () => {
  it('are held back and make no order: two of them need not be one', () => {
    const orders = sheet(TAOBAO, [
      ['1.93E+18', 'anna', 120, 10, 130, '交易成功', '2025-05-31 16:30:00', '2025-05-31 16:31:00', '浙江省 杭州市 西湖区', ''],
      ['1.93E+18', 'ben', 50, 0, 50, '交易成功', '2025-06-01 03:30:00', '2025-06-01 03:31:00', '浙江省 杭州市 西湖区', ''],
      ['1930000000000000001', 'ben', 30, 0, 30, '交易成功', '2025-06-02 03:30:00', '2025-06-02 03:31:00', '浙江省 杭州市 西湖区', ''],
    ]);
    const canonical = build([orders]);
    expect(pick(canonical, 'orders', ['platform_order_id'])).toEqual([['1930000000000000001']]);
    expect(canonical.heldBack.map(({ rows, reason }) => [rows, reason.en.slice(0, 15)])).toEqual([[2, 'Excel destroyed']]);
  });
});

it('a Pinduoduo sheet may name the time of an order 订单成交时间', () => {
  const headers = [...(templateById('pdd-orders')?.requires ?? []), '订单成交时间'];
  const values: Readonly<Record<string, Cell>> = {
    订单号: '250601-1',
    订单状态: '待发货',
    '用户实付金额(元)': 20,
    '邮费(元)': 5,
    订单成交时间: '2025-06-01 02:00:00',
    支付时间: '2025-06-01 02:01:00',
  };
  const canonical = build([sheet(headers, [headers.map((header) => values[header] ?? null)])]);
  expect(pick(canonical, 'orders', ['placed_date', 'goods_amount'])).toEqual([['2025-06-01', 150_000]]);
});
