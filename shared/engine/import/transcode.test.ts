import { expect, test } from 'vitest';
import { createTranscoder } from './transcode.ts';

/** A text of GB18030 in which four bytes are begun that are none: they become several characters at once. */
const BROKEN = Uint8Array.from([...Buffer.from('order,paid\n7'), 0xb0, 0x32, 0x31, 0x38, 0x38, ...Buffer.from(',1.50\n'), 0xb0, 0x32, 0x31]);

test.each([1, 2, 3, 7, 16, 17, 1000])('bytes that stand for nothing are replaced, whatever pieces they come in: %i', (size) => {
  const read = (most: number) => {
    const { push } = createTranscoder('gb18030', () => null, 'x.csv');
    const parts: string[] = [];
    for (let at = 0; at < BROKEN.length; at += most) parts.push(new TextDecoder().decode(push(BROKEN.subarray(at, at + most), at + most >= BROKEN.length)));
    return parts.join('');
  };
  expect(read(size)).toBe(read(BROKEN.length));
  expect(read(size)).toContain('\ufffd');
});
