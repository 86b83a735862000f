import { columnOf, type Table } from '../table/table.ts';
import { dayNumber } from '../values/dates.ts';

/** What one buyer did in a window. */
export interface Buyers {
  readonly count: number;
  /** Codes of the buyers in the dictionary of the column `customer_id`. */
  readonly codes: Uint32Array;
  /** Day number of the last order. */
  readonly lastDay: Float64Array;
  readonly orders: Float64Array;
  /** Sales before refunds, in 1/10,000 of the currency. */
  readonly sales: Float64Array;
  readonly paidOrders: number;
  readonly identifiedOrders: number;
}

/** Paid orders as arrays: what every window is cut from. */
export interface PaidOrders {
  readonly rows: Uint32Array;
  readonly days: Int32Array;
  readonly customers: Uint32Array;
  readonly customerCount: number;
  readonly sales: Float64Array;
  readonly codeText: (code: number) => string | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** Takes the paid orders out of the canonical table `orders`; test and fake ones stay out. */
export function paidOrders(orders: Table): PaidOrders {
  const dates = columnOf(orders, 'paid_date');
  const customers = columnOf(orders, 'customer_id');
  const number = (name: string): Float64Array => {
    const column = columnOf(orders, name);
    return column?.kind === 'number' ? column.values : new Float64Array(orders.rows);
  };
  const [paid, test, fake, sales] = [number('is_paid'), number('is_test'), number('is_fake'), number('sales_amount')];
  const days = new Int32Array(orders.rows);
  const rows = new Uint32Array(orders.rows);
  let count = 0;
  let firstDay: number | null = null;
  let lastDay: number | null = null;
  if (dates?.kind === 'text') {
    const dayOfCode = Int32Array.from({ length: dates.dictionary.size }, (_, code) => (code === 0 ? 0 : dayNumber(dates.dictionary.text(code) as string)));
    for (let row = 0; row < orders.rows; row++) {
      const code = dates.codes[row] as number;
      if (code === 0 || paid[row] !== 1 || test[row] === 1 || fake[row] === 1) continue;
      const day = dayOfCode[code] as number;
      days[row] = day;
      rows[count++] = row;
      if (firstDay === null || day < firstDay) firstDay = day;
      if (lastDay === null || day > lastDay) lastDay = day;
    }
  }
  const identified = customers?.kind === 'text' ? customers : null;
  return {
    rows: rows.subarray(0, count),
    days,
    customers: identified?.codes ?? new Uint32Array(orders.rows),
    customerCount: identified?.dictionary.size ?? 1,
    sales,
    codeText: (code) => identified?.dictionary.text(code) ?? null,
    firstDay,
    lastDay,
  };
}

/** The identified buyers of a window of days, both ends included. */
export function buyersBetween(orders: PaidOrders, from: number, to: number): Buyers {
  const indexOf = new Int32Array(orders.customerCount).fill(-1);
  const codes: number[] = [];
  const lastDay: number[] = [];
  const counts: number[] = [];
  const sales: number[] = [];
  let paid = 0;
  let identified = 0;
  for (const row of orders.rows) {
    const day = orders.days[row] as number;
    if (day < from || day > to) continue;
    paid++;
    const code = orders.customers[row] as number;
    if (code === 0) continue;
    identified++;
    let index = indexOf[code] as number;
    if (index < 0) {
      index = codes.length;
      indexOf[code] = index;
      codes.push(code);
      lastDay.push(day);
      counts.push(0);
      sales.push(0);
    }
    if (day > (lastDay[index] as number)) lastDay[index] = day;
    counts[index] = (counts[index] as number) + 1;
    const amount = orders.sales[row] as number;
    sales[index] = (sales[index] as number) + (Number.isNaN(amount) ? 0 : amount);
  }
  return {
    count: codes.length,
    codes: Uint32Array.from(codes),
    lastDay: Float64Array.from(lastDay),
    orders: Float64Array.from(counts),
    sales: Float64Array.from(sales),
    paidOrders: paid,
    identifiedOrders: identified,
  };
}
