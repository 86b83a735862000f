const CITIES = ['北京', '上海', '广州', '深圳', '杭州', '成都', '重庆', '武汉', '西安', '南京', '天津', '苏州'];
const CATEGORIES = ['手机数码', '家用电器', '美妆个护', '食品生鲜', '厨具,餐具', '家居家装'];
const STATES = ['paid', 'shipped', 'completed', 'refunded', 'cancelled'];

export const COLUMNS = ['order_id', 'order_time', 'user_id', 'sku', 'category', 'qty', 'unit_price', 'discount', 'amount', 'channel', 'city', 'status'];

/**
 * Orders of one year: with 17-digit ids, commas within a cell, empty cells and Chinese, always the same ones. Money is in cents, a
 * discount that was not given is null.
 *
 * @param rows orders of the year
 * @param more orders that follow after it
 */
export function* orders(rows, more = 0) {
  let seed = 0x9e3779b9 | 0;
  const random = () => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let row = 0; row < rows + more; row++) {
    const time = new Date(Date.UTC(2024, 0, 1) + Math.floor((row / rows) * 365 * 86_400) * 1000);
    const quantity = 1 + Math.floor(random() * random() * 9);
    const price = Math.floor(500 + random() * 300_000);
    const discount = random() < 0.3 ? Math.floor(random() * price * 0.2) : 0;
    yield {
      id: String(20240100000000000n + BigInt(row) * 7n),
      time,
      user: `U${100_000_000 + Math.floor(random() ** 1.8 * 200_000) * 37}`,
      sku: `SKU-${String(Math.floor(random() ** 2 * 50_000)).padStart(6, '0')}`,
      category: pick(CATEGORIES),
      quantity,
      price,
      discount: discount === 0 ? null : discount,
      amount: price * quantity - discount,
      channel: 'app',
      city: pick(CITIES),
      status: pick(STATES),
    };
  }
}

/** A week later: every hundredth order has gone on to another state, and as many orders are new. */
export function* ordersLater(rows) {
  let row = 0;
  for (const order of orders(rows, rows / 100)) {
    if (row < rows && row % 100 === 50) yield { ...order, status: STATES[(STATES.indexOf(order.status) + 1) % STATES.length] };
    else yield order;
    row++;
  }
}
