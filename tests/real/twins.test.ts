import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#contract/values';
import { literal, readBytes } from '../support/reading.ts';

const ROOT = path.resolve('../shared/data/messy');

/** Files that hold the same table in different formats; the first is the one the others are compared with. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  'messytables simple': ['messytables/horror/simple.csv', 'simple.ssv', 'simple.xls', 'simple.xlsx', 'simple.zip'],
  'frictionless table': ['frictionless/data/table.csv', 'table.csv.gz', 'table.csv.zip', 'table.xls', 'table.ods', 'table.json', 'table.keyed.json'],
  'csvkit dBase': ['csvkit/examples/testdbf_converted.csv', 'testdbf.dbf'],
  'csvkit dummy': ['csvkit/examples/dummy.csv', 'dummy.csv.gz', 'dummy.csv.bz2', 'dummy.tsv', 'dummy.xls', 'dummy.xlsx'],
  'visidata benchmark': ['visidata/sample_data/benchmark.csv', 'benchmark.arrow'],
  'visidata sample': ['visidata/sample_data/sample.tsv', 'sample.arrow', 'sample.arrows', 'sample.parquet'],
  ...Object.fromEntries(
    ['test1', 'test2', 'test3', 'test_types', 'test_multisheet', 'testskiprows', 'test_spaces'].map((name) => [
      `pandas ${name}`,
      ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods'].map((kind) => `pandas/data/excel/${name}.${kind}`),
    ]),
  ),
  ...Object.fromEntries(['date'].map((name) => [`calamine ${name}`, ['xlsx', 'xls', 'xlsb'].map((kind) => `calamine/${name}.${kind}`)])),
};

/** What differs for a reason that is not ours. */
const KNOWN: Readonly<Record<string, string>> = { 'csvkit/examples/testdbf.dbf': 'csvkit takes N for False', 'pandas/data/excel/test3.ods': 'whoever wrote it turned #N/A into 0' };

/** A cell as a person would compare it: numbers by value, yes and no in any case. */
function plain(cell: Cell): string {
  const text = String(cell ?? '').trim();
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? String(Number(Number(text).toPrecision(12))) : text.replace(/\r\n?/g, '\n').replace(/ 00:00:00$/, '');
}

async function tablesOf(file: string): Promise<string[][][]> {
  const { tables } = await readBytes(path.basename(file), new Uint8Array(fs.readFileSync(path.join(ROOT, file))));
  return tables.map((table) => literal(table).map((row) => row.map(plain)));
}

describe.skipIf(!fs.existsSync(ROOT))('the same table in different formats', () => {
  const pairs = Object.entries(TWINS).flatMap(([group, [first, ...others]]) =>
    others.map((other) => [group, first as string, other.includes('/') ? other : path.join(path.dirname(first as string), other)] as const),
  );
  test.each(pairs)('%s: %s = %s', async (_group, first, other) => {
    const difference = firstDifference(await tablesOf(first), await tablesOf(other));
    if (KNOWN[other] === undefined) expect(difference).toBeNull();
    else expect(difference, KNOWN[other]).not.toBeNull();
  });
});

/** Where two lists of tables part, in words. */
function firstDifference(expected: string[][][], found: string[][][]): string | null {
  if (expected.length !== found.length) return `${found.length} tables instead of ${expected.length}`;
  for (const [t, table] of expected.entries()) {
    const other = found[t] as string[][];
    for (const [r, row] of table.entries()) {
      const wrong = row.findIndex((cell, c) => other[r]?.[c] !== cell);
      if (wrong >= 0) return `table ${t}, row ${r}, column ${wrong}: ${JSON.stringify(other[r]?.[wrong])} instead of ${JSON.stringify(row[wrong])}`;
      if (other[r]?.length !== row.length) return `table ${t}, row ${r}: ${other[r]?.length} cells instead of ${row.length}`;
    }
    if (other.length !== table.length) return `table ${t}: ${other.length} rows instead of ${table.length}`;
  }
  return null;
}

describe.skipIf(!fs.existsSync(ROOT))('csv-spectrum', () => {
  const folder = path.join(ROOT, 'csv-spectrum');
  const names = fs.existsSync(folder) ? fs.readdirSync(path.join(folder, 'csvs')).map((name) => name.replace('.csv', '')) : [];
  test.each(names)('%s gives what its JSON says', async (name) => {
    const wanted = JSON.parse(fs.readFileSync(path.join(folder, 'json', `${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n')) as Record<string, string>[];
    for (const file of [`csvs/${name}.csv`, `json/${name}.json`]) {
      const [table] = (await readBytes(path.basename(file), new Uint8Array(fs.readFileSync(path.join(folder, file))))).tables;
      const [header, ...rows] = table === undefined ? [[]] : literal(table);
      expect(
        rows.map((row) => Object.fromEntries((header as string[]).map((column, i) => [column, String(row[i] ?? '').replaceAll('\r\n', '\n')]))),
        file,
      ).toEqual(wanted);
    }
  });
});
