import { expect, test } from 'vitest';
import { cellAt, textColumn } from '../../table/table.ts';
import { typeColumn } from '../../table/typing.ts';
import { inferTypes } from './infer.ts';

/** `words` first, then numbers: as many cells as asked for, every one different where `different` says so. */
const cells = (words: readonly string[], count: number, different: boolean) => [...words, ...Array.from({ length: count - words.length }, (_, i) => String(different ? 1000 + i : 36 + (i % 8)))];
const times = (word: string, count: number) => Array.from({ length: count }, () => word);

test.each<[string, string[], string, number]>([
  ['one placeholder in 3 % of the cells', cells(times('Nill', 3), 100, true), 'int', 3],
  ['its spellings', cells(['Nill', 'nill ', 'NILL'], 50, true), 'int', 3],
  ['待定', cells(times('待定', 5), 60, false), 'int', 5],
  ['any word among many different numbers', cells(times('on request', 5), 100, true), 'int', 5],
  ['a word that may be a size', cells(times('Free', 3), 100, false), 'enum', 0],
  ['two words', cells(['Nill', 'Nill', 'old', 'new', 'Nill'], 60, true), 'text', 0],
  ['too many placeholders', cells(times('Nill', 12), 100, true), 'text', 0],
  ['a blank word', cells(times('暂无', 12), 100, true), 'int', 0],
])('%s', (_name, texts, type, refused) => {
  const column = textColumn('Ajio stock', 'text', texts);
  const { columns, decimal, dateOrder } = inferTypes([column], {}, {});
  expect(columns[0]?.type).toBe(type);
  const typed = typeColumn(column, columns[0]?.type ?? 'text', { decimal, dateOrder, offsetOf: () => 0 });
  expect(typed.refused).toEqual(Uint32Array.from({ length: refused }, (_, row) => row));
  if (typed.column.kind === 'number') expect([...typed.column.values.slice(0, refused)]).toEqual(times('', refused).map(() => Number.NaN));
});

test.each<[string, string, (i: number) => string, number, string, boolean]>([
  ['codes of many digits', 'remark', (i) => String(100_000_000_000_000_000n + BigInt(i)), 300, 'id', false],
  ['such in full width', 'remark', (i) => `１２３４５６７８９０１２３４５６${String(i).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))}`, 300, 'id', false],
  ['such wrapped for Excel', 'remark', (i) => `="1000000000000000${10 + i}"`, 300, 'id', false],
  ['phones', 'contact way', (i) => `1390000${String(i).padStart(4, '0')}`, 9000, 'id', true],
  ['phones with their country', 'contact way', (i) => ` +86 1390000${String(i).padStart(4, '0')}`, 9000, 'id', true],
  ['addresses of mail', 'contact way', (i) => `buyer${i}@shop.example`, 9000, 'text', true],
  ['numbers', 'remark', (i) => String(i), 3000, 'text', false],
])('%s far behind words are found', (_name, header, late, count, type, personal) => {
  // After 5,000 different texts it is settled that these are neither numbers nor dates.
  const words = Array.from({ length: 6000 }, (_, i) => `word ${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] as string)}`);
  const { columns } = inferTypes([textColumn(header, 'text', [...words, ...Array.from({ length: count }, (_, i) => late(i))])], {}, {});
  expect(columns[0]).toMatchObject({ type, personal, distinct: 6000 + count, filled: 6000 + count });
});

test('the reason names the placeholder', () => {
  const { columns } = inferTypes([textColumn('price', 'text', cells(times('Nill', 2), 50, true))], {}, {});
  expect(columns[0]).toMatchObject({
    type: 'money',
    reason: { en: 'The name or a currency sign says it is money; “Nill” in 2 cells is no number and listed', zh: '列名或货币符号表明它是金额；2 个单元格为“Nill”，不是数字，已列出' },
  });
});

test.each<[string, string]>([
  ['paid', 'money'],
  ['PAID', 'money'],
  ['refund_paid', 'money'],
  ['Ajio MRP', 'money'],
  ['GROSS AMT', 'money'],
  ['Spent', 'money'],
  ['product_name_lenght', 'number'],
  ['name_count', 'number'],
  ['bid', 'number'],
  ['width', 'number'],
  ['id', 'id'],
  ['订单ID', 'id'],
  ['商品id', 'id'],
  ['listingId', 'id'],
  ['orderID', 'id'],
  ['orderid', 'id'],
  ['uid', 'id'],
  ['waybillno', 'id'],
  ['webid', 'id'],
  ['max_bid', 'number'],
  ['CUSTOMERID', 'id'],
  ['InvoiceNo', 'id'],
  ['访客人ID', 'number'],
])('a column of amounts called %s is %s', (name, type) => {
  const { columns } = inferTypes([textColumn(name, 'text', ['12.50', '0.01', '7.25', '100.99'])], {}, {});
  expect(columns[0]?.type).toBe(type);
});

const inferred = (name: string, texts: readonly string[]) => {
  const column = textColumn(name, 'text', texts);
  const { columns, decimal, dateOrder, dateOrderSure } = inferTypes([column], {}, {});
  const type = columns[0]?.type ?? 'text';
  const typed = typeColumn(column, type, { decimal, dateOrder, offsetOf: () => 0 });
  return { type, dateOrder, dateOrderSure, cells: texts.map((_, row) => cellAt(typed.column, row)) };
};

test.each<[string, string, string[], unknown[]]>([
  ['codes padded with blanks', 'k', ['00123 ', ' 00456', '00789\t'], ['00123', '00456', '00789']],
  ['long codes padded with blanks', 'ref', ['2024010122001100001 ', '2024010122001100002 '], ['2024010122001100001', '2024010122001100002']],
  ['long codes in full width', '流水', ['１２３４５６７８９０１２３４５６７８９０１２'], ['１２３４５６７８９０１２３４５６７８９０１２']],
  ['a leading zero among many', '区号', [...Array.from({ length: 150 }, (_, i) => String(200 + i)), '010'], []],
  ['phones with blanks', 'x', ['020 123 456', '021 333 444'], ['020 123 456', '021 333 444']],
  ['phones with the country', '联系方式', ['+8613800138000', '+8613900139000'], ['+8613800138000', '+8613900139000']],
  ['codes that Excel destroyed', '快递', ['1.23457E+17', '2.23457E+17'], ['1.23457E+17', '2.23457E+17']],
  ['a name in traditional characters', '訂單編號', ['1', '2'], ['1', '2']],
])('%s are codes', (_, name, texts, expected) => {
  const { type, cells: typed } = inferred(name, texts);
  expect(type).toBe('id');
  if (expected.length > 0) expect(typed).toEqual(expected);
});

test.each<[string, string, string[], string, unknown[]]>([
  ['an amount somebody mistyped', '金额', [...Array.from({ length: 150 }, (_, i) => String(200 + i)), '010'], 'money', []],
  ['watts', '功率', ['60W', '40W', '100W'], 'text', ['60W', '40W', '100W']],
  ['watts in the header', 'Power (W)', ['5', '60'], 'int', [5, 60]],
  ['ten thousands of views', '播放量', ['1.2w', '3w'], 'int', [12_000, 30_000]],
  ['kilocalories', '热量(千卡)', ['120', '80'], 'int', [120, 80]],
  ['amounts of a name that stands twice', '销售额 (2)', ['12', '13'], 'money', [120_000, 130_000]],
  ['yes and no in any capitals', 'gift', ['true', 'FALSE', 'True', 'false'], 'bool', [1, 0, 1, 0]],
  ['codes with an E', '款号', ['12E3', '3E5'], 'text', ['12E3', '3E5']],
  ['versions', 'version', ['1.2.10', '1.3.11'], 'text', ['1.2.10', '1.3.11']],
  ['sizes', '尺寸', ['10-12-15', '11-12-16'], 'text', ['10-12-15', '11-12-16']],
])('%s', (_, name, texts, type, expected) => {
  const found = inferred(name, texts);
  expect(found.type).toBe(type);
  if (expected.length > 0) expect(found.cells).toEqual(expected);
});

test.each<[string, string, string[], string[]]>([
  ['years of two digits first', 'day', ['24/03/31', '24/04/01', '24/04/30'], ['2024-03-31', '2024-04-01', '2024-04-30']],
  ['a year of the last century', 'born', ['05/12/85', '05/13/85'], ['1985-05-12', '1985-05-13']],
  ['a dash before the first', 'day', ['-', '25/12/2024', '03/04/2024'], ['-', '2024-12-25', '2024-04-03']],
  ['points: the day is first', 'Datum date', ['01.06.2025', '08.06.2025'], ['2025-06-01', '2025-06-08']],
  ['as Excel counts them', '日期', ['45356', '45357', '45358'], ['2024-03-05', '2024-03-06', '2024-03-07']],
  ['as Excel counts some', 'date', ['2024-03-05', '45357'], ['2024-03-05', '2024-03-06']],
  ['months in words', 'sent', ['March 5, 2024', 'May 6, 2024'], ['2024-03-05', '2024-05-06']],
])('dates: %s', (_, name, texts, expected) => {
  const { type, cells: typed } = inferred(name, texts);
  expect(type).toBe('date');
  expect(typed).toEqual(expected.map((text) => (text === '-' ? null : text)));
});

test.each<[string, string[]]>([
  ['2024年3月5日 下午3:04', ['2024-03-05 15:04:00']],
  ['2024年3月5日15:04', ['2024-03-05 15:04:00']],
  ['2024年3月5日15时04分30秒', ['2024-03-05 15:04:30']],
  ['2024年3月5日 上午9:04', ['2024-03-05 09:04:00']],
  ['2024年3月5日 凌晨12:04', ['2024-03-05 00:04:00']],
  ['2024-03-05 15:04:00+08', ['2024-03-05 07:04:00']],
])('%s is a time', (text, expected) => {
  const { type, cells: typed } = inferred('when', [text]);
  expect([type, typed]).toEqual(['instant', expected]);
});

test('each column of dates is read in the order that it proves; one that proves none in that of the others', () => {
  const columns = [textColumn('us', 'text', ['12/25/2024', '03/04/2024']), textColumn('eu', 'text', ['25/12/2024', '03/04/2024']), textColumn('either', 'text', ['03/04/2024', '05/04/2024'])];
  const found = inferTypes(columns, {}, {});
  expect(found.columns.map(({ type }) => type)).toEqual(['date', 'date', 'date']);
  expect(found.dateOrderSure).toBe(false);
  const read = columns.map((column) => cellAt(typeColumn(column, 'date', { ...found, offsetOf: () => 0 }).column, 1));
  expect(read).toEqual(['2024-03-04', '2024-04-03', '2024-05-04']);
});

test('each column of numbers is read by the decimal sign that it proves, wherever it proves it', () => {
  const whole = Array.from({ length: 3000 }, (_, i) => String(i));
  const columns = [
    textColumn('Menge', 'text', [...whole, '1.234']),
    textColumn('Umsatz', 'text', [...whole, '12.345,60']),
    textColumn('late', 'text', [...whole, '12,50']),
    textColumn('rate', 'text', [...whole, '4.5']),
  ];
  const found = inferTypes(columns, {}, {});
  expect(found.decimal).toBe(',');
  const last = columns.map((column, i) => cellAt(typeColumn(column, found.columns[i]?.type ?? 'text', { ...found, offsetOf: () => 0 }).column, 3000));
  expect(found.columns.map(({ type }) => type)).toEqual(['int', 'money', 'number', 'number']);
  expect(last).toEqual([1234, 12_345_6000, 12.5, 4.5]);
});

test('numbers that a workbook shows as money are money, whatever their column is called', () => {
  const columns = [textColumn('x', 'text', ['12.5', '13']), textColumn('y', 'text', ['12.5', '13'])];
  expect(inferTypes(columns, {}, { money: ['x'] }).columns.map(({ type }) => type)).toEqual(['money', 'number']);
});

const range = (count: number, text: (i: number) => string) => Array.from({ length: count }, (_, i) => text(i));
const two = (n: number) => String(n).padStart(2, '0');

test.each<[string, string, string[], string]>([
  ['due dates on one day of the month, with points', 'Due date', range(36, (i) => `15.${two((i % 12) + 1)}.${24 + Math.floor(i / 12)}`), '2024-01-15'],
  ['due dates on one day of the month, with strokes', 'Due date', range(36, (i) => `15/${two((i % 12) + 1)}/${24 + Math.floor(i / 12)}`), '2024-01-15'],
  ['short dates under a German name', 'Datum', range(30, (i) => `${two(20 + (i % 9))}.${two((i % 12) + 1)}.24`), '2024-01-20'],
  ['short dates under any name', 'Lieferung', range(30, (i) => `${two(20 + (i % 9))}.${two((i % 12) + 1)}.24`), '2024-01-20'],
])('dates: %s', (_, name, texts, first) => {
  const { type, cells: typed } = inferred(name, texts);
  expect([type, typed[0]]).toEqual(['date', first]);
});

test.each(['lifetime value', 'Revenue to date', 'Load time (ms)', '停留时间(毫秒)', 'Candidates', 'Rows updated', 'Update count', 'Overtime pay', 'Timeout'])(
  'numbers under %s are no days, although Excel could count them so',
  (name) => {
    expect(['int', 'number', 'money']).toContain(inferred(name, ['42222.50', '30886.50', '45000.25']).type);
    expect(['int', 'number', 'money']).toContain(inferred(name, ['42222', '30886', '45000']).type);
  },
);

test.each<[string, string, string[], string]>([
  ['one leading zero among weights of other lengths', 'WGT', ['030', ...range(192, (i) => String(60 + i))], 'int'],
  ['leading zeros among counts', 'Sessions', ['00', '05', ...range(40, (i) => String(10 + i))], 'int'],
  ['stock', '库存', ['05', ...range(40, (i) => String(10 + i))], 'int'],
  ['counts as long as phone numbers', 'Views', ['16747531561', '13180864613', '15167720656'], 'int'],
  ['amounts as long as phone numbers', 'GMV', ['16747531561', '13180864613', '15167720656'], 'money'],
  ['sales as long as phone numbers', '销售额', ['16747531561', '13180864613', '15167720656'], 'money'],
  ['floats as machines write them', 'float_', ['0', '1', '-1.7010000002777e+38', '8.9e+307', '1.5E-7'], 'number'],
  ['one overlong number among many', 'count', ['281421905209279150193376975', ...range(300, (i) => String(i))], 'int'],
  ['Swiss thousands', 'Betrag', ["7'386.33", "1'200.50"], 'money'],
])('%s', (_, name, texts, type) => {
  expect(inferred(name, texts).type).toBe(type);
});

test('lists of two digits prove no decimal comma against points', () => {
  const columns = [textColumn('array', 'text', ['1,7', '6,2', '3,3']), textColumn('price', 'text', ['362.10', '1.50', '2.25'])];
  const found = inferTypes(columns, {}, {});
  expect([found.decimal, found.columns.map(({ type }) => type)]).toEqual(['.', ['text', 'money']]);
  expect(inferTypes([textColumn('Note', 'text', ['4,5', '3,0'])], {}, {}).columns[0]?.type).toBe('number');
});

test.each<[string, string[], string, (string | null)[]]>([
  ['created_at', ['1748736000', '1748739600'], 'instant', ['2025-06-01 00:00:00', '2025-06-01 01:00:00']],
  ['创建时间', ['1748736000123', '1748739600000'], 'instant', ['2025-06-01 00:00:00', '2025-06-01 01:00:00']],
  ['payTime', ['1748736000'], 'instant', ['2025-06-01 00:00:00']],
  ['order_id', ['1748736000', '1748739600'], 'id', ['1748736000', '1748739600']],
  ['条码', ['1748736000123'], 'id', ['1748736000123']],
  ['date/time', ['Jun 1, 2025 3:05:09 PM PDT', 'Jun 13, 2025 12:05:09 AM PDT'], 'instant', ['2025-06-01 22:05:09', '2025-06-13 07:05:09']],
  ['Order Date', ['Sunday, June 1, 2025', 'Friday, June 13, 2025'], 'date', ['2025-06-01', '2025-06-13']],
  ['Datum', ['1. Juni 2025', '13. März 2025'], 'date', ['2025-06-01', '2025-03-13']],
  ['日期', ['2025年6月1日 星期日', '2025年6月2日 星期一'], 'date', ['2025-06-01', '2025-06-02']],
  ['付款时间', ['2025/6/1 上午 09:30:00', '2025/6/1 下午 12:30:00'], 'instant', ['2025-06-01 09:30:00', '2025-06-01 12:30:00']],
  ['js', ['Sun Jun 01 2025 08:00:00 GMT+0800 (China Standard Time)'], 'instant', ['2025-06-01 00:00:00']],
  ['time', ['Jun 1, 2025 3:05:09 PM CST'], 'text', ['Jun 1, 2025 3:05:09 PM CST']],
  ['name', ['April 12 2025 Blue', 'Sunday Best'], 'text', ['April 12 2025 Blue', 'Sunday Best']],
])('times under %s: %j', (name, texts, type, values) => {
  const column = textColumn(name, 'text', texts);
  const { columns, decimal, dateOrder } = inferTypes([column], {}, {});
  expect(columns[0]?.type).toBe(type);
  const typed = typeColumn(column, columns[0]?.type ?? 'text', { decimal, dateOrder, offsetOf: () => 0 });
  expect(texts.map((_, row) => cellAt(typed.column, row))).toEqual(values);
});

test.each<[string, string[], string, (string | number | null)[]]>([
  ['金额', ['1,234.00-', '15.00-', '3.00'], 'money', [-1234_0000, -15_0000, 3_0000]],
  ['Umsatz', ['1.234.567', '2.345.678', '12.345'], 'money', [1_234_567_0000, 2_345_678_0000, 12_345_0000]],
  ['x', ['12.345', '1.234', ...Array.from({ length: 60 }, () => '2.5'), '1.234.567'], 'number', [12.345, 1.234, ...Array.from({ length: 60 }, () => 2.5), null]],
  ['x', ['12.345', '1.234', ...Array.from({ length: 60 }, () => '2.345'), '1.234.567'], 'number', [12.345, 1.234, ...Array.from({ length: 60 }, () => 2.345), null]],
  ['Version', ['1.234.567', '2.345.678'], 'text', ['1.234.567', '2.345.678']],
  ['IP', ['192.168.100.200', '192.168.100.201'], 'text', ['192.168.100.200', '192.168.100.201']],
  ['Umsatz', ['1.234,50 EUR', '12,50 EUR'], 'money', [1234_5000, 12_5000]],
  ['Total', ['R$ 1.234,50', 'R$ 12,50'], 'money', [1234_5000, 12_5000]],
  ['Total', ['1234,50 zł', '12,50 zł'], 'money', [1234_5000, 12_5000]],
  ['Total', ['₹1,23,456.50', '₹12.50'], 'money', [123_456_5000, 12_5000]],
  ['Umsatz', ['1’234.50', '12’345.00'], 'money', [1234_5000, 12_345_0000]],
  ['방문자수', ['1,000명', '20명'], 'int', [1000, 20]],
  ['Kwota', ['1 200,50 zł', '1 210,50 zł'], 'money', [1200_5000, 1210_5000]],
  ['Сумма', ['1 200,50', '12 210,50'], 'number', [1200.5, 12_210.5]],
  ['Betrag', ['1\u00a0200,50', '1\u202f210,50'], 'money', [1200_5000, 1210_5000]],
  ['amount', ['1 200.50', '12 210.50'], 'money', [1200_5000, 12_210_5000]],
  ['list', ['1 200,5 6', '1 210,5 7'], 'text', ['1 200,5 6', '1 210,5 7']],
  ['매출', ['￦1,000', '￦20'], 'money', [1000_0000, 20_0000]],
  ['売上日', ['R7.6.1', 'H31.4.30'], 'date', ['2025-06-01', '2019-04-30']],
  ['日付', ['R7.6.1', 'R7.6.2'], 'date', ['2025-06-01', '2025-06-02']],
  ['version', ['R1.6.1', 'R2.6.2'], 'text', ['R1.6.1', 'R2.6.2']],
  ['金额', ['△¥1,234', '¥500'], 'money', [-1234_0000, 500_0000]],
  ['金额', ["'12.50", "'13.00"], 'money', [12_5000, 13_0000]],
  ['货号', ["'12.50", "'13.00"], 'id', ['12.50', '13.00']],
  ['是否退款', ['1', '0'], 'int', [1, 0]],
  ['is_refunded', ['1', '0'], 'int', [1, 0]],
  ['hasRefund', ['1', '0'], 'int', [1, 0]],
  ['销量', ['3件', '12件', '1,200件', '-'], 'int', [3, 12, 1200, null]],
  ['人数', ['3人', '2人'], 'int', [3, 2]],
  ['内容', ['3件', '2个'], 'text', ['3件', '2个']],
  ['内容', ['3件', '2'], 'text', ['3件', '2']],
  ['规格', ['3人', '4人'], 'text', ['3人', '4人']],
  ['单号', ['3单', '4单'], 'id', ['3单', '4单']],
  ['SKU', ['CHF100', 'CHF200'], 'id', ['CHF100', 'CHF200']],
  ['version', ['1.2-', '1.3-'], 'text', ['1.2-', '1.3-']],
])('amounts under %s: %j', (name, texts, type, values) => {
  const column = textColumn(name, 'text', texts);
  const { columns, decimal, dateOrder } = inferTypes([column], {}, {});
  expect(columns[0]?.type).toBe(type);
  const typed = typeColumn(column, columns[0]?.type ?? 'text', { decimal, dateOrder, offsetOf: () => 0 });
  expect(texts.map((_, row) => cellAt(typed.column, row))).toEqual(values);
});

test.each<[string, string[], string, (string | number | null)[]]>([
  ['包邮', ['√', '×', '√', ''], 'bool', [1, 0, 1, null]],
  ['包邮', ['✓', '✗', '-'], 'bool', [1, 0, null]],
  ['发票', ['有', '无', '有'], 'bool', [1, 0, 1]],
  ['备注', ['有货', '无', '有'], 'text', ['有货', '无', '有']],
  ['size', ['T', 'F', 'T'], 'text', ['T', 'F', 'T']],
  ['dimensions', ['3×4', '×'], 'text', ['3×4', '×']],
])('yes and no under %s: %j', (name, texts, type, values) => {
  const column = textColumn(
    name,
    'text',
    texts.map((text) => text || null),
  );
  const { columns, decimal, dateOrder } = inferTypes([column], {}, {});
  expect(columns[0]?.type).toBe(type);
  const typed = typeColumn(column, columns[0]?.type ?? 'text', { decimal, dateOrder, offsetOf: () => 0 });
  expect(texts.map((_, row) => cellAt(typed.column, row))).toEqual(values);
});

test.each<[string, string, string[], boolean]>([
  ['phones', 'x', ['13812345678', '13912345679', '15012345670'], true],
  ['phones with the country', 'x', ['+8613812345678', '+8613912345679'], true],
  ['e-mail addresses', 'x', ['anna@example.com', 'ben.berg@shop.cn'], true],
  ['mostly e-mail addresses', 'x', ['anna@example.com', 'ben@shop.cn', 'none'], true],
  ['masked names under their name', '收货人姓名', ['张**', '李**'], true],
  ['amounts as long as phones', 'GMV', ['13812345678', '13912345679'], false],
  ['order numbers', '订单编号', ['4304581206978762374', '4304581206978762375'], false],
  ['texts that name an address now and then', 'note', ['write to anna@example.com', 'b', 'c'], false],
])('whether %s are of people', (_, name, texts, personal) => {
  expect(inferTypes([textColumn(name, 'text', texts)], {}, {}).columns[0]?.personal).toBe(personal);
});
