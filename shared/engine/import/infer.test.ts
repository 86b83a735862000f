import { expect, test } from 'vitest';
import { textColumn } from '../table/table.ts';
import { typeColumn } from '../table/typing.ts';
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
