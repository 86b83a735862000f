import { expect, test } from 'vitest';
import { pastedFile } from './pastedFile.ts';

const PAGE = '<meta charset="utf-8"><table><tr><th>sku</th></tr><tr><td>A</td></tr></table>';

test.each<[string, string, string, string | null]>([
  ['cells of a spreadsheet', '商品\t数量\n杯子\t3\n', '', 'x.tsv'],
  ['one row of cells', 'A-1\t12.50\n', '', 'x.tsv'],
  ['a heading whose cell has two lines', '"商品\n名称"\t数量\n杯子\t3\n', '', 'x.tsv'],
  ['a title above the cells', '六月报表\n商品\t数量\n杯子\t3\n', '', 'x.tsv'],
  ['one column', '商品编号\r\n0012\r\n0013\r\n', '', 'x.txt'],
  ['text with commas', 'a,b\n1,2\n', '', 'x.csv'],
  ['text with other separators', '商品；数量\n杯子；3\n', '', 'x.txt'],
  ['a list as JSON', '[{"a":1},{"a":2}]', '', 'x.json'],
  ['a table of a web page', 'sku\nA\n', PAGE, 'x.html'],
  ['a table of Excel', 'sku\tqty\nA\t1\n', `<html xmlns:x="urn:schemas-microsoft-com:office:excel">${PAGE}</html>`, 'x.tsv'],
  ['a table of WPS', 'sku\tqty\nA\t1\n', `<head><meta name="ProgId" content="ET.Sheet"/></head>${PAGE}`, 'x.tsv'],
  ['a word', 'hello', '<p>hello</p>', null],
  ['nothing', '', '', null],
])('%s', (_, text, html, name) => {
  expect(pastedFile({ text, html }, 'x')?.name ?? null).toBe(name);
});
