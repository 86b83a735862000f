import fs from 'node:fs';

const CITIES = ['北京', '上海', '广州', '深圳', '杭州', '成都', '重庆', '武汉', '西安', '南京', '天津', '苏州'];
const CATEGORIES = ['手机数码', '家用电器', '美妆个护', '食品生鲜', '"厨具,餐具"', '家居家装'];
const STATES = ['paid', 'shipped', 'completed', 'refunded', 'cancelled'];

/** Writes `rows` orders: with 17-digit ids, quoted commas, empty cells and Chinese, always the same ones. */
export function writeOrders(file, rows) {
  let seed = 0x9e3779b9 | 0;
  const random = () => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const handle = fs.openSync(file, 'w');
  let lines = ['order_id,order_time,user_id,sku,category,qty,unit_price,discount,amount,channel,city,status'];
  for (let row = 0; row < rows; row++) {
    const time = new Date(Date.UTC(2024, 0, 1) + Math.floor((row / rows) * 365 * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    const quantity = 1 + Math.floor(random() * random() * 9);
    const price = Math.floor(500 + random() * 300_000);
    const discount = random() < 0.3 ? Math.floor(random() * price * 0.2) : 0;
    const amount = price * quantity - discount;
    lines.push(
      `${20240100000000000n + BigInt(row) * 7n},${time},U${100_000_000 + Math.floor(random() ** 1.8 * 200_000) * 37},SKU-${String(Math.floor(random() ** 2 * 50_000)).padStart(6, '0')},${pick(CATEGORIES)},${quantity},${(price / 100).toFixed(2)},${discount === 0 ? '' : (discount / 100).toFixed(2)},${(amount / 100).toFixed(2)},app,${pick(CITIES)},${pick(STATES)}`,
    );
    if (lines.length === 20_000) {
      fs.writeSync(handle, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  if (lines.length > 0) fs.writeSync(handle, `${lines.join('\n')}\n`);
  fs.closeSync(handle);
}
