import { int32, tableFromArrays, tableToIPC, utf8 } from '@uwdata/flechette';
import { describe, expect, test } from 'vitest';
import { isBuilt, survived } from '../../../../tests/support/hostile.ts';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

const whole = () => tableToIPC(tableFromArrays({ id: [70_001, 70_002, 70_003], note: ['x', 'y', 'z'] }, { types: { id: int32(), note: utf8() } }), { format: 'stream' }) as Uint8Array;

/** Where a number of eight bytes stands in the messages of a file. */
function placesOf(bytes: Uint8Array, wanted: bigint): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length - 7 }, (_, at) => at).filter((at) => view.getBigInt64(at, true) === wanted);
}

describe.skipIf(!isBuilt)('Arrow', { timeout: 60_000 }, () => {
  test('a whole one is read', async () => {
    const { tables } = await readBytes('x.arrow', whole());
    expect(tables.map(literal)).toEqual([
      [
        ['id', 'note'],
        ['70001', 'x'],
        ['70002', 'y'],
        ['70003', 'z'],
      ],
    ]);
  });

  test('lengths of ten billion in any place are refused, or what is there is read', async () => {
    const bytes = whole();
    // Rows of the batch and of each column, and the lengths of their buffers.
    const places = [3n, 12n, 16n].flatMap((told) => placesOf(bytes, told));
    expect(places.length).toBeGreaterThan(3);
    let refused = 0;
    for (const place of places) {
      const hostile = bytes.slice();
      new DataView(hostile.buffer).setBigInt64(place, 10_000_000_000n, true);
      const { error } = await survived('x.arrow', hostile);
      if (error === null) continue;
      refused++;
      expect(error).toMatchObject({ code: 'file-damaged', where: { file: 'x.arrow' } });
    }
    expect(refused).toBeGreaterThan(0);
  });
});
