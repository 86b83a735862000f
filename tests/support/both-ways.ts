import { expect } from 'vitest';
import type { ParsedTable } from '#engine/import/index';
import { bulkModule } from './bulk-module.ts';
import { literal, readBytes, reconciles } from './reading.ts';

let module: Promise<Uint8Array> | null = null;

/** What became of a delimited text, as literals: read in bulk and without, which has to come to the same, with every row accounted for. */
export async function readBothWays(text: string) {
  module ??= bulkModule();
  const wasm = await module;
  const [plain, bulk] = await Promise.all([null, wasm].map(async (one) => told((await readBytes('x.csv', text, {}, { bulk: () => one })).tables[0])));
  expect(bulk).toEqual(plain);
  const { reconciled, ...rest } = plain as ReturnType<typeof told>;
  expect(reconciled).toBe(true);
  return rest;
}

function told(table: ParsedTable | undefined) {
  if (table === undefined) throw new Error('no table');
  return {
    rows: literal(table).slice(1),
    at: [...table.table.origin.row],
    aside: table.setAside.map(({ row, reason }) => [row, reason.en] as const),
    blank: table.blankRows,
    found: table.findings.map(({ code, where }) => [code, where?.row]),
    reconciled: reconciles(table),
  };
}
