import { describe, expect, test } from 'vitest';
import { isBuilt, survived } from '../../../../tests/support/hostile.ts';
import { literal } from '../../../../tests/support/reading.ts';

const MANY = 1_000_000;
const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

describe.skipIf(!isBuilt)('web pages and XML', { timeout: 60_000 }, () => {
  test('comments before a page are read over, however many', async () => {
    const page = `${'<!-- a --><!---->\n'.repeat(200)}<html><table><tr><td>id</td></tr><tr><td>7</td></tr></table></html>`;
    expect((await survived('x.html', page)).parsed?.tables.map(literal)).toEqual([[['id'], ['7']]]);
    // Without a page behind them it is some other text.
    expect((await survived('x.html', `${'<!---->'.repeat(580)}x`)).parsed?.format).toBe('delimited');
  });

  test.each([
    ['tables that never close', `<html><body>${'<table><tr><td>'.repeat(200_000)}x`],
    ['tags that never close', `<html>${'<div'.repeat(MANY)}`],
    ['nothing but brackets', `<html><table>${'<'.repeat(MANY)}`],
    ['a tag of blanks', `<html><table><tr><td${' '.repeat(MANY)}x`],
    ['a million entities', `<html><table><tr><td>${'&amp'.repeat(MANY)}</td></tr></table>`],
  ])('%s', async (_what, page) => {
    const { error, parsed } = await survived('x.html', page);
    if (error === null) expect(parsed?.tables.length).toBeGreaterThan(0);
    else expect(error).toMatchObject({ where: { file: 'x.html' }, hint: { en: expect.any(String), zh: expect.any(String) } });
  });

  test('entities that stand for each other are not written out', async () => {
    const letters = [...'abcdefghij'];
    const entities = letters.map((letter, i) => `<!ENTITY ${letter} "${i === 0 ? 'lol' : `&${letters[i - 1]};`.repeat(10)}">`).join('');
    const cell = (text: string) => `<Row><Cell><Data ss:Type="String">${text}</Data></Cell></Row>`;
    const book = `<?xml version="1.0"?><!DOCTYPE x [${entities}]><Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}"><Worksheet ss:Name="a"><Table>${cell('id')}${cell('&j;')}</Table></Worksheet></Workbook>`;
    const { parsed } = await survived('x.xml', book);
    expect(parsed?.tables.map(literal)).toEqual([[['id'], ['&j;']]]);
  });
});
