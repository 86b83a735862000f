import { expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { readBytes } from '../../../../tests/support/reading.ts';
import { detectionsOf } from './detections.ts';
import { chosenStructure, findStructure } from '../structure/structure.ts';
import { propose } from './inspect.ts';
import type { Knowledge } from '../parsed.ts';

const knowledge: Knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, template: () => null, fills: () => [] };

async function card(id: string, content: Uint8Array | string, options: ImportOptions = {}, name = 'x.csv') {
  const file = await readBytes(name, content, options);
  const [parsed] = file.tables;
  if (parsed === undefined) throw new Error('no table');
  const proposed = propose(parsed, options, knowledge, null);
  return detectionsOf(
    proposed,
    file,
    options,
    parsed.table.columns.map(() => ({ unparsed: 0, nulls: 0 })),
  ).find((one) => one.id === id);
}

const rows = (count: number, line: string) => `${line}\n`.repeat(count);

test.each<[number, string, string]>([
  [1, '1 row has another number of fields', '1 行的字段数不同'],
  [9, '9 rows have another number of fields', '9 行的字段数不同'],
])('the separator: %i rows of another width are said in words', async (count, en, zh) => {
  const delimiter = await card('delimiter', `name,n,note\n${rows(20, 'a,1,x')}${rows(count, 'b,2')}`);
  expect(delimiter?.evidence).toEqual([{ from: { en, zh }, tone: 'warn' }]);
});

test.each<[string, ImportOptions, unknown]>([
  // What a column proves by itself needs no choice.
  ['n,a\n1,12.50\n2,1.25\n', {}, null],
  ['n,a\n1,0.125\n2,0.250\n', {}, null],
  ['n;a\n1;1.234\n2;2.500\n', {}, ['Point', false, 'a could be read either way.', '1.234']],
  ['n;a\n1;1.234\n2;2.500\n', { decimal: ',' }, ['Comma', true, 'You chose it.', '1234']],
  ['n;a;b\n1;1.234;12,50\n2;2.500;3,75\n', {}, ['Comma', true, 'Other columns prove it; a could be read either way.', '1234']],
  ['n;a\n1;1,234\n2;2,500\n', {}, ['Point', true, 'a could be read either way.', '1234']],
])('the decimal sign of %j, %j', async (text, options, expected) => {
  const decimal = await card('decimal', text, options);
  expect(decimal === undefined ? null : [decimal.value.en, decimal.sure, decimal.reason.en, decimal.evidence[0]?.to]).toEqual(expected);
});

test('a choice is taken back by one click, by which the reader decides again', async () => {
  const text = 'title\nno;code;at\n1;0012345;2025-06-13 10:00:00\n2;0012346;2025-06-14 11:00:00\n';
  const chosen: ImportOptions = { encoding: 'gb18030', delimiter: ';', preambleRows: 0, headerRows: 1, timeZone: 'Asia/Shanghai' };
  const backs: [string, ImportOptions][] = [
    ['encoding', { encoding: 'gb18030' }],
    ['delimiter', { delimiter: ';' }],
    ['header', { preambleRows: 1, headerRows: 1 }],
    ['time-zone', { timeZone: 'Asia/Shanghai' }],
    ['ids', { types: { code: 'number' } }],
  ];
  for (const [id, options] of backs) {
    expect((await card(id, text))?.back, id).toBeUndefined();
    const back = (await card(id, text, options))?.back;
    expect(back, id).toBeDefined();
    expect(
      Object.values(back ?? {}).every((value) => value === undefined),
      id,
    ).toBe(true);
  }
  expect((await card('encoding', text, chosen))?.back).toEqual({ ...chosen, encoding: undefined });
  expect((await card('ids', text, { types: { code: 'number' } }))?.value.en).toBe('Made numbers');
});

test('a header that was chosen is told by its own names', async () => {
  const text = 'title\nno;code;n\n1;0012345;5\n2;0012346;6\n';
  expect((await card('header', text, { preambleRows: 0, headerRows: 0 }))?.reason.en).toBe('You chose it.');
  const structure = findStructure([['title'], ['no', 'code', 'n'], ['1', '2', '3']], (name) => name === 'no' || name === 'code');
  expect(structure).toMatchObject({ preambleRows: 1, headerRows: 1, known: 2 });
  expect(chosenStructure(structure, [['title'], ['no', 'code', 'n']], { preambleRows: 0, headerRows: 1 }, (name) => name === 'no')).toMatchObject({ preambleRows: 0, headerRows: 1, known: 0 });
});

test('the separator is sure where all rows of another width stand above or below the table', async () => {
  const above = '支付宝账务明细查询\n账号:[2088]\n起始日期:[2025-06-01]\n---明细列表---\n';
  const below = '---结束---\n导出时间:[2025-06-02]\n';
  const table = `账务流水号,发生时间,收入金额,备注\n${[1, 2, 3].map((n) => `100${n},2025-06-0${n} 10:00:00,5.0${n},x\n`).join('')}`;
  const delimiter = await card('delimiter', `${above}${table}${below}`);
  expect([delimiter?.value.en, delimiter?.sure, delimiter?.evidence]).toEqual(['Comma', true, [{ from: { en: '6 rows stand above or below the table', zh: '6 行在表格之上或之下' }, tone: 'plain' }]]);
  const torn = await card('delimiter', `${above}${table}1004,2025-06-04 10:00:00\n1005,2025-06-05\n${below}`);
  expect([torn?.sure, torn?.evidence[0]?.tone]).toEqual([false, 'warn']);
});

test.each<[string, string, string]>([
  ['day,n\n2025-06-13,1\n2025-06-14,2\n', 'Every part fits.', '各部分均相符。'],
  ['at,n\n2025-06-13 10:00:00,1\n2025-06-14 11:00:00,2\n', 'Every part fits. Time zone: UTC.', '各部分均相符。时区：UTC。'],
])('of %j a zone is told where there are times of day', async (text, en, zh) => {
  expect((await card('dates', text))?.reason).toEqual({ en, zh });
});

test.each<[string, string, string]>([
  ['name\na\nb\n', 'Row 1 has 1 name.', '第 1 行有 1 个列名。'],
  ['name,n\na,1\nb,2\n', 'Row 1 has 2 names.', '第 1 行有 2 个列名。'],
])('the header of %j', async (text, en, zh) => {
  expect((await card('header', text))?.reason).toEqual({ en, zh });
});

test.each<[string, string, string]>([
  ['name,n,m\na,1,2\nb,3,4\n共 2 条,,\n', 'The row at the end is no data.', '末尾 1 行不是数据。'],
  ['name,n,m\na,1,2\nb,3,4\n共 2 条,,\n导出完毕,,\n', '2 rows at the end are no data.', '末尾 2 行不是数据。'],
])('the footer of %j', async (text, en, zh) => {
  expect((await card('footer', text))?.reason).toEqual({ en, zh });
});

test.each<[string, ImportOptions, unknown]>([
  ['合计,,20', {}, ['合计行，不导入', false, '内容为“合计”，金额与下方各行合计不符。', undefined, null]],
  ['合计,,12.5', {}, ['合计行，不导入', true, '内容为“合计”，金额与下方各行合计相符。', undefined, null]],
  ['合计,,20', { totalAbove: false }, ['保留', true, '内容为“合计”，金额与下方各行合计不符。', false, null]],
])('the first row %s, %j', async (first, options, expected) => {
  const text = `日期,渠道,金额\n${first}\n2025-06-01,PC,10.5\n2025-06-02,PC,2\n`;
  const above = await card('total-above', text, options);
  const selected = above?.choices.find((choice) => choice.selected)?.options;
  expect([above?.value.zh, above?.sure, above?.reason.zh, selected?.totalAbove, (await card('footer', text, options)) ?? null]).toEqual(expected);
});

test.each<[string, ImportOptions, string, string]>([
  ['<meta charset="gb2312">', {}, '订单编号', 'The file says so itself. UTF-8 fails at byte 45.'],
  ['', {}, '订单编号', 'Its characters are everyday ones. UTF-8 fails at byte 22.'],
  ['<meta charset="gb2312">', { encoding: 'big5' }, '隆等晤瘍', 'You chose it.'],
])('the encoding of a web page that is named .xls: %s %j', async (head, options, name, reason) => {
  // “订单编号” in GBK, by iconv.
  const cells = Buffer.from('b6a9b5a5b1e0bac5', 'hex');
  const page = Buffer.concat([Buffer.from(`<html>${head}<table><tr><td>`), cells, Buffer.from('</td><td>n</td></tr><tr><td>1</td><td>2</td></tr></table></html>')]);
  const encoding = await card('encoding', page, options, 'x.xls');
  expect([encoding?.reason.en, encoding?.evidence, encoding?.choices.filter(({ selected }) => selected).length]).toEqual([reason, [], 1]);
  expect((await readBytes('x.xls', page, options)).tables[0]?.table.columns[0]?.name).toBe(name);
});

test('the other encoding is named in both languages', async () => {
  // “订单编号,金额” in GBK, by iconv.
  const bytes = Buffer.concat([Buffer.from('b6a9b5a5b1e0bac52cbdf0b6ee', 'hex'), Buffer.from('\n0012,5\n0013,6\n', 'latin1')]);
  expect((await card('encoding', bytes))?.evidence[1]?.from).toEqual({ en: expect.stringMatching(/[a-z]/), zh: expect.stringMatching(/\p{Script=Han}/u) });
});

test.each<[string, string, string, string[]]>([
  ['a month in words', 'day,n\nJun-01-25,1\nJun-02-25,2\n', 'Month in words', ['2025-06-01']],
  ['the column that is to be asked about', 'eu,either\n25/12/2024,03/04/2024\n26/12/2024,05/04/2024\n', 'Day/month/year', ['2024-12-25']],
  ['points', 'day,n\n01.06.2025,1\n02.06.2025,2\n', 'Day/month/year', ['2025-06-01']],
])('dates: %s', async (_, text, value, days) => {
  const dates = await card('dates', text);
  expect([dates?.value.en, dates?.evidence.map(({ to }) => to)]).toEqual([value, days]);
});

test('the number of a person is no example of a long code', async () => {
  expect(await card('ids', 'name,身份证号\na,330106199001011234\nb,330106199001011235\n')).toBeUndefined();
  expect((await card('ids', 'name,订单编号\na,330106199001011234\nb,330106199001011235\n'))?.value.en).toBe('Kept as text');
});

const LOG = rows(3, '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET /a HTTP/1.1" 200 12');
const STANDING = 'id      goods     n\n1001    cup      12\n1002    bowl      3\n1003    plate     4\n';

test.each<[string, string, string, string, string[]]>([
  ['a log', 'access', `${LOG}no request\n`, 'Apache or nginx log: A web server log: 3 of 4 lines are requests.', ['Web server log', 'Delimited text']],
  ['columns of fixed width', 'x.txt', STANDING, 'Text in columns of fixed width: Its cells stand under each other in 3 columns.', ['Text in columns of fixed width', 'Delimited text']],
  ['records', 'x.ndjson', '{"a":1}\n{"a":2}\n', 'JSON: Its beginning is written so.', ['JSON', 'Delimited text']],
])('the format of %s, and what else it could be', async (_, name, text, told, others) => {
  const format = await card('format', text, {}, name);
  expect([`${format?.value.en}: ${format?.reason.en}`, format?.choices.map(({ label }) => label.en)]).toEqual([told, others]);
  expect(format?.choices.map(({ selected }) => selected)).toEqual([true, false]);
});

test('another format is one click, and so is the way back', async () => {
  const { options } = (await card('format', STANDING, {}, 'x.txt'))?.choices[1] ?? {};
  const format = await card('format', STANDING, options, 'x.txt');
  expect([options, format?.value.en, format?.reason.en, format?.choices.map(({ selected }) => selected)]).toEqual([{ format: 'delimited' }, 'Delimited text', 'You chose it.', [false, true]]);
});

test.each<[string, ImportOptions]>([
  ['nothing else it could be', {}],
  ['no workbook, whoever says so', { format: 'xlsx' }],
])('a plain CSV: %s', async (_, options) => {
  expect(await card('format', 'a,b\n1,2\n', options)).toBeUndefined();
});

test('of a log that names its fields no other header can be chosen', async () => {
  const log = '#Software: IIS\n#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2026-05-01 10:00:00 1.2.3.4 GET /a 200\n';
  expect([(await card('format', log, {}, 'x.log'))?.value.en, await card('header', log, {}, 'x.log')]).toEqual(['W3C extended log (IIS, CloudFront)', undefined]);
});

test('whose account and whose order a file is of is masked on the cards, too', async () => {
  const header = await card('header', '账号:[seller@example.com]\n电话 13812345678\n单号,金额,状态\nA1,5,a\nA2,6,b\nA3,7,c\n');
  expect(header?.evidence.map(({ from }) => from)).toEqual(['账号:[se***@example.com]', '电话 138****5678']);
  const encoding = await card('encoding', JSON.stringify([1, 2].map((n) => ({ id: n, receiver: `王小明${n}`, remark: '急' }))), {}, 'x.json');
  expect(encoding?.evidence).toEqual([]);
});
