import { afterAll, expect, test } from 'vitest';
import { testPorts } from '#node/testing';
import { fileOf } from '../../../tests/support/reading.ts';
import { importHost } from './import-host.ts';
import { SeenFiles } from './seen-files.ts';

const ports = testPorts();
afterAll(() => ports.remove());

const SOURCE = { kind: 'path', path: '/orders.xls' } as const;
const LIMITS = { milliseconds: 1, megabytes: 1 };
const RUN = { signal: new AbortController().signal };

test('a parser in another process is asked once about the same bytes of a file', async () => {
  const asked: string[] = [];
  const isolate = async (kind: string) => {
    asked.push(kind);
    return { sheets: [] };
  };
  const host = { ...importHost(ports), isolate } as never;
  const files = new SeenFiles();
  let changed = 1;
  const listing = { listSource: () => [{ source: SOURCE, name: 'orders.xls', bytes: 3, changed }] };
  /** Opens the file anew, as every choice does, and parses that. */
  const parse = async (content: Uint8Array | string, kind = 'xls') => {
    const file = fileOf('orders.xls', new Uint8Array(3));
    await files.host(ports, host, file, files.of(listing as never, SOURCE, file)).isolate('workbook', { kind, content }, LIMITS, RUN);
    return asked.length;
  };
  const counts = [
    await parse(Uint8Array.of(1, 2)),
    await parse(Uint8Array.of(1, 2)),
    await parse(Uint8Array.of(1, 3)),
    await parse('<table>', 'html'),
    await parse('<table>', 'html'),
    await parse('<table >', 'html'),
  ];
  expect(counts).toEqual([1, 1, 2, 3, 3, 4]);
  changed = 2;
  expect(await parse('<table >', 'html')).toBe(5);
  files.forgetMade();
  expect(await parse('<table >', 'html')).toBe(6);
});
