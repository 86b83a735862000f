import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileOf } from '../../../../tests/support/reading.ts';
import type { ReadableFile } from '../../ports.ts';
import { readWhole } from '../fill.ts';
import { withLog } from './with-log.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const database = fs.readFileSync(path.join(FIXTURES, 'sold.db'));
const log = fs.readFileSync(path.join(FIXTURES, 'sold.db-wal'));

/** The database with its log beside it; reads give no more than so many bytes. */
const sold = (most: number): ReadableFile => ({ ...fileOf('sold.db', database, most), sizeBeside: () => log.length, openBeside: () => fileOf('sold.db-wal', log, most) });

test('a database and its log are put together whole, however little each read gives', () => {
  const whole = withLog(sold(1 << 20));
  expect(whole.pagesOfLog).toBeGreaterThan(0);
  const bytes = readWhole(whole);
  for (const most of [1, 7, 100, 512, 1023]) expect([most, Buffer.compare(readWhole(withLog(sold(most))), bytes)]).toEqual([most, 0]);
});
