import * as XLSX from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SuanpanError } from '#contract/errors';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { rowsOf } from '../../table/table.ts';
import { readTables } from '../read.ts';

const knowledge = { matchTemplate: () => null, isHeader: (text: string) => ['订单编号', '金额', '日期'].includes(text), sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };

async function parse(content: Uint8Array | string, name = 'orders.xls') {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const ports = testPorts();
  const file = {
    name,
    size: bytes.length,
    read(target: Uint8Array, position: number) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
    close: () => undefined,
  };
  try {
    return await readTables({ file, options: {}, knowledge, work, host: importHost(ports) });
  } finally {
    ports.remove();
  }
}

async function read(content: Uint8Array | string, name?: string) {
  const { format, encoding, tables } = await parse(content, name);
  return {
    format,
    encoding,
    tables: tables.map(({ name: sheet, table }) => ({ sheet, names: table.columns.map((column) => column.name), rows: rowsOf(table) })),
    findings: tables.flatMap(({ findings }) => findings),
  };
}

async function refusal(content: Uint8Array | string, name?: string): Promise<string> {
  try {
    await parse(content, name);
  } catch (thrown) {
    if (thrown instanceof SuanpanError) return `${thrown.info.code}: ${thrown.message}`;
    throw thrown;
  }
  return 'read';
}

/** Orders as SheetJS writes them in one of its formats. */
function written(bookType: XLSX.BookType): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['订单编号', '金额', '日期', '备注'],
    ['00123', 12.5, { t: 'n', v: 45352, z: 'm/d/yy' }, true],
    ['00124', 0.30000000000000004, { t: 'n', v: 45353, z: 'm/d/yy' }, false],
  ]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '订单');
  return new Uint8Array(XLSX.write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

const ORDERS = {
  sheet: '订单',
  names: ['订单编号', '金额', '日期', '备注'],
  rows: [
    ['00123', '12.5', '2024-03-01', 'TRUE'],
    ['00124', '0.3', '2024-03-02', 'FALSE'],
  ],
};

describe('workbooks other than xlsx', () => {
  it.each([
    ['biff8', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
    ['fods', 'fods'],
    ['xlml', 'xml'],
  ] as const)('reads %s, whatever its name says', async (bookType, format) => {
    for (const name of ['orders.xlsx', 'orders.csv', 'orders']) {
      const found = await read(written(bookType), name);
      expect(found.format).toBe(format);
      expect(found.tables).toEqual([ORDERS]);
    }
  });

  it('reads workbooks from before Unicode', async () => {
    const { format, tables } = await read(written('biff5'), 'a.csv');
    expect(format).toBe('xls');
    expect(tables[0]?.rows.map((row) => row.slice(0, 3))).toEqual(ORDERS.rows.map((row) => row.slice(0, 3)));
  });

  it('reads Excel 2003 XML with gaps, percents and errors', async () => {
    const cell = (type: string, text: string, more = '') => `<Cell ${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="0.00%"/></Style></Styles>
      <Worksheet ss:Name="订单"><Table><Row>${cell('String', '订单编号')}${cell('String', '金额')}${cell('String', '率')}</Row><Row ss:Index="4">${cell('String', '007')}${cell('Error', '#REF!')}${cell('Number', '0.1234', 'ss:StyleID="p"')}</Row></Table></Worksheet></Workbook>`;
    const found = await read(xml, 'orders.xls');
    expect(found).toMatchObject({ format: 'xml', tables: [{ rows: [['007', '#REF!', '12.34%']] }], findings: [{ code: 'cell-error', where: { sheet: '订单', row: 4, column: 'B' } }] });
  });

  it('reads spans beyond a day as LibreOffice writes them into Excel 2003 XML', async () => {
    const cell = (type: string, value: string) => `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="s"><Table><Row>${cell('String', '订单编号')}${cell('String', '时长')}${cell('String', '金额')}</Row>
      <Row>${cell('String', '1')}${cell('DateTime', '1899-12-31T26:00:05.000')}${cell('Number', '1.5')}</Row><Row>${cell('String', '2')}${cell('DateTime', 'soon')}${cell('Number', '2')}</Row></Table></Worksheet></Workbook>`;
    expect((await read(xml, 'a.xml')).tables[0]?.rows).toEqual([
      ['1', '26:00:05', '1.5'],
      ['2', 'soon', '2'],
    ]);
  });

  it('reads web pages that are named .xls: every cell as it reads, in the encoding of the page', async () => {
    // “订单编号” and “金额” in GBK, by iconv.
    const gbk = Buffer.concat([
      Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table><tr><td>'),
      Buffer.from('b6a9b5a5b1e0bac5', 'hex'),
      Buffer.from('</td><td>'),
      Buffer.from('bdf0b6ee', 'hex'),
      Buffer.from('</td></tr><tr><td>00123</td><td>1,234.50</td></tr><tr><td>20240100000000001234</td><td>A&#38;B&#20013; &lt;c&gt;<br>d</td></tr></table></body></html>'),
    ]);
    expect(await read(new Uint8Array(gbk))).toMatchObject({
      format: 'html',
      encoding: 'gb2312',
      tables: [
        {
          names: ['订单编号', '金额'],
          rows: [
            ['00123', '1,234.50'],
            ['20240100000000001234', 'A&B中 <c>\nd'],
          ],
        },
      ],
    });
    const page = '<!-- saved -->\n<table><tr><th>订单编号</th><th>金额</th></tr><tr><td>1</td><td>2</td></tr></table><table><tr><td>x</td></tr></table>';
    expect((await read(page)).tables.map(({ rows }) => rows)).toEqual([[['1', '2']], []]);
    expect((await read(new Uint8Array(Buffer.from(`\uFEFF${page}`, 'utf16le')))).encoding).toBe('utf-16le');
  });

  it('leaves text that only looks like markup to others', async () => {
    expect((await read('<note>,金额\n1,2\n3,4\n', 'a.csv')).format).toBe('delimited');
    expect((await read('订单编号\t金额\n001\t2\n', 'a.xls')).format).toBe('delimited');
  });

  it('tells merges, hidden sheets and names', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['订单编号', '金额'],
      ['1', 2],
    ]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, 'a');
    book.Workbook = { Sheets: [{ Hidden: 1 }], Names: [{ Name: 'n', Ref: 'a!$A$1' }] };
    const { tables } = await parse(new Uint8Array(XLSX.write(book, { bookType: 'xlsb', type: 'array' }) as ArrayBuffer));
    expect(tables[0]?.merges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 }]);
    expect(tables[0]?.findings.map(({ code }) => code)).toEqual(['cells-merged', 'sheet-hidden', 'defined-name']);
  });

  it('says when there is a header only, and reads a lone row of data as a row', async () => {
    expect((await read('<table><tr><td>编号</td><td>数</td></tr></table>')).findings).toMatchObject([{ code: 'no-rows' }]);
    expect((await read('<table><tr><td>lorem</td><td>3</td></tr></table>')).tables[0]?.rows).toEqual([['lorem', '3']]);
  });
});

describe('what is refused', () => {
  it('protected OpenDocument', async () => {
    const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
    const manifest = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    const bytes = zipSync({ mimetype: [strToU8(mimetype), { level: 0 }], 'META-INF/manifest.xml': strToU8(manifest), 'content.xml': strToU8('xxxx') });
    expect(await refusal(bytes, 'a.ods')).toMatch(/^file-encrypted/);
  });

  it('OpenDocument that is no spreadsheet', async () => {
    const bytes = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8('<a/>') });
    expect(await refusal(bytes, 'a.odt')).toMatch(/^file-unsupported/);
  });

  it('what breaks off, and what is empty', async () => {
    const xls = written('biff8');
    expect(await refusal(xls.subarray(0, 600))).toMatch(/^file-damaged/);
    expect(await refusal('<html><body>no table here</body></html>')).toMatch(/^file-empty/);
  });
});

describe('a web page as .xls', () => {
  it('may leave out the ends of cells and name its characters', async () => {
    expect(await read('<html><meta charset=utf-8><table><tr><th>日期<th>金额<tr><td>2025-06-01<td>&yen;1<tr><td>2025-06-02<td>&yen;2</table></html>')).toMatchObject({
      tables: [
        {
          names: ['日期', '金额'],
          rows: [
            ['2025-06-01', '¥1'],
            ['2025-06-02', '¥2'],
          ],
        },
      ],
    });
  });

  it('keeps a title of its own above the table', async () => {
    const { tables } = await parse(
      '<html><table><tr><td colspan=2>明细</td></tr><tr><td colspan=2>6 月 &mdash; 7 月</td></tr></table><table><tr><td>订单编号</td><td>金额</td></tr><tr><td>A1</td><td>1</td></tr></table></html>',
    );
    expect(tables.map(({ name, preamble, table, totalRows }) => [name, preamble, rowsOf(table), totalRows])).toEqual([['Sheet2', [['明细'], ['6 月 — 7 月']], [['A1', '1']], 4]]);
  });
});
