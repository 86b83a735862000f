import type { ColumnType } from '#contract/values';
import type { Dictionary } from '../../table/dictionary.ts';
import type { Sliced } from '../../values/sliced.ts';
import { PairCodes } from '../../table/pair-codes.ts';
import type { Column } from '../../table/table.ts';
import type { Aliases } from './aliases.ts';
import { type MappedTable, SLICE, textAt } from './context.ts';
import { EntityStore, type FieldStore } from './field-store.ts';
import type { OrderIndex } from './order-index.ts';
import { KnownLines } from './known-lines.ts';
import { Marks } from './marks.ts';
import { converted } from './rates.ts';

export const LINE_COLUMNS: readonly (readonly [string, ColumnType])[] = [
  ['line_key', 'id'],
  ['order_key', 'id'],
  ['platform_line_id', 'id'],
  ['sku', 'id'],
  ['title', 'text'],
  ['variant', 'text'],
  ['qty', 'int'],
  ['list_price', 'money'],
  ['unit_price', 'money'],
  ['line_sales', 'money'],
  ['unit_cost', 'money'],
  ['is_gift', 'bool'],
];

/** The lines of all orders, and for each line its order and its weight when a discount is spread. */
export class LineIndex {
  readonly store = new EntityStore(LINE_COLUMNS);
  /** Lines of products without a code of the merchant's. */
  readonly aliased = new Marks();
  #orders = new Int32Array(256);
  #weights = new Float64Array(256);
  /** Of each code in the dictionary of `line_key` its line and one; 0 where there is none. */
  #lineOfCode = new Int32Array(257);
  #scratch = new Uint8Array(256);

  /** The order of each line. */
  get orders(): Int32Array {
    return this.#orders.subarray(0, this.store.rows);
  }

  /** The weight of each line, NaN where it has none. */
  get weights(): Float64Array {
    return this.#weights.subarray(0, this.store.rows);
  }

  /** Says how many lines there will probably be. */
  expect(lines: number): void {
    this.store.expect(lines);
    this.#widen(lines);
  }

  setWeight(line: number, weight: number): void {
    this.#weights[line] = weight;
  }

  #widen(lines: number): void {
    if (lines <= this.#orders.length) return;
    this.#orders = longer(this.#orders, lines);
    this.#weights = longer(this.#weights, lines);
    this.#lineOfCode = longer(this.#lineOfCode, lines + 1);
  }

  /**
   * The line whose key is these texts joined by `#`, added when it is new. The key is put together as bytes: there are as many as lines.
   *
   * @param isNew known to be so: the key is not looked for
   */
  line(order: number, parts: readonly KeyPart[], source: number, row: number, isNew = false): number {
    const { dictionary } = this.store.field('line_key');
    const length = this.#writeKey(parts);
    const code = isNew ? dictionary.appendBytes(this.#scratch, 0, length) : dictionary.addBytes(this.#scratch, 0, length);
    const known = this.#lineOfCode[code] ?? 0;
    if (known > 0) return known - 1;
    const line = this.store.addRow(source, row);
    if (line >= this.#orders.length) this.#widen(2 * line);
    this.#lineOfCode[code] = line + 1;
    this.#orders[line] = order;
    this.#weights[line] = Number.NaN;
    this.store.field('line_key').setCode(line, code);
    return line;
  }

  /** The line of a key, -1 where there is none. */
  find(parts: readonly KeyPart[]): number {
    const length = this.#writeKey(parts);
    const code = this.store.field('line_key').dictionary.findBytes(this.#scratch, 0, length);
    return code === 0 ? -1 : (this.#lineOfCode[code] as number) - 1;
  }

  #writeKey(parts: readonly KeyPart[]): number {
    let length = 0;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as KeyPart;
      const size = typeof part === 'number' ? 10 : part.dictionary.end(part.code) - part.dictionary.start(part.code);
      if (length + size + 1 > this.#scratch.length) this.#scratch = longer(this.#scratch, 2 * (length + size + 1));
      if (i > 0) this.#scratch[length++] = HASH;
      if (typeof part === 'number') length = writeDigits(this.#scratch, length, part);
      else {
        const { arena } = part.dictionary;
        for (let from = part.dictionary.start(part.code), to = part.dictionary.end(part.code); from < to; from++) this.#scratch[length++] = arena[from] as number;
      }
    }
    return length;
  }
}

/** A text by its code, or a number. */
type KeyPart = number | Readonly<CodePart>;

interface CodePart {
  readonly dictionary: Dictionary;
  code: number;
}

const HASH = 35;
/** Letters of a product that is known by its title, about, and of what follows it in a key. */
const SKU_LENGTH = 16;
const KEY_REST = 3;
const ZERO = 48;

/** Writes a whole number above zero in decimal at `at`; gives the place after it. */
function writeDigits(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10)) end++;
  let rest = value;
  for (let place = end - 1; place >= at; place--) {
    bytes[place] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return end;
}

function longer<A extends Uint8Array | Uint32Array | Int32Array | Float64Array>(array: A, length: number): A {
  const result = new (array.constructor as new (length: number) => A)(length);
  result.set(array);
  return result;
}

/**
 * Takes the lines of one dataset.
 *
 * @param located the order of each row, -1 where a row is no line
 * @param aliases what products without a merchant code are known by; by their title where their platform names none
 */
export function* takeLines(mapped: MappedTable, orders: OrderIndex, lines: LineIndex, pass: number, located: Int32Array, aliases: Aliases): Sliced<void> {
  const { table } = mapped;
  const { store } = lines;
  const orderKeys = orders.store.field('order_key');
  const [keyField, skuField, lineIdField] = [store.field('order_key'), store.field('sku'), store.field('platform_line_id')];
  const titles = mapped.column('title');
  const skus = mapped.column('sku');
  const titleOf = copier(titles, store.field('title'));
  const variantOf = copier(mapped.column('variant'), store.field('variant'));
  const skuOf = copier(skus, skuField);
  const aliasOf = aliases.within(mapped);
  const lineIdOf = copier(mapped.column('platform_line_id'), lineIdField);
  const [titleField, variantField] = [store.field('title'), store.field('variant')];
  lines.expect(store.rows + table.rows);
  const keyCodeOf = keyField.dictionary.codesFrom(orderKeys.dictionary);
  reserveKeys(store.field('line_key').dictionary, table.rows, [orderKeys.dictionary, skus]);
  const numbers = numberTaker(mapped, store, pass);
  const rates = orders.store.field('fx_rate');
  // The keys of the first sheet whose lines have no numbers of their own are made by counting: each of them is new.
  const isNew = store.rows === 0 && !mapped.has('platform_line_id');
  const known = KnownLines.before(lines, orders.store.rows, located);
  const qtyOf = piecesOf(mapped);
  const gifts = mapped.column('is_gift');
  const giftField = store.field('is_gift');
  const different = (column: Column | undefined) => (column?.kind === 'text' ? column.dictionary.size : table.rows);
  const pairs = new PairCodes(orders.store.rows, skuField.dictionary.size + different(skus) + different(titles));
  /** How often each pair of order and product came before. */
  let occurrences: Uint32Array = new Uint32Array(table.rows + 1);
  // The parts of a key are the same objects in every row: a million of them would be garbage that waits long to be collected.
  const [orderPart, idPart, skuPart] = [keyField, lineIdField, skuField].map(({ dictionary }): CodePart => ({ dictionary, code: 0 })) as [CodePart, CodePart, CodePart];
  const [keyWithId, keyWithCount]: KeyPart[][] = [
    [orderPart, idPart],
    [orderPart, skuPart, 0],
  ];
  const take = (row: number, order: number) => {
    orderPart.code = keyCodeOf(orderKeys.code(order));
    const isAlias = skuOf(row) === 0;
    const sku = skuOf(row) || skuField.dictionary.add(aliasOf(row) ?? `?${textAt(titles, row) ?? ''}`);
    const lineId = lineIdOf(row);
    const key = (lineId !== 0 ? keyWithId : keyWithCount) as KeyPart[];
    if (lineId !== 0) idPart.code = lineId;
    else {
      const pair = pairs.add(order, sku);
      if (pair >= occurrences.length) occurrences = longer(occurrences, 2 * pair);
      const n = (occurrences[pair] as number) + 1;
      occurrences[pair] = n;
      skuPart.code = sku;
      key[2] = n;
    }
    const twin = known === null || lines.find(key) >= 0 ? -1 : known.find(order, { sku, isAlias, hasId: lineId !== 0, pieces: qtyOf(row) });
    const line = twin >= 0 ? twin : lines.line(order, key, table.origin.source[row] as number, table.origin.row[row] as number, isNew && lineId === 0);
    known?.use(order, line);
    if (isAlias && twin < 0) lines.aliased.add(line);
    keyField.setCode(line, orderPart.code);
    lineIdField.setCode(line, lineId, pass);
    // What only another sheet calls it by does not replace a merchant's code.
    if (twin < 0 || !isAlias) skuField.setCode(line, sku, pass);
    titleField.setCode(line, titleOf(row), pass);
    variantField.setCode(line, variantOf(row), pass);
    const gift = gifts?.kind === 'number' && gifts.values[row] === 1;
    giftField.setNumber(line, gift ? 1 : 0);
    const weight = numbers(row, line, rates.number(order));
    lines.setWeight(line, gift ? Number.NaN : weight);
  };
  for (let row = 0; row < table.rows; row++) {
    const order = located[row] as number;
    if (order >= 0) take(row, order);
    if (row % SLICE === SLICE - 1) yield;
  }
}

/** Makes room for the keys of so many lines: an order's key, a product's and a number, as long as these mostly are. */
function reserveKeys(keys: Dictionary, lines: number, [orders, skus]: readonly [Dictionary, Column | undefined]): void {
  const average = ({ byteLength, size }: Dictionary) => byteLength / Math.max(1, size - 1);
  const length = average(orders) + (skus?.kind === 'text' ? average(skus.dictionary) : SKU_LENGTH) + KEY_REST;
  keys.reserve(lines, Math.ceil(lines * length));
}

/** How many pieces a row is of; one where its sheet does not count them. */
function piecesOf(mapped: MappedTable): (row: number) => number {
  const qty = mapped.column('qty');
  return (row) => (qty?.kind === 'number' ? (qty.values[row] as number) : 1);
}

/**
 * Copies the numbers of a row to its line, in the reporting currency, and gives the line's weight: its amount, else its price times
 * pieces. Costs in an ERP's sheet are in the reporting currency whatever the order's is.
 */
function numberTaker(mapped: MappedTable, store: EntityStore, pass: number): (row: number, line: number, rate: number) => number {
  const piecesAt = piecesOf(mapped);
  const amounts = mapped.money('line_amount');
  const prices = mapped.money('unit_price');
  const listPrices = mapped.money('list_price');
  const costs = mapped.money('unit_cost');
  const [qtyField, priceField, listField, costField] = [store.field('qty'), store.field('unit_price'), store.field('list_price'), store.field('unit_cost')];
  const costsConvert = mapped.mapping.role !== 'erp';
  return (row, line, rate) => {
    const pieces = piecesAt(row);
    const price = converted(prices?.[row] ?? Number.NaN, rate);
    const list = converted(listPrices?.[row] ?? Number.NaN, rate);
    qtyField.setNumber(line, pieces, pass);
    priceField.setNumber(line, price, pass);
    listField.setNumber(line, list, pass);
    costField.setNumber(line, converted(costs?.[row] ?? Number.NaN, costsConvert ? rate : 1), pass);
    const amount = (amounts?.[row] ?? Number.NaN) * rate;
    if (!Number.isNaN(amount)) return amount;
    return Number.isNaN(price * pieces) ? list * pieces : price * pieces;
  };
}

/** The code in the field's dictionary of a column's cell, each different text added once; 0 where there is none. */
function copier(column: Column | undefined, field: FieldStore): (row: number) => number {
  if (column === undefined) return () => 0;
  if (column.kind === 'number') {
    return (row) => {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? 0 : field.dictionary.add(String(value));
    };
  }
  const codeOf = field.dictionary.codesFrom(column.dictionary);
  return (row) => codeOf(column.codes[row] as number);
}
