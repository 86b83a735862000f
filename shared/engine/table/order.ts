import type { Column, NumberColumn, Table, TextColumn } from './table.ts';

export interface SortKey {
  readonly column: Column;
  readonly descending: boolean;
}

const DIGITS = 1 << 16;

/**
 * The rows in the order of the keys: numbers by size, texts by code units; missing cells last, equal rows in their old order.
 *
 * Sorts by the last key first, each time without disturbing equal rows, counting instead of comparing (LSD radix sort; Knuth, TAOCP 5.2.5).
 */
export function orderRows(table: Table, keys: readonly SortKey[]): Uint32Array {
  let order = Uint32Array.from({ length: table.rows }, (_, row) => row);
  for (const { column, descending } of [...keys].reverse()) {
    const passes = column.kind === 'text' ? [textRanks(column, descending)] : numberDigits(column, descending);
    for (const { digits, size } of passes) order = counted(order, digits, size);
  }
  return order;
}

interface Pass {
  /** Of each row, from 0. */
  readonly digits: Uint32Array | Uint16Array;
  readonly size: number;
}

function counted(order: Uint32Array, digits: Pass['digits'], size: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(size + 1);
  for (const row of order) starts[(digits[row] as number) + 1] = (starts[(digits[row] as number) + 1] as number) + 1;
  for (let digit = 0; digit < size; digit++) starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
  const sorted = new Uint32Array(order.length);
  for (const row of order) {
    const digit = digits[row] as number;
    sorted[starts[digit] as number] = row;
    starts[digit] = (starts[digit] as number) + 1;
  }
  return sorted;
}

/** Texts by their place among the different texts of the column. */
function textRanks({ codes, dictionary }: TextColumn, descending: boolean): Pass {
  const texts = Array.from({ length: dictionary.size - 1 }, (_, i) => ({ code: i + 1, text: dictionary.text(i + 1) as string }));
  const sign = descending ? -1 : 1;
  texts.sort((a, b) => (a.text < b.text ? -sign : a.text > b.text ? sign : 0));
  const ranks = new Uint32Array(dictionary.size);
  texts.forEach(({ code }, rank) => {
    ranks[code] = rank;
  });
  ranks[0] = texts.length;
  return { digits: codes.map((code) => ranks[code] as number), size: dictionary.size };
}

/** The bits of a double, turned so that they sort as it does, in digits of 16 bits from the lowest; digits that are all alike are left out. */
function numberDigits({ values }: NumberColumn, descending: boolean): Pass[] {
  const passes = Array.from({ length: 4 }, () => new Uint16Array(values.length));
  const one = new Float64Array(1);
  const parts = new Uint16Array(one.buffer);
  for (let row = 0; row < values.length; row++) {
    // Minus zero is zero.
    one[0] = (values[row] as number) + 0;
    const missing = Number.isNaN(one[0]);
    // Negative numbers sort the other way round: all of their bits are turned; of the others only the sign.
    const negative = (parts[3] as number) >= 0x8000;
    for (let digit = 0; digit < 4; digit++) {
      const bits = parts[digit] as number;
      const turned = negative ? ~bits & 0xffff : digit === 3 ? bits ^ 0x8000 : bits;
      (passes[digit] as Uint16Array)[row] = missing ? 0xffff : descending ? ~turned & 0xffff : turned;
    }
  }
  return passes.filter((digits) => digits.some((digit) => digit !== digits[0])).map((digits) => ({ digits, size: DIGITS }));
}
