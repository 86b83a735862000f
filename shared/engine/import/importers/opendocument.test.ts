import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { fileOf } from '../fill.ts';
import type { ParsedFile, ParsedTable } from '../parsed.ts';
import { readTables } from '../read.ts';
import { rowsOf } from '../../table/table.ts';

const knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };
const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';
/** Rows as they stand, without a header being looked for. */
const RAW: ImportOptions = { preambleRows: 0, headerRows: 0, footerRows: 0 };

const document = (body: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c" office:mimetype="${MIMETYPE}">${before}<office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document>`;
const table = (rows: string, name = '订单', more = '') => `<table:table table:name="${name}" ${more}>${rows}</table:table>`;
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
const text = (content: string, more = '') => `<table:table-cell office:value-type="string" ${more}><text:p>${content}</text:p></table:table-cell>`;
const valued = (type: string, value: string, shown = '', more = '') => `<table:table-cell office:value-type="${type}" office:${value} ${more}><text:p>${shown}</text:p></table:table-cell>`;

async function parse(content: string | Uint8Array, options: ImportOptions = RAW, limit?: number) {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const ports = testPorts();
  try {
    return await readTables({ file: fileOf('a.ods', bytes), options, knowledge, work, host: importHost(ports), ...(limit !== undefined && { limit }) });
  } finally {
    ports.remove();
  }
}

function first({ tables }: ParsedFile): ParsedTable {
  if (tables[0] === undefined) throw new Error('no table');
  return tables[0];
}

const packed = (xml: string) => zipSync({ mimetype: [strToU8(MIMETYPE), { level: 0 }], 'content.xml': strToU8(xml) });

async function rows(body: string, before?: string) {
  const { tables } = await parse(document(body, before));
  return tables.map((one) => rowsOf(one.table));
}

async function findings(body: string, before?: string) {
  const { tables } = await parse(document(body, before));
  return tables.flatMap((one) => one.findings.map(({ code, where, message }) => [code, where?.row ?? null, where?.column ?? null, message.en]));
}

async function refusal(content: string | Uint8Array): Promise<string> {
  try {
    await parse(content);
  } catch (thrown) {
    if (thrown instanceof SuanpanError) return `${thrown.info.code}: ${thrown.message}`;
    throw thrown;
  }
  return 'read';
}

describe('cells', () => {
  it.each([
    [valued('float', 'value="12.50"', '12,50 €'), '12.5'],
    [valued('float', 'value="0.30000000000000004"', '0.3'), '0.3'],
    // A code that is a number keeps all of its digits.
    [valued('float', 'value="123456789012345678"', '1.23457E+017'), '123456789012345678'],
    [valued('currency', 'value="99.9" office:currency="CNY"', '¥99.90'), '99.9'],
    [valued('percentage', 'value="0.1234"', '12%'), '12.34%'],
    [valued('boolean', 'boolean-value="true"', 'WAHR'), 'TRUE'],
    [valued('boolean', 'boolean-value="false"', 'FALSCH'), 'FALSE'],
    [valued('date', 'date-value="2024-03-01"', '1. März'), '2024-03-01'],
    [valued('date', 'date-value="2024-03-01T08:30:05.5"', '08:30'), '2024-03-01 08:30:05'],
    [valued('date', 'date-value="2024-03-01T00:00:00"', '01.03.24'), '2024-03-01'],
    [valued('date', 'date-value="1899-12-30T10:15:00"', '10:15'), '10:15:00'],
    [valued('time', 'time-value="PT08H30M05S"', '8:30'), '08:30:05'],
    [valued('time', 'time-value="PT27H17M54S"', '27:17:54'), '27:17:54'],
    [valued('time', 'time-value="PT35089H2M3S"', '01:02:03'), '01:02:03'],
    // A type that nobody knows, a value that its type does not allow: what the cell shows counts.
    [valued('fruit', 'value="1"', 'pie'), 'pie'],
    [valued('float', 'value="?"', 'none'), 'none'],
    ['<table:table-cell office:value-type="string" office:string-value="told"/>', 'told'],
  ])('%s reads as %s', async (cell, expected) => {
    expect(await rows(table(row(cell)))).toEqual([[[expected]]]);
  });

  it('numbers by the style of a day, in either calendar', async () => {
    const styles = '<office:automatic-styles><number:date-style style:name="N1"/><style:style style:name="ce1" style:data-style-name="N1"/></office:automatic-styles>';
    const cell = valued('float', 'value="45352"', '45352', 'table:style-name="ce1"');
    expect(await rows(table(row(cell)), styles)).toEqual([[['2024-03-01']]]);
    const from1904 = '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>';
    expect(await rows(from1904 + table(row(cell)), styles)).toEqual([[['2028-03-02']]]);
  });

  it('numbers by a style of so many digits: their own, that of their row or of their column', async () => {
    const styles =
      '<office:automatic-styles><number:number-style style:name="N5"><number:number number:decimal-places="0" number:min-integer-digits="5"/></number:number-style>' +
      '<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="3"/></number:number-style>' +
      '<number:number-style style:name="Nt"><number:text>No. </number:text><number:number number:min-integer-digits="4"/></number:number-style>' +
      '<number:number-style style:name="N6"><number:number number:min-integer-digits="6"/></number:number-style>' +
      ['N5', 'N2', 'Nt', 'N6'].map((name) => `<style:style style:name="${name}c" style:data-style-name="${name}"/>`).join('') +
      '<style:style style:name="Default"/><number:percentage-style style:name="N11"><number:number number:min-integer-digits="1"/></number:percentage-style></office:automatic-styles>';
    const columns = '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="N5c"/><table:table-column/>';
    const number = (value: string, style?: string) => valued('float', `value="${value}"`, '', style === undefined ? '' : `table:style-name="${style}"`);
    const body = table(
      columns +
        row(number('501') + number('7', 'Default') + number('8')) +
        row(number('12345678901234567') + number('1.5') + number('8', 'N5c')) +
        row(number('3') + number('4', 'N2c') + number('5', 'Ntc'), 'table:default-cell-style-name="Default"') +
        row(number('-3') + number('0') + number('9', 'N6c')),
    );
    expect(await rows(body, styles)).toEqual([
      [
        ['00501', '7', '8'],
        ['12345678901234567', '1.5', '00008'],
        ['3', '4', '5'],
        ['-3', '00000', '000009'],
      ],
    ]);
  });

  it('styles that stand in a file of their own', async () => {
    const styles =
      '<office:document-styles><office:styles><number:number-style style:name="N9"><number:number number:min-integer-digits="5"/></number:number-style></office:styles>' +
      '<office:automatic-styles><style:style style:name="ce1" style:data-style-name="N9"/></office:automatic-styles></office:document-styles>';
    const named = '<office:automatic-styles><style:style style:name="ce2" style:data-style-name="N9"/></office:automatic-styles>';
    const cells = row(valued('float', 'value="501"', '00501', 'table:style-name="ce2"') + valued('float', 'value="501"', '501', 'table:style-name="ce1"'));
    const bytes = zipSync({ mimetype: [strToU8(MIMETYPE), { level: 0 }], 'styles.xml': strToU8(styles), 'content.xml': strToU8(document(table(cells), named)) });
    expect(rowsOf(first(await parse(bytes)).table)).toEqual([['00501', '501']]);
  });

  it('the empty result of a formula is one', async () => {
    expect(await findings(table(row(`${text('a')}<table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>`)))).toEqual([]);
  });

  it('texts with their blanks, lines and entities, without remarks', async () => {
    const content = 'a  <text:s text:c="2"/>b<text:tab/>c<text:line-break/><text:span>d &amp; <text:a>e</text:a></text:span> \n f<text:note><text:p>no</text:p></text:note> ';
    const remark = '<office:annotation><text:p>remark</text:p></office:annotation>';
    const cell = `<table:table-cell office:value-type="string">${remark}<text:p>${content}</text:p><text:p/><text:p>g</text:p></table:table-cell>`;
    expect(await rows(table(row(cell)))).toEqual([[['a   b\tc\nd & e f\n\ng']]]);
  });
});

describe('rows and columns', () => {
  it('that are repeated, empty, covered, grouped', async () => {
    const body = table(
      '<table:table-column table:number-columns-repeated="4"/><table:table-header-rows>' +
        row(text('a') + text('b')) +
        '</table:table-header-rows><table:table-row-group>' +
        row(`${text('x', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="2"/>${text('y')}`, 'table:number-rows-repeated="2"') +
        '</table:table-row-group>' +
        row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="3"') +
        row('<table:table-cell table:number-columns-repeated="3"/><table:covered-table-cell office:value-type="string"><text:p>z</text:p></table:covered-table-cell>') +
        row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'),
    );
    const only = first(await parse(document(body)));
    expect(rowsOf(only.table)).toEqual([
      ['a', 'b', null, null, null],
      ['x', 'x', null, null, 'y'],
      ['x', 'x', null, null, 'y'],
      [null, null, null, 'z', null],
    ]);
    expect([...only.table.origin.row]).toEqual([1, 2, 3, 7]);
    expect([only.totalRows, only.blankRows]).toEqual([7, 3]);
  });

  it('that are hidden or merged, errors, formulas without a result, names', async () => {
    const body = `${table(
      '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>' +
        row(`${text('a', 'table:number-columns-spanned="2" table:number-rows-spanned="1"')}<table:covered-table-cell/>`) +
        row(`${text('#DIV/0!', 'calcext:value-type="error" table:formula="of:=1/0"')}<table:table-cell table:formula="of:=1"/>`, 'table:visibility="filter"') +
        row('<table:table-cell/>', 'table:visibility="collapse" table:number-rows-repeated="1000"'),
      'S 1',
      'table:style-name="ta1"',
    )}<table:named-expressions><table:named-range table:name="n" table:cell-range-address="$'S 1'.$A$1:.$B$2"/></table:named-expressions>`;
    const styles = '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';
    expect(await findings(body, styles)).toEqual([
      ['cell-error', 2, 'A', 'The cell holds the error #DIV/0!'],
      ['formula-without-result', null, null, 'The formula in B2 has no result in the file and reads as empty; open and save it in Excel'],
      ['cells-merged', null, null, '1 merged range; its value stands in the top left cell'],
      ['rows-hidden', null, null, 'Row 2 is hidden; it is read'],
      ['columns-hidden', null, null, 'Hidden columns are read: B:C'],
      ['sheet-hidden', null, null, 'The sheet is hidden in the workbook; it is read all the same'],
      ['defined-name', null, null, "The name n stands for 'S 1'!$A$1:$B$2"],
    ]);
  });
});

describe('sheets', () => {
  it('are those of this workbook: neither deleted cells nor those of other files', async () => {
    const body =
      `<table:tracked-changes><table:deletion>${table(row(text('gone')))}</table:deletion></table:tracked-changes>` +
      table(row(text('a')), 'one') +
      table(`<table:table-source/>${row(text('far'))}`, "'file:///other.ods'#Sheet1") +
      table(row(`<table:table-cell><text:p>outer</text:p>${table(row(text('inner')))}</table:table-cell>`), 'two') +
      `<table:dde-links><table:dde-link>${table(row(text('link')))}</table:dde-link></table:dde-links>`;
    const { tables } = await parse(document(body));
    expect(tables.map((one) => [one.name, rowsOf(one.table)])).toEqual([
      ['one', [['a']]],
      ['two', [['outer']]],
    ]);
    expect((await parse(document(body), { ...RAW, table: 'two' })).tables.map(({ name }) => name)).toEqual(['two']);
  });

  it('of which only the beginning is wanted are all told', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => row(text(String(i)))).join('');
    const xml = document(table(many, 'long') + table(row(text('a')), 'short'));
    for (const content of [xml, packed(xml)]) {
      const { tables, partial } = await parse(content, RAW, 1000);
      expect(partial).toBe(true);
      expect(tables.map(({ name }) => name)).toEqual(['long', 'short']);
      expect(tables[0]?.table.rows).toBeLessThan(2000);
      expect((await parse(content)).tables[0]?.table.rows).toBe(2000);
    }
  });

  it('in another encoding than UTF-8', async () => {
    const xml = document(table(row(text('订单'))));
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
    expect(rowsOf(first(await parse(utf16)).table)).toEqual([['订单']]);
    // “订单” in GBK, by iconv.
    const gbk = Buffer.concat(
      document(table(row(text('@')), 'one'))
        .replace('UTF-8', 'GBK')
        .split('@')
        .flatMap((part, i) => [...(i > 0 ? [Buffer.from('b6a9b5a5', 'hex')] : []), Buffer.from(part)]),
    );
    const read = await parse(new Uint8Array(gbk));
    expect([read.encoding, rowsOf(first(read).table)]).toEqual(['gbk', [['订单']]]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a cell beyond the last column', document(table(row(`<table:table-cell table:number-columns-repeated="16384"/>${text('a')}`))), /a cell lies beyond the last row or column of 订单/],
    ['a row beyond the last', document(table(row('<table:table-cell/>', 'table:number-rows-repeated="1048576"') + row(text('a')))), /beyond the last row/],
    ['cells that are repeated without end', document(table(row(text('a', 'table:number-columns-repeated="16000"'), 'table:number-rows-repeated="1000000"'))), /repeats cells far more often/],
    ['a document type', document(table(row(text('a')))).replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), /declares a document type/],
    ['what breaks off', document(table(row(text('a')))).slice(0, -30), /breaks off/],
    ['what holds nothing', document(table(row('<table:table-cell/>'))), /^file-empty/],
    ['a packed file without content', zipSync({ mimetype: [strToU8(MIMETYPE), { level: 0 }], 'content.xml': strToU8('') }), /file-damaged/],
  ])('%s', async (_, content, expected) => {
    expect(await refusal(content)).toMatch(expected);
  });
});
