import { expect, test } from 'vitest';
import { readBytes } from '../../../tests/support/reading.ts';

test.each<[string, number[], string, string]>([
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'A PDF is a printed page without cells', 'PDF 是打印页面'],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d], 'A picture has no cells', '图片没有单元格'],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a], 'Unpack it first', '请先解压'],
])('%s under the name of a table is refused, with what to do', async (what, magic, en, zh) => {
  await expect(readBytes('orders.csv', Uint8Array.from(magic))).rejects.toMatchObject({
    info: { code: 'file-unsupported', message: { en: `orders.csv is ${what}, not a table` }, hint: { en: expect.stringContaining(en), zh: expect.stringContaining(zh) } },
  });
});
