import { describe, expect, test } from 'vitest';
import { survived } from '../../../../tests/support/hostile.ts';

const MANY = 1_000_000;

describe('JSON', () => {
  test.each([
    ['lists', '['.repeat(MANY)],
    ['records', '{"a":'.repeat(MANY)],
    ['a list in a record of a list', `[{"a":${'['.repeat(MANY)}`],
  ])('%s in each other a million deep', async (_what, text) => {
    const { error } = await survived('x.json', text);
    expect(error).toMatchObject({
      code: 'file-damaged',
      where: { file: 'x.json', row: 1 },
      message: { en: expect.stringMatching(/^x\.json holds lists or records more than 200 deep in each other: line 1, byte \d+$/), zh: expect.stringContaining('嵌套超过 200 层') },
    });
  });

  test('a text that does not end', async () => {
    const { error } = await survived('x.json', Buffer.concat([Buffer.from('[{"a":"'), Buffer.alloc(80 << 20, 120), Buffer.from('"}]')]));
    expect(error).toMatchObject({
      code: 'file-damaged',
      message: { en: expect.stringMatching(/^x\.json holds a text of more than 64 MB: line 1, byte \d+$/), zh: expect.stringMatching(/^x\.json 中有一段文本超过 64 MB：/) },
    });
  });

  test('two hundred deep is read', async () => {
    const { parsed } = await survived('x.json', `[{"id":"7","a":${'['.repeat(150)}${']'.repeat(150)}}]`);
    expect(parsed?.tables[0]?.table.rows).toBe(1);
  });
});

describe('detection does not try every way to read a line', () => {
  const rows = async (name: string, text: string) => (await survived(name, text)).parsed?.tables.map(({ table, setAside }) => table.rows + setAside.length);

  test('a cell of a million tabs', async () => expect(await rows('x.csv', `id;note\n1;a${'\t'.repeat(MANY)}b\n2;c\n3;d\n`)).toEqual([3]));
  test('a cell of a million blanks', async () => expect(await rows('x.csv', `id,note\n1,a${' '.repeat(MANY)}b\n2,c\n`)).toEqual([2]));
  test('a cell of a million digits and commas', async () => expect(await rows('x.csv', `id;n\n1;${'1,'.repeat(MANY)}x\n2;3\n`)).toEqual([2]));
  test('a quotation that never ends', async () => expect(await rows('x.csv', `id,n\n1,"${'a""'.repeat(MANY)}\n2,b\n`)).toBeDefined());
  test('twenty thousand columns of one name', async () => {
    const { parsed } = await survived('x.csv', `${'a,'.repeat(20_000)}\n${'1,'.repeat(20_000)}\n`);
    expect(parsed?.tables[0]?.table.rows).toBe(19_999);
  });
  test('a line of a hundred thousand columns is no table', async () => {
    expect((await survived('x.csv', `${'a,'.repeat(100_000)}\n${'1,'.repeat(100_000)}\n`)).error).toMatchObject({
      code: 'file-unsupported',
      message: { en: 'x.csv has 100001 columns; a table may have 1990' },
      hint: { en: 'Export fewer columns, or split the sheet' },
    });
  });
  test('a log whose requests are full of quotation marks', async () => {
    const good = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 12\n';
    expect(await rows('access.log', `${good.repeat(3)}${' [x] "'.repeat(MANY / 5)}\n${good}`)).toEqual([5]);
  });
});
