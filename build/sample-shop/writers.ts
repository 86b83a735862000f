import iconv from 'iconv-lite';
import * as XLSX from '@e965/xlsx';
import type { Random } from './random.ts';
import { FIRST_DAY, LAST_DAY, type Order } from './shop.ts';
import { cell, csv, dayOf, slashTime, timeOf, yuan, yuanGrouped } from './text.ts';

export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Dirt that was put in, so that a test can ask for every piece of it. */
export interface Dirt {
  setAside: number;
  refused: number;
  repeatedRows: number;
}

const gbk = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'gbk'));
const EXPORT_AFTER = 9 * 3600;

/** The state an order has in an export made at `now`. */
function tmallStatus(order: Order, now: number): { status: string; paid: number | null; done: number | null; reason: string } {
  const paid = order.paidAfter === null ? null : order.placed + order.paidAfter;
  if (paid === null || paid > now)
    return now - order.placed < 86_400 ? { status: '等待买家付款', paid: null, done: null, reason: '' } : { status: '交易关闭', paid: null, done: null, reason: '买家未付款' };
  if (order.refund !== null && order.refund.amount === order.goods && paid + order.refund.askedAfter + order.refund.doneAfter < now) return { status: '交易关闭', paid, done: null, reason: '退款' };
  const done = paid + 7 * 86_400;
  if (done < now) return { status: '交易成功', paid, done, reason: '' };
  return { status: now - paid < 86_400 ? '买家已付款，等待卖家发货' : '卖家已发货，等待买家确认', paid, done: null, reason: '' };
}

const TMALL_HEADER = [
  '订单编号',
  '买家会员名',
  '买家应付货款',
  '买家应付邮费',
  '总金额',
  '买家实际支付金额',
  '天猫卡券抵扣',
  '订单状态',
  '订单创建时间',
  '订单付款时间',
  '确认收货时间',
  '收货地址',
  '联系手机',
  '宝贝总数量',
  '订单备注',
  '店铺名称',
  '订单关闭原因',
];

/**
 * Tmall's order export of one month: GBK, two title rows, ids as `="…"`, the last days of the month before once more in their newer
 * state, and from November on a total row.
 */
export function tmallOrders(month: string, orders: readonly Order[], overlap: readonly Order[], exportedAt: number, random: Random, dirt: Dirt, lost: Set<Order>): WrittenFile {
  const rows = [...overlap, ...orders].map((order, i) => {
    const { status, paid, done, reason } = tmallStatus(order, exportedAt);
    const isNew = i >= overlap.length;
    const created = isNew && random.chance(0.0012);
    const remark = random.chance(0.05) ? random.pick(['请尽快发货', '送人，不要放价格', '周末送货', '发顺丰　谢谢']) : '';
    const list = order.lines.reduce((sum, line) => sum + line.product.price * line.qty, 0);
    if (created) {
      // A day that is not in the calendar: the cell is refused, the row stays, the order has no creation date.
      dirt.refused++;
    }
    const row = [
      `="${order.id}"`,
      `tb${order.buyer}_${(order.buyer * 7919) % 9973}`,
      yuan(order.goods),
      yuan(order.shipping),
      yuan(list),
      paid === null ? '0.00' : yuan(order.goods + order.shipping),
      order.subsidy === 0 ? '' : yuan(order.subsidy),
      status,
      created ? '2025/2/30 10:22' : slashTime(order.placed),
      paid === null ? '' : timeOf(paid),
      done === null ? '' : timeOf(done),
      `${order.place.province} ${order.place.city} ${order.place.street} ${order.buyer % 200} 号`,
      `'138****${String(order.buyer % 10_000).padStart(4, '0')}`,
      String(order.lines.reduce((sum, line) => sum + line.qty, 0)),
      remark,
      '鹿鸣家居旗舰店',
      reason,
    ];
    let line = row.map(cell).join(',');
    if (isNew && random.chance(0.0008)) {
      // A comma in the remark that nobody quoted: one field too many.
      line = [...row.slice(0, 14), '不要打电话,放门口', ...row.slice(15)].join(',');
      dirt.setAside++;
      lost.add(order);
    }
    return line;
  });
  dirt.repeatedRows += overlap.length;
  const title = ['店铺订单明细导出', `导出时间：${timeOf(exportedAt)}　店铺：鹿鸣家居旗舰店`];
  return { name: `天猫订单_${month}.csv`, bytes: gbk(`${[...title, TMALL_HEADER.join(','), ...rows].join('\r\n')}\r\n`) };
}

/** Tmall's item export: one row a product in an order, GBK. */
export function tmallItems(month: string, orders: readonly Order[], exportedAt: number): WrittenFile {
  const header = ['订单编号', '子订单编号', '标题', '价格', '购买数量', '商家编码', '商品类目', '商品属性', '订单状态', '买家应付货款', '退款状态', '退款金额'];
  const rows = orders.flatMap((order) => {
    const { status } = tmallStatus(order, exportedAt);
    return order.lines.map((line, i) => [
      `="${order.id}"`,
      `="${order.id}${i + 1}"`,
      line.product.title,
      yuan(line.product.price),
      String(line.qty),
      line.product.sku,
      line.product.category,
      '颜色:默认',
      status,
      yuanGrouped(line.goods),
      order.refund?.line === i ? '退款成功' : '没有申请退款',
      order.refund?.line === i ? yuan(order.refund.amount) : '无退款申请',
    ]);
  });
  return { name: `天猫宝贝_${month}.csv`, bytes: gbk(csv([header, ...rows])) };
}

/** JD's order export: GBK, amounts repeated on every line of an order. */
export function jdOrders(month: string, orders: readonly Order[], exportedAt: number): WrittenFile {
  const header = [
    '订单号',
    '商品ID',
    '商品名称',
    '订购数量',
    '支付方式',
    '下单时间',
    '京东价',
    '订单金额',
    '运费金额',
    '应付金额',
    '订单状态',
    '订单来源',
    '下单帐号',
    '客户姓名',
    '客户地址',
    '联系电话',
    '付款确认时间',
    '订单完成时间',
    '货号',
  ];
  const rows = orders.flatMap((order) => {
    const paid = order.paidAfter === null ? null : order.placed + order.paidAfter;
    const done = paid !== null && paid + 6 * 86_400 < exportedAt ? paid + 6 * 86_400 : null;
    const status = paid === null ? '已取消' : done !== null ? '完成' : '等待确认收货';
    return order.lines.map((line) => [
      order.id,
      `1000${line.product.sku.slice(3)}77`,
      line.product.title,
      String(line.qty),
      '在线支付',
      timeOf(order.placed),
      yuan(line.product.price),
      yuan(order.goods),
      yuan(order.shipping),
      yuan(order.goods + order.shipping),
      status,
      random01(order) ? 'APP' : '微信',
      `jd_${order.buyer.toString(36)}${order.buyer % 7}`,
      '*先生',
      jdAddress(order),
      '139****0000',
      paid === null ? '' : timeOf(paid),
      done === null ? '' : timeOf(done),
      line.product.sku,
    ]);
  });
  return { name: `京东订单_${month}.csv`, bytes: gbk(csv([header, ...rows])) };
}

/** JD writes the whole address into one cell, the province without 省 and a city of its own only once, with a comma before the house. */
function jdAddress({ place, buyer }: Order): string {
  const province = place.province.replace(/省$/, '');
  return `${province}${place.city === place.name ? '' : place.city}${place.street}${buyer % 200}号,${(buyer % 9) + 1}幢`;
}

const random01 = (order: Order) => (order.placed >> 3) % 5 !== 0;

/** Shopify's order export: UTF-8, order fields on the first line of an order only, times with their offset. */
export function shopifyOrders(month: string, orders: readonly Order[]): WrittenFile {
  const header = [
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Fulfilled at',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Discount Code',
    'Discount Amount',
    'Shipping Method',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Shipping City',
    'Shipping Zip',
    'Shipping Province',
    'Shipping Country',
    'Payment Method',
    'Refunded Amount',
    'Source',
  ];
  const rows = orders.flatMap((order) => {
    const paid = order.paidAfter === null ? null : order.placed + order.paidAfter;
    return order.lines.map((line, i) => {
      const own = [line.qty, line.product.english, yuan(line.product.price), line.product.sku].map(String);
      if (i > 0) return [order.id, `guest${order.buyer}@example.com`, '', '', '', '', '', '', '', '', '', '', '', '', '', ...own, '', '', '', '', '', '', ''];
      const list = order.lines.reduce((sum, item) => sum + item.product.price * item.qty, 0);
      const time = (seconds: number) => `${timeOf(seconds)} +0800`;
      return [
        order.id,
        `guest${order.buyer}@example.com`,
        paid === null ? 'pending' : 'paid',
        paid === null ? '' : time(paid),
        paid === null ? '' : 'fulfilled',
        paid === null ? '' : time(paid + 90_000),
        'CNY',
        yuan(order.goods),
        yuan(order.shipping),
        '0.00',
        yuan(order.goods + order.shipping),
        list > order.goods ? 'HELLO' : '',
        yuan(list - order.goods),
        'Standard',
        time(order.placed),
        ...own,
        order.place.city,
        `'0${10_000 + (order.buyer % 9000)}`,
        order.place.code,
        'CN',
        'Alipay',
        '',
        'web',
      ];
    });
  });
  return { name: `shopify_orders_export_${month}.csv`, bytes: new TextEncoder().encode(csv([header, ...rows])) };
}

/** Wanxiangtai's plan report: GBK, a total row at the end that adds up. */
export function adReport(name: string, from: number, to: number, random: Random): WrittenFile {
  const header = ['日期', '计划ID', '计划名称', '场景名字', '花费', '展现量', '点击量', '总成交金额', '总成交笔数', '总购物车数'];
  const plans = ['关键词推广 四件套', '人群推广 新客', '货品运营 餐厨'];
  const sums = [0, 0, 0, 0, 0, 0];
  const rows: string[][] = [];
  for (let day = from; day <= to; day++) {
    for (const [i, plan] of plans.entries()) {
      const cost = Math.round((8000 + random.next() * 9000) * (1 + i * 0.4));
      const clicks = Math.round(cost / random.whole(60, 110));
      const values = [cost, clicks * random.whole(18, 40), clicks, Math.round(cost * (2.2 + random.next() * 2.4)), Math.round(clicks * 0.05), Math.round(clicks * 0.12)];
      for (const [k, value] of values.entries()) sums[k] = (sums[k] as number) + value;
      rows.push([
        dayOf(day * 86_400),
        `3001${i + 1}`,
        plan,
        '关键词推广',
        yuan(values[0] as number),
        String(values[1]),
        String(values[2]),
        yuan(values[3] as number),
        String(values[4]),
        String(values[5]),
      ]);
    }
  }
  rows.push(['合计', '', '', '', yuan(sums[0] as number), String(sums[1]), String(sums[2]), yuan(sums[3] as number), String(sums[4]), String(sums[5])]);
  return { name, bytes: gbk(csv([header, ...rows])) };
}

/** Sycm's daily traffic: a real .xls with four title rows, thousands commas, percent texts. */
export function trafficReport(month: string, days: readonly number[], ordersOf: (day: number) => number, random: Random): WrittenFile {
  const rows: string[][] = [
    ['生意参谋平台'],
    ['【流量看板】店铺来源'],
    [`统计时间：${month}`],
    ['统计口径：所有终端'],
    ['统计日期', '访客数', '浏览量', '支付买家数', '支付转化率', '跳失率', '商品收藏人数', '商品加购人数'],
  ];
  for (const day of days) {
    const buyers = ordersOf(day);
    const visitors = Math.round(buyers * (30 + random.next() * 12)) + random.whole(80, 240);
    rows.push([
      dayOf(day * 86_400),
      visitors.toLocaleString('en-US'),
      Math.round(visitors * (2.4 + random.next())).toLocaleString('en-US'),
      String(buyers),
      `${((buyers / visitors) * 100).toFixed(2)}%`,
      `${(38 + random.next() * 14).toFixed(2)}%`,
      String(Math.round(visitors * 0.06)),
      String(Math.round(visitors * 0.11)),
    ]);
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '流量');
  return { name: `【生意参谋平台】流量_${month}.xls`, bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer) };
}

/** The after-sales sheet: xlsx with a title row, real dates and numbers, a total row. */
export function refundSheet(orders: readonly Order[]): WrittenFile {
  const header = ['退款编号', '订单编号', '买家退款金额', '退款状态', '退款的申请时间', '退款完结时间', '买家退款原因', '是否需要退货', '商品编码', '退货数量'];
  const rows: (string | number)[][] = [['退款售后明细', '', '', '', '', '', '', '', '', ''], header];
  let sum = 0;
  for (const order of orders) {
    const { refund, paidAfter } = order;
    if (refund === null || paidAfter === null) continue;
    const asked = order.placed + paidAfter + refund.askedAfter;
    const done = asked + refund.doneAfter;
    const finished = done < (LAST_DAY + 1) * 86_400;
    const line = order.lines[refund.line];
    sum += refund.amount;
    rows.push([
      `RF${order.id.replace('#', 'S')}`,
      order.id,
      refund.amount / 100,
      finished ? '退款成功' : '等待卖家处理',
      timeOf(asked),
      finished ? timeOf(done) : '',
      refund.reason,
      refund.returned ? '是' : '否',
      line?.product.sku ?? '',
      refund.returned ? (line?.qty ?? 1) : '',
    ]);
  }
  rows.push(['合计', '', Math.round(sum) / 100, '', '', '', '', '', '', '']);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: header.length - 1 } }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '退款');
  return { name: '售后退款_2024-10_2025-06.xlsx', bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer) };
}

export const EXPORT_DELAY = EXPORT_AFTER;
export const DAYS = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) => FIRST_DAY + i);
