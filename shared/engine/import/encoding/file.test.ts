import { afterAll, expect, test } from 'vitest';
import { testPorts } from '#node/testing';
import { fileOf, unwatched } from '../../../../tests/support/reading.ts';
import { detectFile, sharesFaults } from './file.ts';

const ports = testPorts();
afterAll(() => ports.remove());
const LOOKING = { host: ports, work: unwatched() };

const TEXT = Buffer.from('订单é,😀a\n中,b\n');
/** No byte of these can be where a character begins. */
const STRAY = [0x80, 0xbf, 0xff] as const;

test('a byte that is no UTF-8 is found wherever pieces of the file begin and end', async () => {
  for (const byte of STRAY)
    for (const place of [0, 3, 6, 8, 9, 13, 14, 15, TEXT.length]) {
      const bytes = Buffer.concat([TEXT.subarray(0, place), Buffer.of(byte), TEXT.subarray(place)]);
      for (let most = 1; most <= bytes.length; most++) {
        const found = await detectFile(fileOf('x.csv', bytes, most), bytes.subarray(0, 4), LOOKING, 'utf-8');
        expect([byte, place, most, found.brokenUtf8At]).toEqual([byte, place, most, place]);
      }
    }
});

test('characters that pieces cut are no fault, and the last one that the end cuts is', async () => {
  for (let most = 1; most <= TEXT.length; most++) {
    expect((await detectFile(fileOf('x.csv', TEXT, most), TEXT.subarray(0, 4), LOOKING, 'utf-8')).brokenUtf8At).toBeNull();
    expect((await detectFile(fileOf('x.csv', Buffer.concat([TEXT, Buffer.of(0xe8, 0xae)]), most), TEXT.subarray(0, 4), LOOKING, 'utf-8')).brokenUtf8At).toBe(TEXT.length);
  }
});

test('files that share what was found out about their bytes are looked through once', async () => {
  const bytes = Buffer.concat([TEXT, Buffer.of(0xff)]);
  const look = async (faults: Map<number, number | null>) => {
    const file = fileOf('x.csv', bytes, 4);
    let reads = 0;
    const counting = {
      ...file,
      read(target: Uint8Array, at: number) {
        reads++;
        return file.read(target, at);
      },
    };
    sharesFaults(counting, faults);
    return [(await detectFile(counting, bytes.subarray(0, 4), LOOKING, 'utf-8')).brokenUtf8At, reads > 2];
  };
  const faults = new Map<number, number | null>();
  expect([await look(faults), await look(faults), await look(new Map())]).toEqual([
    [TEXT.length, true],
    [TEXT.length, false],
    [TEXT.length, true],
  ]);
});

test('looking through a large file tells how far it is, and ends when it is cancelled', async () => {
  const bytes = new Uint8Array(5 << 20).fill(97);
  const controller = new AbortController();
  const told: number[] = [];
  const work = {
    ...unwatched(),
    signal: controller.signal,
    progress: ({ done }: { done: number }) => {
      told.push(done >> 20);
      if (told.length === 3) controller.abort();
    },
  };
  await expect(detectFile(fileOf('x.csv', bytes), bytes.subarray(0, 1000), { host: ports, work })).rejects.toThrow('aborted');
  expect(told).toEqual([1, 2, 3]);
});
