import type { ColumnType } from '#contract/values';
import type { TextColumn } from '../../table/table.ts';
import { placeOf } from '../../values/provinces.ts';
import { type BuildReport, type MappedTable, textAt } from './context.ts';
import { EntityStore, type FieldStore } from './field-store.ts';
import type { Identities, Person } from './identity.ts';
import type { LineIndex } from './lines.ts';
import type { OrderIndex } from './order-index.ts';
import { scopeOf } from './scopes.ts';
import type { ReturnIndex } from './returns.ts';

export const CUSTOMER_COLUMNS: readonly (readonly [string, ColumnType])[] = [
  ['customer_id', 'id'],
  ['first_paid_date', 'date'],
  ['last_paid_date', 'date'],
  ['orders', 'int'],
  ['sales', 'money'],
  ['gender', 'text'],
  ['country', 'text'],
  ['province', 'text'],
  ['city', 'text'],
  ['member_level', 'text'],
];

export const PRODUCT_COLUMNS: readonly (readonly [string, ColumnType])[] = [
  ['sku', 'id'],
  ['spu_id', 'id'],
  ['title', 'text'],
  ['category_l1', 'text'],
  ['category_l2', 'text'],
  ['brand', 'text'],
  ['list_price', 'money'],
  ['cost_price', 'money'],
];

/**
 * Joins what customer sheets say: a per-order customer number that stands for a person elsewhere (Olist's customer_id and
 * customer_unique_id) makes all of that person's numbers one.
 */
export function takePersonLinks(mapped: MappedTable, identities: Identities, platformOf: string): void {
  const refs = mapped.column('customer_ref');
  const persons = mapped.column('person_ref');
  if (refs?.kind !== 'text' || persons?.kind !== 'text') return;
  for (let row = 0; row < mapped.table.rows; row++) {
    const a = identities.node('buyer', platformOf, refs.dictionary.text(refs.codes[row] as number));
    const b = identities.node('buyer', `${platformOf}:person`, persons.dictionary.text(persons.codes[row] as number));
    identities.join(a, b);
  }
}

/** One row a person who ordered or returned, with the facts of customer sheets. */
export function buildCustomers(sheets: readonly MappedTable[], orders: OrderIndex, returns: ReturnIndex, identities: Identities, report: BuildReport): EntityStore {
  const store = new EntityStore(CUSTOMER_COLUMNS);
  const personOf = identities.people();
  const ids = store.field('customer_id');
  /** Row of each person that ordered or returned. */
  const rows = new Map<number, number>();
  const rowOf = (person: Person): number => {
    let row = rows.get(person.root);
    if (row === undefined) {
      row = store.addRow(0, 0);
      rows.set(person.root, row);
      ids.setText(row, person.code);
    }
    return row;
  };
  const { store: orderStore } = orders;
  const orderIds = orderStore.field('customer_id');
  const orderIdOf = orderIds.dictionary.codesFrom(ids.dictionary);
  const places = [
    ['ship_country', 'country'],
    ['ship_province', 'province'],
    ['ship_city', 'city'],
  ].map(([from, to]) => {
    const [source, target] = [orderStore.field(from as string), store.field(to as string)];
    return { source, target, codeOf: target.dictionary.codesFrom(source.dictionary) };
  });
  for (const [order, node] of orders.nodes.entries()) {
    if (node < 0) continue;
    const row = rowOf(personOf(node) as Person);
    orderIds.setCode(order, orderIdOf(ids.code(row)));
    for (const { source, target, codeOf } of places) if (!target.isSet(row)) target.setCode(row, codeOf(source.code(order)));
  }
  for (const [index, node] of returns.nodes.entries()) {
    if (node < 0) continue;
    const row = rowOf(personOf(node) as Person);
    returns.store.field('customer_id').setText(index, ids.text(row));
  }
  for (const [i, sheet] of sheets.entries()) report.take(sheet.dataset.id, 'customers', takeCustomerSheet(sheet, store, rows, identities, personOf, i + 1));
  return store;
}

/** Takes what a customer sheet says of people who ordered; gives how many of its rows are of such. */
function takeCustomerSheet(sheet: MappedTable, store: EntityStore, rows: ReadonlyMap<number, number>, identities: Identities, personOf: (node: number) => Person | undefined, pass: number): number {
  const refs = sheet.column('customer_ref');
  if (refs?.kind !== 'text') return 0;
  const scope = scopeOf(sheet);
  const customerAt = (row: number): number | undefined => {
    const node = identities.node('buyer', scope(row).platform, refs.dictionary.text(refs.codes[row] as number));
    // Somebody who neither ordered nor returned may be named here first.
    const person = node < 0 ? undefined : personOf(node);
    return person === undefined ? undefined : rows.get(person.root);
  };
  const countries = sheet.column('country');
  for (const name of ['gender', 'country', 'province', 'city', 'member_level']) {
    const column = sheet.column(name);
    if (column === undefined || column.kind !== 'text') continue;
    for (let row = 0; row < sheet.table.rows; row++) {
      const customer = customerAt(row);
      if (customer === undefined) continue;
      const text = textAt(column, row);
      store.field(name).setText(customer, text !== null && name === 'province' ? placeOf(text, countries === undefined ? null : textAt(countries, row)) : text, pass);
    }
  }
  let taken = 0;
  for (let row = 0; row < sheet.table.rows; row++) if (customerAt(row) !== undefined) taken++;
  return taken;
}

/** One row a merchant code: what product sheets say, and for codes that only lines know their title. */
export function buildProducts(sheets: readonly MappedTable[], lines: LineIndex, report: BuildReport): EntityStore {
  const store = new EntityStore(PRODUCT_COLUMNS);
  const ids = store.field('sku');
  /** By codes of `ids` the product and one, 0 where there is none: no text is made of a merchant code. */
  let rows: Uint32Array = new Uint32Array(256);
  const rowOf = (id: number, source: number, fileRow: number): number => {
    if (id >= rows.length) rows = longer(rows, Math.max(ids.dictionary.size, 2 * id));
    const known = rows[id] as number;
    if (known !== 0) return known - 1;
    const row = store.addRow(source, fileRow);
    rows[id] = row + 1;
    ids.setCode(row, id);
    return row;
  };
  for (const [i, sheet] of sheets.entries()) {
    const skus = sheet.column('sku');
    if (skus?.kind !== 'text') continue;
    const idOf = ids.dictionary.codesFrom(skus.dictionary);
    const productOf = new Int32Array(skus.dictionary.size).fill(-1);
    const { source, row: fileRow } = sheet.table.origin;
    let taken = 0;
    for (let row = 0; row < sheet.table.rows; row++) {
      const code = skus.codes[row] as number;
      if (code !== 0) taken++;
      if (code !== 0 && productOf[code] === -1) productOf[code] = rowOf(idOf(code), source[row] as number, fileRow[row] as number);
    }
    report.take(sheet.dataset.id, 'products', taken);
    for (const name of ['spu_id', 'title', 'category_l1', 'category_l2', 'brand']) {
      const column = sheet.column(name);
      if (column?.kind === 'text') takeTexts(column, skus.codes, productOf, store.field(name), i + 1);
    }
    for (const name of ['list_price', 'cost_price']) takeNumbers(sheet.money(name), skus.codes, productOf, store.field(name), i + 1);
  }
  const skus = lines.store.field('sku');
  const titles = lines.store.field('title');
  const title = store.field('title');
  const titleOf = title.dictionary.codesFrom(titles.dictionary);
  const idOf = ids.dictionary.codesFrom(skus.dictionary);
  const seen = new Uint8Array(skus.dictionary.size);
  for (let line = 0; line < lines.store.rows; line++) {
    const code = skus.code(line);
    if (code === 0 || seen[code] === 1) continue;
    seen[code] = 1;
    const id = idOf(code);
    if ((rows[id] ?? 0) === 0) title.setCode(rowOf(id, 0, 0), titleOf(titles.code(line)));
  }
  completeVariants(store);
  return store;
}

function longer(array: Uint32Array, length: number): Uint32Array {
  const next = new Uint32Array(length);
  next.set(array);
  return next;
}

/** The first text of each product. */
function takeTexts({ codes, dictionary }: TextColumn, skus: Uint32Array, productOf: Int32Array, field: FieldStore, pass: number): void {
  const codeOf = field.dictionary.codesFrom(dictionary);
  for (let row = 0; row < codes.length; row++) {
    const sku = skus[row] as number;
    const code = codes[row] as number;
    if (sku === 0 || code === 0) continue;
    const product = productOf[sku] as number;
    if (!field.isTaken(product, pass)) field.setCode(product, codeOf(code), pass);
  }
}

/** The first number of each product. */
function takeNumbers(values: Float64Array | undefined, skus: Uint32Array, productOf: Int32Array, field: FieldStore, pass: number): void {
  if (values === undefined) return;
  for (let row = 0; row < values.length; row++) {
    const sku = skus[row] as number;
    if (sku !== 0) field.setNumber(productOf[sku] as number, values[row] as number, pass);
  }
}

/** Sheets say what the variants of a listing share on the first of them only: the others take it from there. */
function completeVariants(store: EntityStore): void {
  const listings = store.field('spu_id');
  for (const field of ['title', 'category_l1', 'category_l2', 'brand'].map((name) => store.field(name))) {
    const shared = new Map<number, number>();
    for (let row = 0; row < store.rows; row++) if (listings.isSet(row) && field.isSet(row) && !shared.has(listings.code(row))) shared.set(listings.code(row), field.code(row));
    for (let row = 0; row < store.rows; row++) if (listings.isSet(row) && !field.isSet(row)) field.setCode(row, shared.get(listings.code(row)) ?? 0);
  }
}
