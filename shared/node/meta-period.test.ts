import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await testShop({});
});

afterEach(() => shop.stop());

function sheet(name: string, from: string, to: string, spentOnA: number) {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, csv('Reporting starts,Reporting ends,Campaign name,Impressions,Amount spent (USD)', `${from},${to},A,300,${spentOnA}`, `${from},${to},B,200,2.5`));
  return { kind: 'path', path: file } as const;
}

test('sheets of Meta without a day: the next month is other rows, the same month exported again updates', async () => {
  const may = sheet('may.csv', '2026-05-01', '2026-05-31', 10);
  const { tables } = await shop.client.call('import.inspect', { source: may });
  expect(tables[0]?.detections.find(({ id }) => id === 'provenance')?.value.en).toBe('2026-05-01 – 2026-05-31');
  const bring = async (source: typeof may) => {
    const [reply] = await shop.client.call('import.run', { files: [{ source }] });
    return [reply?.template, reply?.rowsNew, reply?.rowsUpdated, reply?.rowsUnchanged];
  };
  expect(await bring(may)).toEqual(['ad-meta-period', 2, 0, 0]);
  expect(await bring(sheet('june.csv', '2026-06-01', '2026-06-30', 10))).toEqual(['ad-meta-period', 2, 0, 0]);
  expect(await bring(sheet('may again.csv', '2026-05-01', '2026-05-31', 12))).toEqual(['ad-meta-period', 0, 1, 1]);
});
