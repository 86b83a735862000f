import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { survived } from '../../../../tests/support/hostile.ts';
import { literal, readBytes } from '../../../../tests/support/reading.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet whose cells are shared texts. */
function workbook(strings: string, cells = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'): Uint8Array {
  const link = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(`<Relationships>${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/workbook.xml': strToU8(`<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${link('rId1', 'worksheet', 'worksheets/sheet1.xml')}${link('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`),
    'xl/sharedStrings.xml': strToU8(strings),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`),
  });
}

const sst = (second: string, before = '') => `<?xml version="1.0"?>${before}<sst xmlns="${MAIN}"><si><t>id</t></si><si><t>${second}</t></si></sst>`;

describe('XLSX', { timeout: 60_000 }, () => {
  test('a whole one is read', async () => {
    expect((await readBytes('x.xlsx', workbook(sst('7')))).tables.map(literal)).toEqual([[['id'], ['7']]]);
  });

  test('entities that stand for each other are not written out', async () => {
    const letters = [...'abcdefghij'];
    const entities = letters.map((letter, i) => `<!ENTITY ${letter} "${i === 0 ? 'lol' : `&${letters[i - 1]};`.repeat(10)}">`).join('');
    const { parsed, error } = await survived('x.xlsx', workbook(sst('&j;', `<!DOCTYPE x [${entities}]>`)));
    if (error === null) expect(parsed?.tables.map(literal)).toEqual([[['id'], ['&j;']]]);
    else expect(error).toMatchObject({ code: 'file-damaged', where: { file: 'x.xlsx' } });
  });

  test('shared texts that unpack to far more than a workbook holds', async () => {
    const { error } = await survived('x.xlsx', workbook(sst(' '.repeat(100 << 20))));
    expect(error).toMatchObject({ code: 'file-damaged', message: { en: 'x.xlsx is damaged or is no workbook: xl/sharedStrings.xml unpacks to far more than a workbook holds' } });
  });

  test('elements a million deep in each other', async () => {
    const { parsed, error } = await survived('x.xlsx', workbook(sst('7'), '<row><c>'.repeat(500_000)));
    expect(parsed?.tables ?? error?.code).toBe('file-damaged');
  });

  test('a cell in the last column of the last row takes no room for those before it', async () => {
    const { parsed } = await survived('x.xlsx', workbook(sst('7'), '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    expect(parsed?.tables).toHaveLength(1);
  });
});
