import { writeLines } from './csv-file.mjs';

/** As Pinduoduo names them (domain-model.md, section 7). */
const HEADER = [
  '商品',
  '订单号',
  '订单状态',
  '商品总价(元)',
  '店铺优惠折扣(元)',
  '平台优惠折扣(元)',
  '多多支付立减金额(元)',
  '邮费(元)',
  '用户实付金额(元)',
  '商家实收金额(元)',
  '商品数量(件)',
  '拼单成功时间',
  '支付时间',
  '发货时间',
  '确认收货时间',
  '商品id',
  '商品规格',
  '样式ID',
  '商家编码-规格维度',
  '快递单号',
  '快递公司',
  '省',
  '市',
  '售后状态',
];
const HOUR = 3_600_000;
const PLACES = [
  ['广东省', '深圳市'],
  ['浙江省', '杭州市'],
  ['江苏省', '南京市'],
  ['四川省', '成都市'],
  ['山东省', '青岛市'],
];
const yuan = (cents) => (cents / 100).toFixed(2);
const later = (time, hours) => new Date(time.getTime() + hours * HOUR).toISOString().slice(0, 19).replace('T', ' ');

/** Writes orders as the sheet that Pinduoduo exports: one row an order, most of them received, some refunded, some never paid. */
export const writePinduoduo = (file, rows) => writeLines(file, HEADER, rows, lineOf);

function lineOf({ id, time, sku, quantity, price, discount, amount }) {
  const number = Number(id.slice(-9));
  const isPaid = number % 25 !== 0;
  const isReceived = isPaid && number % 10 !== 1;
  const [province, city] = PLACES[number % PLACES.length];
  const code = Number(sku.slice(4));
  return [
    `商品 ${code} 号`,
    `${id.slice(2, 8)}-${id.slice(2)}`,
    isReceived ? '已收货' : isPaid ? '已发货，待签收' : '未支付，已取消',
    yuan(price * quantity),
    yuan(discount ?? 0),
    '0.00',
    '0.00',
    '0.00',
    yuan(amount),
    yuan(amount),
    quantity,
    later(time, 0),
    isPaid ? later(time, 0.1) : '',
    isPaid ? later(time, 20) : '',
    isReceived ? later(time, 90) : '',
    600_000_000 + code,
    `规格 ${code % 7}`,
    900_000 + code,
    sku,
    isPaid ? `SF${1_000_000_000_000 + number}` : '',
    isPaid ? '顺丰' : '',
    province,
    city,
    isReceived && number % 33 === 0 ? '退款成功' : '无售后或售后取消',
  ].join(',');
}
