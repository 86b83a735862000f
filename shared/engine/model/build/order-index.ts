import type { ColumnType } from '#contract/values';
import type { Dictionary } from '../../table/dictionary.ts';
import { gather, type Table } from '../../table/table.ts';
import { PLATFORM_WIDE, PLATFORMS } from '../platforms.ts';
import type { DatasetInfo } from './context.ts';
import { EntityStore } from './field-store.ts';
import { Marks } from './marks.ts';
import { OrderNumbers } from './order-numbers.ts';
import { SameNumbers } from './same-numbers.ts';

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

const encoder = new TextEncoder();

/** Letters that an order's key has before its number, about. */
const KEY_PREFIX = 12;

/** Where an order number is unique: over the whole platform, or in its shop. */
const uniqueIn = (platform: string, shop: string): string => (PLATFORM_WIDE.has(platform) ? '*' : shop);

/** What an order is known by. */
export const orderKey = (platform: string, shop: string, id: string): string => `${platform}:${uniqueIn(platform, shop)}:${id}`;

/** Finds an order by its platform and number. */
export class OrderIndex {
  readonly store = new EntityStore(ORDER_COLUMNS);
  readonly nodes: number[] = [];
  readonly sameNumbers = new SameNumbers();
  /** By dataset the order of each row, where a number alone does not say which. */
  readonly toldApart = new Map<string, Int32Array>();
  readonly #numbers = new Map<string, OrderNumbers>();
  /** For numbers of each kind: how their orders' fields are filled. */
  readonly #adders = new Map<OrderNumbers, (code: number, order: number) => void>();
  /** Orders that some dataset gave an amount of its own. */
  readonly #hasPaidColumn = new Marks();
  /** Which dataset told first of the orders from this one on: those of a dataset come one after the other. */
  readonly #datasets: { readonly from: number; readonly dataset: DatasetInfo }[] = [];
  readonly #heldBack = new Marks();
  /** The shop of the order added last. */
  #shop = { name: '', code: 0 };

  /** The order numbers among which one of this platform and shop is unique. */
  numbers(platform: string, shop: string): OrderNumbers {
    const key = orderKey(platform, shop, '');
    let numbers = this.#numbers.get(key);
    if (numbers === undefined) {
      numbers = new OrderNumbers(platform, uniqueIn(platform, shop));
      this.#numbers.set(key, numbers);
    }
    return numbers;
  }

  /** Whether it knows of no order at all, nor of one that was split into others. */
  get isEmpty(): boolean {
    return this.store.rows === 0 && [...this.#numbers.values()].every(({ split }) => split.size === 0);
  }

  /** The order of a number, whatever platform and shop it is of; -1 when there is none. */
  findAnywhere(id: string): number {
    const of = (platform: string) => [...this.#numbers.values()].filter((numbers) => numbers.platform === platform).sort((a, b) => Number(b.shop === 'main') - Number(a.shop === 'main'));
    for (const platform of PLATFORMS) {
      for (const numbers of of(platform)) {
        const found = numbers.find(id);
        if (found >= 0) return found;
      }
    }
    return -1;
  }

  /**
   * Adds an order.
   *
   * @param code of its number in `numbers.ids`
   * @param dataset the one that told of the order first
   */
  add(numbers: OrderNumbers, code: number, shop: string, source: number, row: number, dataset: DatasetInfo): number {
    const order = this.store.addRow(source, row);
    numbers.set(code, order);
    if (this.#datasets.at(-1)?.dataset !== dataset) this.#datasets.push({ from: order, dataset });
    this.nodes.push(-1);
    let fill = this.#adders.get(numbers);
    if (fill === undefined) {
      fill = this.#adder(numbers);
      this.#adders.set(numbers, fill);
    }
    fill(code, order);
    const shops = this.store.field('shop_id');
    if (shop !== this.#shop.name) this.#shop = { name: shop, code: shops.dictionary.add(shop) };
    shops.setCode(order, this.#shop.code);
    return order;
  }

  /** Makes room for the orders of a sheet with these numbers. */
  expect(numbers: Dictionary): void {
    const count = numbers.size - 1;
    this.store.expect(this.store.rows + count);
    this.store.field('order_key').dictionary.reserve(count, numbers.byteLength + count * KEY_PREFIX);
  }

  #adder({ platform, shop, ids }: OrderNumbers): (code: number, order: number) => void {
    const [keys, platforms, numbers] = [this.store.field('order_key'), this.store.field('platform'), this.store.field('platform_order_id')];
    const platformCode = platforms.dictionary.add(platform);
    const numberOf = numbers.dictionary.codesFrom(ids);
    const prefix = encoder.encode(orderKey(platform, shop, ''));
    let key = new Uint8Array(64);
    return (code, order) => {
      const [start, end] = [ids.start(code), ids.end(code)];
      const length = prefix.length + end - start;
      if (length > key.length) key = new Uint8Array(length * 2);
      key.set(prefix);
      for (let from = start, to = prefix.length; from < end; from++, to++) key[to] = ids.arena[from] as number;
      // No two orders have one number: the key is new.
      keys.setCode(order, keys.dictionary.appendBytes(key, 0, length));
      platforms.setCode(order, platformCode);
      numbers.setCode(order, numberOf(code));
    };
  }

  datasetOf(order: number): string {
    return this.#datasetOf(order).id;
  }

  /** The currency the user answered for the sheet that told of the order first. */
  sheetCurrency(order: number): string | null {
    return this.#datasetOf(order).currency ?? null;
  }

  #datasetOf(order: number): DatasetInfo {
    return this.#datasets.findLast(({ from }) => from <= order)?.dataset as DatasetInfo;
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
