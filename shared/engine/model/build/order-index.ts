import type { ColumnType } from '#contract/values';
import { gather, type Table } from '../../table/table.ts';
import { PLATFORM_WIDE } from '../platforms.ts';
import type { DatasetInput } from './context.ts';
import { EntityStore } from './field-store.ts';
import type { Clock, Shops } from './shops.ts';

export const ORDER_COLUMNS: readonly (readonly [string, ColumnType])[] = [
  ['order_key', 'id'],
  ['platform', 'enum'],
  ['shop_id', 'id'],
  ['platform_order_id', 'id'],
  ['erp_order_id', 'id'],
  ['parent_order_id', 'id'],
  ['placed_at', 'instant'],
  ['paid_at', 'instant'],
  ['completed_at', 'instant'],
  ['cancelled_at', 'instant'],
  ['placed_date', 'date'],
  ['paid_date', 'date'],
  ['order_status', 'enum'],
  ['payment_status', 'enum'],
  ['customer_id', 'id'],
  ['currency', 'text'],
  ['fx_rate', 'number'],
  ['goods_amount', 'money'],
  ['platform_subsidy', 'money'],
  ['seller_discount', 'money'],
  ['shipping_fee', 'money'],
  ['tax_amount', 'money'],
  ['paid_amount', 'money'],
  ['refund_amount', 'money'],
  ['units', 'int'],
  ['sales_channel', 'text'],
  ['campaign_id', 'id'],
  ['influencer', 'text'],
  ['device', 'text'],
  ['payment_method', 'text'],
  ['ship_country', 'text'],
  ['ship_province', 'text'],
  ['ship_city', 'text'],
  ['is_test', 'bool'],
  ['is_fake', 'bool'],
  ['sales_amount', 'money'],
  ['is_paid', 'bool'],
  ['buyer_seq', 'int'],
];

/** Finds an order by its platform and number. */
export class OrderIndex {
  readonly store = new EntityStore(ORDER_COLUMNS);
  readonly #byKey = new Map<string, number>();
  readonly nodes: number[] = [];
  /** Orders that some dataset gave an amount of its own. */
  readonly #hasPaidColumn = new Set<number>();
  readonly #datasets: DatasetInput[] = [];
  readonly #heldBack = new Set<number>();

  static key(platform: string, shop: string, id: string): string {
    return `${platform}:${PLATFORM_WIDE.has(platform) ? '*' : shop}:${id}`;
  }

  find(key: string): number {
    return this.#byKey.get(key) ?? -1;
  }

  /** @param dataset the one that told of the order first */
  add(key: string, source: number, row: number, dataset: DatasetInput): number {
    const index = this.store.addRow(source, row);
    this.#byKey.set(key, index);
    this.#datasets.push(dataset);
    this.store.field('order_key').setText(index, key);
    this.nodes.push(-1);
    return index;
  }

  datasetOf(order: number): string {
    return (this.#datasets[order] as DatasetInput).id;
  }

  /** The currency the user answered for the sheet that told of the order first. */
  sheetCurrency(order: number): string | null {
    return (this.#datasets[order] as DatasetInput).currency ?? null;
  }

  /** Leaves an order out of the canonical tables, with everything that hangs on it. */
  holdBack(order: number): void {
    this.#heldBack.add(order);
    this.nodes[order] = -1;
  }

  isHeldBack(order: number): boolean {
    return this.#heldBack.has(order);
  }

  /** The orders that are not held back. */
  table(): Table {
    const whole = this.store.table();
    return this.#heldBack.size === 0
      ? whole
      : gather(
          whole,
          Uint32Array.from({ length: whole.rows }, (_, row) => row).filter((row) => !this.#heldBack.has(row)),
        );
  }

  markPaymentKnown(order: number): void {
    this.#hasPaidColumn.add(order);
  }

  paymentKnown(order: number): boolean {
    return this.#hasPaidColumn.has(order);
  }
}

/** The clock of the shop that an order is of; shops are told apart by their codes, so that no text is made for an order. */
export function clocksOfOrders(index: OrderIndex, shops: Shops, timeZone: string): (order: number) => Clock {
  const [platforms, names] = [index.store.field('platform'), index.store.field('shop_id')];
  const known = new Map<number, Clock>();
  return (order) => {
    const key = platforms.code(order) * 0x100000 + names.code(order);
    let clock = known.get(key);
    if (clock === undefined) {
      clock = shops.clock(platforms.text(order) ?? '', names.text(order) ?? '', timeZone);
      known.set(key, clock);
    }
    return clock;
  };
}
