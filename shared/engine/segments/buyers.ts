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
  /** Sales less the refunds of the same orders, as far as they were done by the end of the window. */
  readonly netSales: Float64Array;
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
  readonly refunds: readonly Refund[];
  readonly codeText: (code: number) => string | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** Money given back to a buyer. */
interface Refund {
  /** Code of the buyer in the dictionary of the orders' `customer_id`. */
  readonly customer: number;
  /** Day its order was paid; the refund's own for a credit. */
  readonly paidDay: number;
  readonly doneDay: number;
  readonly amount: number;
}

/**
 * Takes the paid orders out of the canonical table `orders`; test and fake ones stay out.
 *
 * @param returns the canonical table `returns`, whose refunds make net sales of sales
 */
export function paidOrders(orders: Table, returns?: Table): PaidOrders {
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
    refunds: returns === undefined ? [] : refundsOf(orders, rows.subarray(0, count), returns),
    codeText: (code) => identified?.dictionary.text(code) ?? null,
    firstDay,
    lastDay,
  };
}

/** Refunds that are done, of orders that count, and credits. */
function refundsOf(orders: Table, paid: Uint32Array, returns: Table): Refund[] {
  const text = (table: Table, name: string) => {
    const column = columnOf(table, name);
    return column?.kind === 'text' ? column : null;
  };
  const keys = text(orders, 'order_key');
  const counted = new Uint8Array(keys?.dictionary.size ?? 1);
  for (const row of paid) counted[keys?.codes[row] ?? 0] = 1;
  const [orderKeys, customers, states, paidDates, doneDates] = ['order_key', 'customer_id', 'status', 'paid_date', 'completed_date'].map((name) => text(returns, name));
  const amounts = columnOf(returns, 'refund_amount');
  const credits = columnOf(returns, 'is_credit');
  const buyers = text(orders, 'customer_id');
  const at = (column: typeof keys | undefined, row: number) => column?.dictionary.text(column.codes[row] as number) ?? null;
  const refunds: Refund[] = [];
  for (let row = 0; row < returns.rows; row++) {
    const [customer, paidDate, doneDate, key] = [at(customers, row), at(paidDates, row), at(doneDates, row), at(orderKeys, row)];
    const amount = amounts?.kind === 'number' ? (amounts.values[row] as number) : Number.NaN;
    if (customer === null || paidDate === null || doneDate === null || Number.isNaN(amount) || at(states, row) !== 'success') continue;
    const isCredit = credits?.kind === 'number' && credits.values[row] === 1;
    if (!isCredit && counted[key === null ? 0 : (keys?.dictionary.find(key) ?? 0)] !== 1) continue;
    const code = buyers?.dictionary.find(customer) ?? 0;
    if (code > 0) refunds.push({ customer: code, paidDay: dayNumber(paidDate), doneDay: dayNumber(doneDate), amount });
  }
  return refunds;
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
  const netSales = Float64Array.from(sales);
  for (const { customer, paidDay, doneDay, amount } of orders.refunds) {
    const index = indexOf[customer] as number;
    if (index >= 0 && paidDay >= from && paidDay <= to && doneDay <= to) netSales[index] = (netSales[index] as number) - amount;
  }
  return {
    count: codes.length,
    codes: Uint32Array.from(codes),
    lastDay: Float64Array.from(lastDay),
    orders: Float64Array.from(counts),
    sales: Float64Array.from(sales),
    netSales,
    paidOrders: paid,
    identifiedOrders: identified,
  };
}
