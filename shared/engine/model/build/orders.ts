import type { Dictionary } from '../../table/dictionary.ts';
import type { Column, TextColumn } from '../../table/table.ts';
import { cityOf, placeOf } from '../../values/provinces.ts';
import type { Sliced } from '../../values/sliced.ts';
import { answeredStatus } from '../status-questions.ts';
import { isUnpaidState, orderStatus, saysFlag, saysUnpaid, splitFrom } from '../status.ts';
import { type BuildReport, dayCodes, instantCodes, type MappedTable } from './context.ts';
import type { FieldStore } from './field-store.ts';
import type { Identities } from './identity.ts';
import type { OrderIndex } from './order-index.ts';
import { listRepeatedOrders } from './repeated-orders.ts';
import { byScopeAndCode, scopeOf } from './scopes.ts';
import type { Clock, Shops } from './shops.ts';

const TEXT_FIELDS = ['erp_order_id', 'currency', 'sales_channel', 'campaign_id', 'influencer', 'device', 'payment_method', 'ship_country'] as const;
const MONEY_FIELDS = ['goods_amount', 'platform_subsidy', 'seller_discount', 'shipping_fee', 'tax_amount', 'paid_amount', 'refund_amount'] as const;

/**
 * Takes the orders of one dataset into the index. Rows of one order number are one order: its fields come from the first row that
 * has them, its amounts from that row too, or from all rows added up when the amounts are per line.
 *
 * @param orderOfRow the order of each row, -1 where a row belongs to none
 * @param pass number of the dataset, from 1: a later dataset's values replace an earlier one's, a blank replaces nothing; a pass that
 *   completes (`COMPLETES` and above) replaces nothing at all
 */
export function* takeOrders(mapped: MappedTable, index: OrderIndex, identities: Identities, pass: number, orderOfRow: Int32Array, shops: Shops, report: BuildReport): Sliced<void> {
  const { table, dataset } = mapped;
  const { store } = index;
  for (const name of TEXT_FIELDS) {
    copyTexts(mapped.column(name), store.field(name), orderOfRow, pass);
    yield;
  }
  copyTexts(mapped.column('parent_order_id'), store.field('parent_order_id'), orderOfRow, pass, splitFrom);
  copyTexts(mapped.column('ship_city'), store.field('ship_city'), orderOfRow, pass, cityOf);
  yield;
  takeProvinces(mapped, index, orderOfRow, pass);
  yield;
  for (const name of MONEY_FIELDS) {
    // Where an expression gives it that is the longest part.
    yield* mapped.prepare(name);
    yield;
  }
  const parts = mapped.mapping.role === 'erp' ? firstOfParts(mapped, orderOfRow) : null;
  const perLine = parts !== null || mapped.mapping.amounts === 'per-line' || (mapped.mapping.amounts === undefined && amountsDiffer(mapped, store.rows, orderOfRow));
  for (const name of MONEY_FIELDS) {
    const values = mapped.money(name);
    if (values === undefined) continue;
    const field = store.field(name);
    for (let row = 0; row < table.rows; row++) {
      const order = orderOfRow[row] as number;
      if (order < 0 || parts?.[row] === 0) continue;
      if (perLine) field.addNumber(order, values[row] as number, pass);
      else field.setNumber(order, values[row] as number, pass);
    }
    yield;
  }
  if (!perLine) listRepeatedOrders(mapped, store.rows, orderOfRow, report);
  const clockOf = shops.byOrder(index, (platform, shop) => shops.clock(platform, shop, dataset.timeZone));
  yield* takeTimes(mapped, index, orderOfRow, pass, (row) => clockOf(orderOfRow[row] as number));
  takeStatuses(mapped, index, orderOfRow, pass, report);
  yield;
  takeFlags(mapped, index, orderOfRow);
  takePeople(mapped, index, identities, orderOfRow);
}

/** An ERP's order may be one of several parts of an order: its amounts repeat on its own lines and add up over the parts. */
function firstOfParts(mapped: MappedTable, orderOfRow: Int32Array): Uint8Array {
  const parts = mapped.column('erp_order_id');
  const seen = new Set<string>();
  return Uint8Array.from(orderOfRow, (order, row) => {
    if (order < 0) return 0;
    const key = `${order}:${parts?.kind === 'text' ? (parts.codes[row] as number) : 0}`;
    if (seen.has(key)) return 0;
    seen.add(key);
    return 1;
  });
}

/** Provinces under one name each, whatever the sheet calls them: a code means what it means in the row's country. */
function takeProvinces(mapped: MappedTable, index: OrderIndex, orderOfRow: Int32Array, pass: number): void {
  const column = mapped.column('ship_province');
  if (column === undefined || column.kind !== 'text') return;
  const field = index.store.field('ship_province');
  const countries = mapped.column('ship_country');
  const known = new Map<string | null, Int32Array>();
  for (let row = 0; row < orderOfRow.length; row++) {
    const order = orderOfRow[row] as number;
    const code = column.codes[row] as number;
    if (order < 0 || code === 0 || field.isTaken(order, pass)) continue;
    const country = countries?.kind === 'text' ? countries.dictionary.text(countries.codes[row] as number) : null;
    let places = known.get(country);
    if (places === undefined) {
      places = new Int32Array(column.dictionary.size).fill(-1);
      known.set(country, places);
    }
    if (places[code] === -1) {
      const place = placeOf(column.dictionary.text(code) as string, country);
      places[code] = place === null ? 0 : field.dictionary.add(place);
    }
    field.setCode(order, places[code] as number, pass);
  }
}

function copyTexts(column: Column | undefined, field: FieldStore, orderOfRow: Int32Array, pass: number, change?: (text: string) => string | null): void {
  if (column === undefined || column.kind !== 'text') return;
  const codeOf = change === undefined ? field.dictionary.codesFrom(column.dictionary) : changedCodes(column.dictionary, field, change);
  for (let row = 0; row < orderOfRow.length; row++) {
    const order = orderOfRow[row] as number;
    const code = column.codes[row] as number;
    // Most cells of a sheet of lines repeat what the first line of the order said: those are not even looked up.
    if (order >= 0 && code !== 0 && !field.isTaken(order, pass)) field.setCode(order, codeOf(code), pass);
  }
}

/** The field's code of a text that is changed on the way, each worked on once. */
function changedCodes(texts: Dictionary, field: FieldStore, change: (text: string) => string | null): (code: number) => number {
  const map = new Int32Array(texts.size).fill(-1);
  return (code) => {
    if (map[code] === -1) {
      const text = change(texts.text(code) as string);
      map[code] = text === null ? 0 : field.dictionary.add(text);
    }
    return map[code] as number;
  };
}

/** Amounts that differ between the rows of an order belong to its lines. */
function amountsDiffer(mapped: MappedTable, orders: number, orderOfRow: Int32Array): boolean {
  for (const name of ['paid_amount', 'goods_amount']) {
    const values = mapped.money(name);
    if (values === undefined) continue;
    const first = new Float64Array(orders).fill(Number.NaN);
    for (let row = 0; row < orderOfRow.length; row++) {
      const order = orderOfRow[row] as number;
      const value = values[row] as number;
      if (order < 0 || Number.isNaN(value)) continue;
      if (Number.isNaN(first[order])) first[order] = value;
      else if (first[order] !== value) return true;
    }
  }
  return false;
}

function* takeTimes(mapped: MappedTable, index: OrderIndex, orderOfRow: Int32Array, pass: number, clockOf: (row: number) => Clock): Sliced<void> {
  // Told that no payment date means unpaid: then it is known of every order that it is not.
  if (mapped.mapping.dates === 'unpaid' && !mapped.has('paid_at')) for (const order of orderOfRow) if (order >= 0) index.markPaymentKnown(order);
  for (const [field, day] of [
    ['placed_at', 'placed_date'],
    ['paid_at', 'paid_date'],
    ['completed_at', null],
    ['cancelled_at', null],
  ] as const) {
    const column = mapped.column(field);
    if (column === undefined) continue;
    const instants = index.store.field(field);
    const days = day === null ? null : index.store.field(day);
    const dayOf = days === null ? null : dayCodes(column, mapped.dataset, clockOf, days.dictionary);
    const instantAt = instantCodes(column, instants.dictionary);
    for (let row = 0; row < orderOfRow.length; row++) {
      const order = orderOfRow[row] as number;
      if (order < 0) continue;
      if (field === 'paid_at') index.markPaymentKnown(order);
      if (!instants.isTaken(order, pass)) instants.setCode(order, instantAt(row), pass);
      if (days !== null && dayOf !== null && !days.isTaken(order, pass)) days.setCode(order, dayOf(row), pass);
    }
    yield;
  }
}

function takeStatuses(mapped: MappedTable, index: OrderIndex, orderOfRow: Int32Array, pass: number, report: BuildReport): void {
  const payment = mapped.column('payment_status');
  copyTexts(payment, index.store.field('payment_status'), orderOfRow, pass, (text) => text.trim().toLowerCase());
  const column = mapped.column('order_status');
  if (column === undefined || column.kind !== 'text') return;
  const field = index.store.field('order_status');
  const payments = index.store.field('paid_at');
  const { dictionary } = column;
  const from = mapped.mapping.role === 'erp' ? 'erp' : (mapped.constant('platform') ?? mapped.dataset.platform);
  const stateOf = (raw: string, paid: boolean) => answeredStatus(mapped.answers, mapped.dataset.platform, raw) ?? orderStatus(raw, paid, from);
  // Without a payment date the state tells: what waits for payment or was cancelled is not paid.
  const tells = Uint8Array.from({ length: dictionary.size }, (_, code) => {
    const raw = dictionary.text(code) ?? '';
    return !mapped.has('paid_at') && !saysUnpaid(raw) && !isUnpaidState(stateOf(raw, false)) ? 1 : 0;
  });
  const statusIf = (paid: boolean) => changedCodes(dictionary, field, (raw) => stateOf(raw, paid) ?? (paid ? 'paid' : 'pending_payment'));
  const [unpaidOf, paidOf] = [statusIf(false), statusIf(true)];
  const rowsOf = new Uint32Array(dictionary.size);
  for (let row = 0; row < orderOfRow.length; row++) {
    const order = orderOfRow[row] as number;
    const code = column.codes[row] as number;
    if (order < 0 || code === 0 || field.isTaken(order, pass)) continue;
    rowsOf[code] = (rowsOf[code] as number) + 1;
    field.setCode(order, payments.isSet(order) || tells[code] === 1 ? paidOf(code) : unpaidOf(code), pass);
  }
  for (const [code, count] of rowsOf.entries()) {
    const raw = dictionary.text(code);
    if (count > 0 && raw !== null && stateOf(raw, true) === null) report.unknownStatuses.set(raw, (report.unknownStatuses.get(raw) ?? 0) + count);
  }
}

/** Test and brushing orders, which count nowhere: a yes in a column of its own, or a tag that says so. Once said it stays. */
function takeFlags(mapped: MappedTable, index: OrderIndex, orderOfRow: Int32Array): void {
  for (const flag of ['is_test', 'is_fake'] as const) {
    const column = mapped.column(flag);
    if (column === undefined) continue;
    const says = column.kind === 'number' ? null : Uint8Array.from({ length: column.dictionary.size }, (_, code) => (saysFlag(flag, column.dictionary.text(code)) ? 1 : 0));
    const field = index.store.field(flag);
    for (let row = 0; row < orderOfRow.length; row++) {
      const order = orderOfRow[row] as number;
      if (order < 0) continue;
      if (column.kind === 'number' ? column.values[row] === 1 : says?.[column.codes[row] as number] === 1) field.setNumber(order, 1);
    }
  }
}

function takePeople(mapped: MappedTable, index: OrderIndex, identities: Identities, orderOfRow: Int32Array): void {
  const scope = scopeOf(mapped);
  for (const [field, kind] of [
    ['buyer_ref', 'buyer'],
    ['phone_hash', 'phone'],
    ['email_hash', 'email'],
  ] as const) {
    const column = mapped.column(field);
    if (column === undefined || column.kind !== 'text' || mostlyMasked(column)) continue;
    const nodeOf = byScopeAndCode(
      column,
      scope,
      ({ platform }) =>
        (code) =>
          identities.node(kind, platform, column.dictionary.text(code)),
    );
    for (let row = 0; row < orderOfRow.length; row++) {
      const order = orderOfRow[row] as number;
      // What an ERP says of the buyer of a platform's order adds nothing to what the platform said.
      if (order >= 0 && mapped.mapping.role === 'erp' && (index.nodes[order] as number) >= 0 && field === 'buyer_ref') continue;
      const node = order < 0 ? -1 : nodeOf(row);
      if (node < 0) continue;
      const before = index.nodes[order] as number;
      if (before < 0) index.nodes[order] = node;
      else identities.join(before, node);
    }
  }
}

/** A column in which three in ten values are masked names nobody for sure (domain-model.md 5.2). */
function mostlyMasked(column: TextColumn): boolean {
  const isMasked = Uint8Array.from({ length: column.dictionary.size }, (_, code) => (column.dictionary.text(code)?.includes('*') === true ? 1 : 0));
  let masked = 0;
  let filled = 0;
  for (const code of column.codes) {
    if (code === 0) continue;
    filled++;
    masked += isMasked[code] as number;
  }
  return masked > 0 && masked >= filled * 0.3;
}
