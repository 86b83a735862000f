import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SuanpanError } from '#contract/errors';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { fileOf } from '../../../../tests/support/reading.ts';
import { bulkModule } from '../../../../tests/support/bulk-module.ts';
import { BulkModule } from '../../bulk/module.ts';
import type { Work } from '../../ports.ts';
import { rowsOf } from '../../table/table.ts';
import { readTables } from '../read.ts';
import type { ParseRequest } from '../parsed.ts';

const knowledge = { matchTemplate: () => null, isHeader: (text: string) => ['订单编号', '金额', '备注'].includes(text), sameField: () => false, fills: () => [], template: () => null };
const idle: Work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Parts = Readonly<Record<string, string | Uint8Array>>;

const relations = (...list: readonly (readonly [id: string, kind: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

/** A workbook of one sheet with these rows; `parts` are added, or replace those of the same name. */
function workbook(rows: string, parts: Parts = {}): Uint8Array {
  return packed({ 'xl/worksheets/sheet1.xml': sheet(rows), ...parts });
}

const sheet = (rows: string, after = '') => `<worksheet ${MAIN} xmlns:r="${RELATION}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
const book = (sheets: string, before = '', after = '') => `<workbook ${MAIN} xmlns:r="${RELATION}">${before}<sheets>${sheets}</sheets>${after}</workbook>`;
const strings = (...items: readonly string[]) => `<sst ${MAIN}>${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
const styles = (formats: string, ...ids: readonly number[]) =>
  `<styleSheet ${MAIN}><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;

function packed(parts: Parts): Uint8Array {
  const all: Parts = {
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': book('<sheet name="订单" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId4', 'worksheet', 'worksheets/sheet2.xml'],
    ),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])) as Zippable);
}

async function parse(bytes: Uint8Array, request: Partial<ParseRequest> & { name?: string } = {}) {
  const ports = testPorts();
  try {
    return await readTables({
      file: fileOf(request.name ?? 'orders.xlsx', bytes, 4096),
      options: { preambleRows: 0, headerRows: 0, footerRows: 0 },
      knowledge,
      work: idle,
      host: importHost(ports),
      ...request,
    });
  } finally {
    ports.remove();
  }
}

/** All cells of the first sheet, and the rows they stand in. */
async function read(bytes: Uint8Array, request: Partial<ParseRequest> & { name?: string } = {}) {
  const parsed = await parse(bytes, request);
  const [first] = parsed.tables;
  if (first === undefined) throw new Error('no table');
  return { rows: rowsOf(first.table), at: [...first.table.origin.row], findings: first.findings, merges: first.merges, parsed };
}

async function refusal(bytes: Uint8Array, request: Partial<ParseRequest> & { name?: string } = {}): Promise<string> {
  try {
    await parse(bytes, request);
  } catch (thrown) {
    if (thrown instanceof SuanpanError) {
      expect(thrown.info.message.zh).toMatch(/\p{Script=Han}/u);
      return `${thrown.info.code}: ${thrown.message}`;
    }
    throw thrown;
  }
  return 'read';
}

describe('reading in bulk', () => {
  const rowsTo = (last: number, extra: (row: number) => string = () => '') =>
    Array.from({ length: last }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" t="str"><v>${i % 7}</v></c>${extra(i + 1)}</row>`).join('');
  const ports = testPorts();
  const inBulk = (bytes: Uint8Array) => read(bytes, { host: { ...importHost(ports), bulk: () => wasm } });
  let wasm: Uint8Array | null = null;
  beforeAll(async () => {
    wasm = await bulkModule();
    return () => ports.remove();
  });
  afterEach(() => void vi.restoreAllMocks());

  it('takes the rows behind the first hundred or so', async () => {
    const run = vi.spyOn(BulkModule.prototype, 'run');
    const bytes = workbook(rowsTo(300));
    expect((await inBulk(bytes)).rows).toEqual((await read(bytes)).rows);
    expect(run.mock.results.reduce((sum, { value }) => sum + (value as { rows: number }).rows, 0)).toBeGreaterThan(150);
  });

  it('tells columns of money, also where only rows read in bulk hold it', async () => {
    const rows = rowsTo(300, (row) => `${row > 200 ? `<c r="C${row}" s="1"><v>${row}</v></c>` : ''}<c r="D${row}" s="0"><v>5</v></c>`);
    const bytes = workbook(rows, { 'xl/styles.xml': styles('<numFmt numFmtId="164" formatCode="[$¥-804]#,##0.00"/>', 0, 164) });
    const money = async (bulk: Uint8Array | null) => (await parse(bytes, { host: { ...importHost(ports), bulk: () => bulk } })).tables.map((table) => table.money);
    expect([await money(null), await money(wasm)]).toEqual([[['column_3']], [['column_3']]]);
  });

  it('goes on without it where a row reaches further than all before', async () => {
    const bytes = workbook(rowsTo(300, (row) => (row === 250 ? `<c r="Z${row}" t="str"><v>far</v></c>` : '')));
    const { rows, at } = await inBulk(bytes);
    expect({ rows, at }).toEqual({ rows: (await read(bytes)).rows, at: Array.from({ length: 300 }, (_, i) => i + 1) });
    expect(rows[249]?.[25]).toBe('far');
  });

  it('goes on without it where it fails, as at the end of its memory', async () => {
    vi.spyOn(BulkModule.prototype, 'run').mockImplementation(() => {
      throw new WebAssembly.RuntimeError('memory access out of bounds');
    });
    const bytes = workbook(rowsTo(300));
    expect((await inBulk(bytes)).rows).toEqual((await read(bytes)).rows);
  });
});

describe('cells', () => {
  it.each([
    ['12.5', '12.5'],
    ['-3', '-3'],
    ['0', '0'],
    ['-0', '0'],
    ['1.50', '1.5'],
    ['007', '7'],
    ['1E3', '1000'],
    ['1.2E-7', '1.2e-7'],
    ['0.00000012', '1.2e-7'],
    ['0.30000000000000004', '0.3'],
    ['12.340000000000001', '12.34'],
    ['0.1', '0.1'],
    ['123456789012345.6', '123456789012346'],
    ['1.23456789012346E+18', '1234567890123460000'],
    ['20240100000000001234', '20240100000000001234'],
    ['1e21', '1000000000000000000000'],
    [' 5 ', '5'],
    ['n/a', 'n/a'],
  ])('reads the number %s as %s', async (written, expected) => {
    expect((await read(workbook(`<row r="1"><c r="A1"><v>${written}</v></c></row>`))).rows).toEqual([[expected]]);
  });

  it('reads dates, times and percents by their number format', async () => {
    const formats =
      '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;%&quot;"/><numFmt numFmtId="166" formatCode="[Red]0.0%"/>';
    const cells = [
      ['1', '45352'],
      ['2', '45352.354166666664'],
      ['2', '0.5'],
      ['3', '45352'],
      ['4', '0.1234'],
      ['5', '12.34'],
      ['6', '0.07'],
      ['1', '60'],
      ['1', '-5'],
      ['1', '9999999'],
    ].map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`);
    const parts = { 'xl/styles.xml': styles(formats, 0, 14, 22, 164, 10, 165, 166) };
    expect((await read(workbook(`<row>${cells.join('')}</row>`, parts))).rows).toEqual([
      ['2024-03-01', '2024-03-01 08:30:00', '12:00:00', '2024-03-01', '12.34%', '12.34', '7%', '1900-02-28', '-5', '9999999'],
    ]);
  });

  it('knows spans of time, codes with leading zeros and money by their number format', async () => {
    const rows = `<row r="1"><c r="A1" t="str"><v>订单编号</v></c><c r="B1" t="str"><v>surcharge</v></c><c r="C1" t="str"><v>备注</v></c></row>${[2, 3].map((row) => `<row r="${row}"><c r="A${row}" s="0"><v>${row}</v></c><c r="B${row}" s="1"><v>12.5</v></c><c r="C${row}" s="2"><v>1.5</v></c></row>`).join('')}`;
    const formats = '<numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$¥-804]#,##0.00"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/>';
    const { tables } = await parse(workbook(rows, { 'xl/styles.xml': styles(formats, 164, 165, 166) }), { options: { preambleRows: 0, headerRows: 1 } });
    expect(tables.map(({ table, money }) => [rowsOf(table), money])).toEqual([
      [
        [
          ['00002', '12.5', '36:00:00'],
          ['00003', '12.5', '36:00:00'],
        ],
        ['surcharge'],
      ],
    ]);
  });

  it('counts the currencies that formats show, also in sheets that are read in bulk', async () => {
    const cells = (row: number) => `<row r="${row}"><c r="A${row}" t="str"><v>n${row}</v></c><c r="B${row}" s="${row % 3 === 0 ? 1 : 2}"><v>12.5</v></c></row>`;
    const rows = `<row r="1"><c r="A1" t="str"><v>单号</v></c><c r="B1" t="str"><v>金额</v></c></row>${Array.from({ length: 900 }, (_, i) => cells(i + 2)).join('')}`;
    const formats = (second: string) => `<numFmt numFmtId="164" formatCode="[$€-407] #,##0.00"/><numFmt numFmtId="165" formatCode="${second}"/>`;
    const currencies = async (second: string) =>
      (await parse(workbook(rows, { 'xl/styles.xml': styles(formats(second), 0, 164, 165) }), { options: { preambleRows: 0, headerRows: 1 } })).tables.map(({ currencies: found }) => [
        ...(found?.get('金额') ?? []),
      ]);
    expect(await currencies('[$¥-804]#,##0.00')).toEqual([
      [
        ['CNY', 600],
        ['EUR', 300],
      ],
    ]);
    expect(await currencies('#,##0.00 [$EUR]')).toEqual([[]]);
  });

  it('reads dates of workbooks that count from 1904, and the formats of Chinese Excel', async () => {
    const parts = {
      'xl/workbook.xml': book('<sheet name="订单" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>', '<extLst><ext><x14:workbookPr/></ext></extLst>'),
      'xl/styles.xml': styles('', 0, 31),
    };
    expect((await read(workbook('<row r="1"><c r="A1" s="1"><v>43890</v></c></row>', parts))).rows).toEqual([['2024-03-01']]);
  });

  it('reads every kind of text', async () => {
    const items = [
      '<t>普通</t>',
      '<t xml:space="preserve"> a </t>',
      '<r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r>',
      '<t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh>',
      '<t>a &amp; b &lt;c&gt; &#20013;&#x4e2d;&nope;</t>',
      '<t>x_x000D_y_x005F_x000D_ _xD83D__xDE00_ _x00zz_</t>',
      '<t>one <![CDATA[<two> &amp;]]></t>',
      '',
      '<t/>',
    ];
    const cells = items.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('');
    const { rows } = await read(
      workbook(`<row>${cells}<c t="inlineStr"><is><t>内联 &amp;</t></is></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>算</v></c></row>`, {
        'xl/sharedStrings.xml': strings(...items),
      }),
    );
    expect(rows).toEqual([['普通', ' a ', '富文本', '課', 'a & b <c> 中中&nope;', 'x\ry_x000D_ 😀 _x00zz_', 'one <two> &amp;', null, null, '内联 &', 'ab', '算']]);
  });

  it('reads booleans, ISO dates, results of formulas, and errors with their places', async () => {
    const { rows, findings } = await read(
      workbook(
        '<row r="3"><c r="B3" t="b"><v>1</v></c><c r="C3" t="b"><v>0</v></c><c r="D3" t="d"><v>2024-03-01T08:30:00.000Z</v></c><c r="E3" t="d"><v>2024-03-01T00:00:00</v></c><c r="F3"><f>SUM(A1:A2)</f><v>7</v></c><c r="AB3" t="e"><v>#REF!</v></c><c r="AC3"><f>A1</f></c></row>',
      ),
    );
    expect(rows).toEqual([[null, 'TRUE', 'FALSE', '2024-03-01 08:30:00', '2024-03-01', '7', ...Array<null>(21).fill(null), '#REF!']]);
    expect(findings).toMatchObject([
      { code: 'cell-error', where: { file: 'orders.xlsx', sheet: '订单', row: 3, column: 'AB' }, message: { en: 'The cell holds the error #REF!' } },
      { code: 'formula-without-result', severity: 'warning' },
    ]);
  });
});

describe('structure', () => {
  it('knows rows and cells without references, empty ones, and gaps', async () => {
    const { rows, at } = await read(workbook('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row r="5" spans="1:3"><c r="B5"><v>4</v></c><c s="0"/></row><row r="6"><c r="A6" s="0"/></row>'));
    expect(rows).toEqual([
      ['1', null, '3'],
      [null, '4', null],
    ]);
    expect(at).toEqual([1, 5]);
  });

  it('knows prefixes, comments, white space between elements, and quotes of both kinds', async () => {
    const xml = `<?xml version="1.0"?>\n<!-- <row> --><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>\n <x:row r='1' customer="a>b">\n  <x:c r='A1' t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c>\n  <x:c r="B1"><!-- --><x:v>2</x:v></x:c></x:row>\n</x:sheetData></x:worksheet>`;
    expect((await read(packed({ 'xl/worksheets/sheet1.xml': xml }))).rows).toEqual([['甲', '2']]);
  });

  it('follows absolute and strict links, capital letters and backslashes', async () => {
    const strict = (kind: string, target: string) => `<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${kind}" Target="${target}"/></Relationships>`;
    const bytes = packed({
      '_rels/.rels': strict('officeDocument', '/Data/workbook.xml'),
      'data/workbook.xml': `<workbook xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="S" q:id="a"/></sheets></workbook>`,
      'data/_rels/workbook.xml.rels': strict('worksheet', '../sheets\\Other.xml'),
      'Sheets\\other.xml': sheet('<row><c><v>1</v></c></row>'),
    });
    expect((await read(bytes)).rows).toEqual([['1']]);
  });

  it('reads parts in UTF-16', async () => {
    const xml = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${sheet('<row><c t="inlineStr"><is><t>订单 😀</t></is></c></row>')}`, 'utf16le');
    expect((await read(packed({ 'xl/worksheets/sheet1.xml': new Uint8Array(xml) }))).rows).toEqual([['订单 😀']]);
  });

  it('tells merges, hidden things, tables and names', async () => {
    const parts = {
      'xl/workbook.xml': book(
        '<sheet name="订单" sheetId="1" state="hidden" r:id="rId1"/>',
        '',
        '<definedNames><definedName name="_xlnm._FilterDatabase" hidden="1">订单!$A$1:$B$2</definedName><definedName name="区域">订单!$A$1:$B$2</definedName></definedNames>',
      ),
      'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['t', 'table', '../tables/table1.xml']),
      'xl/tables/table1.xml': `<table ${MAIN} name="t" displayName="表1" ref="A1:B2"/>`,
    };
    const { rows, findings, merges } = await read(packed(parts));
    expect(rows).toEqual([['1'], ['2']]);
    expect(merges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 }]);
    expect(findings.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'cells-merged: 1 merged range; its value stands in the top left cell',
      'rows-hidden: Row 2 is hidden; it is read',
      'columns-hidden: Hidden columns are read: B:C',
      'sheet-hidden: The sheet is hidden in the workbook; it is read all the same',
      'sheet-table: The range A1:B2 is the table 表1',
      'defined-name: The name 区域 stands for 订单!$A$1:$B$2',
    ]);
  });

  it('reads every sheet, or the one that is asked for', async () => {
    const two = workbook('<row><c><v>1</v></c></row>', {
      'xl/workbook.xml': book('<sheet name="一" r:id="rId1"/><sheet name="二" r:id="rId4"/>'),
      'xl/worksheets/sheet2.xml': sheet('<row><c><v>2</v></c></row>'),
    });
    expect((await parse(two)).tables.map(({ name }) => name)).toEqual(['一', '二']);
    expect((await parse(two, { options: { table: '二' } })).tables.map(({ name }) => name)).toEqual(['二']);
  });

  it('finds header, preamble and footer, and counts every row', async () => {
    const cells = (...texts: readonly string[]) => `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const { tables } = await parse(
      workbook([cells('导出时间'), cells('订单编号', '金额', '备注'), ...Array.from({ length: 300 }, (_, i) => cells(`00${i}`, '2', '好')), '<row/>', cells('合计', '600')].join('')),
      { options: {} },
    );
    const [only] = tables;
    expect(only).toMatchObject({ headerRows: 1, preamble: [['导出时间']], blankRows: 1, totalRows: 304, footer: [{ row: 304, cells: ['合计', '600', ''] }] });
    expect(only?.table.columns.map(({ name }) => name)).toEqual(['订单编号', '金额', '备注']);
    expect(only?.table.rows).toBe(300);
  });
});

const MANY = Array.from({ length: 40_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 5}</v></c><c r="B${i + 1}"><v>${i}.25</v></c></row>`).join('');
const FIVE = { 'xl/sharedStrings.xml': strings('<t>零</t>', '<t>一</t>', '<t>二</t>', '<t>三</t>', '<t>四</t>') };

describe('large sheets', () => {
  it('come in pieces that end anywhere', async () => {
    const rows = Array.from(
      { length: 130 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 5}</v></c><c r="B${i + 1}" t="inlineStr"><is><t>中${i}</t></is></c> <c r="C${i + 1}" t="str"><f>A1</f><v>a &amp; ${i}</v></c><c r="D${i + 1}" s="7"/></row>`,
    );
    const ports = testPorts();
    for (const size of [1, 2, 3, 7, 61]) {
      const unpack: typeof ports.unpack = async function* (method, pieces) {
        for await (const piece of ports.unpack(method, pieces)) for (let at = 0; at < piece.length; at += size) yield piece.subarray(at, at + size);
      };
      const found = (await read(workbook(rows.join(''), FIVE), { host: importHost({ ...ports, unpack }) })).rows;
      expect(found).toEqual(rows.map((_, i) => ['零一二三四'[i % 5], `中${i}`, `a & ${i}`]));
    }
    ports.remove();
  });

  it('keep every row', async () => {
    const { rows, at } = await read(workbook(MANY, FIVE));
    expect(rows.length).toBe(40_000);
    expect(rows.every(([text, number], i) => text === '零一二三四'[i % 5] && number === `${i}.25`)).toBe(true);
    expect(at[39_999]).toBe(40_000);
  });

  it('do not pay for far cells, nor for a size that is only told', async () => {
    const far = `<worksheet ${MAIN}><dimension ref="A1:B1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row></sheetData></worksheet>`;
    const { tables } = await parse(packed({ 'xl/worksheets/sheet1.xml': far }));
    expect(tables[0]).toMatchObject({ totalRows: 1_048_576, table: { rows: 2 } });
    expect(tables[0]?.table.columns.map(({ name }) => name)).toEqual(['column_1', 'column_16384']);
  });

  it('stop early for a preview and say so', async () => {
    const { rows, parsed } = await read(workbook(MANY, FIVE), { limit: 600_000 });
    expect(parsed.partial).toBe(true);
    expect(rows.length).toBeGreaterThan(5000);
    expect(rows.length).toBeLessThan(20_000);
    expect(rows.at(-1)).toEqual(['零一二三四'[(rows.length - 1) % 5], `${rows.length - 1}.25`]);
  });

  it('tell their progress and can be cancelled', async () => {
    const controller = new AbortController();
    const done: number[] = [];
    const work: Work = {
      signal: controller.signal,
      progress: (progress) => {
        done.push(progress.done);
        if (done.length === 5) controller.abort();
      },
      breathe: async () => undefined,
    };
    await expect(parse(workbook(MANY, FIVE), { work })).rejects.toThrow(/abort/i);
    expect(done.length).toBe(5);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });
});

describe('what is refused', () => {
  const broken = (rows: string, parts: Parts = {}) => refusal(workbook(rows, parts));

  it.each([
    ['an unknown element', '<row r="1"><d/></row>', 'the unknown element d'],
    ['an unknown kind of cell', '<row r="1"><c t="zz"><v>1</v></c></row>', 'the unknown kind zz'],
    ['rows that go back', '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>', 'the row after row 2'],
    ['cells that go back', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', 'holds the cell A1'],
    ['cells of another row', '<row r="1"><c r="A2"><v>1</v></c></row>', 'holds the cell A2'],
    ['rows that no sheet has', '<row r="99999999999"><c><v>1</v></c></row>', 'the row after row 0'],
    ['shared texts that are not there', '<row r="1"><c t="s"><v>7</v></c></row>', 'the shared text 7'],
    ['text between cells', '<row r="1">x<c><v>1</v></c></row>', 'text stands between'],
    ['elements that do not close as they open', '<row r="1"><c><v>1</c></v></row>', 'do not close'],
    ['a row that breaks off', '<row r="1"><c><v>1</v>', 'do not close'],
  ])('%s', async (_what, rows, words) => {
    expect(await broken(rows)).toMatch(new RegExp(`^file-damaged: .*${words}`));
  });

  it('document types', async () => {
    const xml = `<!DOCTYPE a [<!ENTITY b "bbb">]>${sheet('<row><c><v>&b;</v></c></row>')}`;
    expect(await refusal(packed({ 'xl/worksheets/sheet1.xml': xml }))).toMatch(/^file-damaged: .*document type/);
  });

  it('elements that nest too deep', async () => {
    expect(await refusal(packed({ 'xl/worksheets/sheet1.xml': `<worksheet>${'<a>'.repeat(500)}` }))).toMatch(/nest too deep/);
  });

  it('parts that are missing or break off', async () => {
    expect(await refusal(packed({ 'xl/workbook.xml': book('<sheet name="S" r:id="rId9"/>') }))).toMatch(/^file-damaged: .*the sheet S is missing/);
    expect(await refusal(packed({ 'xl/worksheets/sheet1.xml': sheet('<row/>').slice(0, -5) }))).toMatch(/^file-damaged: .*breaks off/);
  });

  it('workbooks that hold nothing', async () => {
    expect(await broken('')).toMatch(/^file-empty/);
    expect(await broken('<row r="1"><c r="A1" s="1"/></row>')).toMatch(/^file-empty/);
  });

  it('files that break off, wherever', async () => {
    const whole = workbook(MANY.slice(0, MANY.indexOf('<row r="200"')), FIVE);
    for (const share of [0.2, 0.5, 0.9, 0.999]) expect(await refusal(whole.slice(0, Math.floor(whole.length * share)))).toMatch(/^file-damaged/);
  });

  it('bytes changed in a packed part', async () => {
    const bytes = workbook(MANY, FIVE);
    const at = bytes.length - 30_000;
    bytes.fill(0xff, at, at + 64);
    expect(await refusal(bytes)).toMatch(/^file-damaged/);
    // A digit of a cell, where nothing but the checksum tells.
    const stored = zipSync({
      'xl/workbook.xml': [strToU8(book('<sheet name="S" r:id="a"/>')), { level: 0 }],
      'xl/_rels/workbook.xml.rels': strToU8(relations(['a', 'worksheet', 's.xml'])),
      'xl/s.xml': [strToU8(sheet('<row><c><v>12345</v></c></row>')), { level: 0 }],
    });
    expect(await refusal(stored)).toBe('read');
    stored[Buffer.from(stored).indexOf('12345')] = 0x39;
    expect(await refusal(stored)).toMatch(/^file-damaged: .*have changed/);
  });

  it('zip bombs', async () => {
    const bytes = packed({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 << 20).fill(32) });
    expect(await refusal(bytes)).toMatch(/^file-damaged: .*far more/);
    // One that says it is small is found out while it unpacks.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 80 << 20) view.setUint32(at + 24, 1000, true);
    expect(await refusal(bytes)).toMatch(/^file-damaged: .*(far more|never ends)/);
  });

  it('protected zips', async () => {
    const bytes = workbook('<row><c><v>1</v></c></row>');
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(await refusal(bytes)).toMatch(/^file-encrypted/);
  });
});

describe('zip files', () => {
  it('are known by their content', async () => {
    expect((await parse(workbook('<row><c><v>1</v></c></row>'), { name: 'orders.zip' })).format).toBe('xlsx');
  });

  it('may be stored, have bytes before them, and sizes of 64 bits', async () => {
    const rows = '<row><c><v>1</v></c></row>';
    const bytes = workbook(rows);
    const before = new Uint8Array(bytes.length + 100);
    before.set(bytes.subarray(0, 4));
    before.set(bytes, 100);
    expect((await read(before)).rows).toEqual([['1']]);
    expect((await read(zip64(bytes))).rows).toEqual([['1']]);
  });

  it('may have sizes after the data', async () => {
    const bytes = workbook('<row><c><v>1</v></c></row>');
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 30 < bytes.length; at++) {
      if (view.getUint32(at, true) !== 0x04034b50) continue;
      view.setUint16(at + 6, view.getUint16(at + 6, true) | 8, true);
      for (const field of [14, 18, 22]) view.setUint32(at + field, 0, true);
    }
    expect((await read(bytes)).rows).toEqual([['1']]);
  });
});

/** The same archive with its directory written as zip64. */
function zip64(bytes: Uint8Array): Uint8Array {
  const old = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - 22;
  const [count, start] = [old.getUint16(end + 10, true), old.getUint32(end + 16, true)];
  const directory: Uint8Array[] = [];
  for (let at = start; at < end; ) {
    const name = old.getUint16(at + 28, true);
    const entry = new Uint8Array(46 + name + 28);
    const view = new DataView(entry.buffer);
    entry.set(bytes.subarray(at, at + 46 + name));
    view.setUint16(30, 28, true);
    view.setUint16(46 + name, 1, true);
    view.setUint16(48 + name, 24, true);
    for (const [i, field] of [24, 20, 42].entries()) {
      view.setBigUint64(50 + name + i * 8, BigInt(old.getUint32(at + field, true)), true);
      view.setUint32(field, 0xffffffff, true);
    }
    directory.push(entry);
    at += 46 + name + old.getUint16(at + 30, true) + old.getUint16(at + 32, true);
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const tail = new Uint8Array(56 + 20 + 22);
  const view = new DataView(tail.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(size), true);
  view.setBigUint64(48, BigInt(start), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(start + size), true);
  view.setUint32(72, 1, true);
  view.setUint32(76, 0x06054b50, true);
  for (const field of [8, 10]) view.setUint16(76 + field, 0xffff, true);
  for (const field of [12, 16]) view.setUint32(76 + field, 0xffffffff, true);
  return Buffer.concat([bytes.subarray(0, start), ...directory, tail]);
}
