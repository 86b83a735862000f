import { expect, test } from 'vitest';
import { maskCell, maskPersonal } from './personal.ts';

test.each([
  ['13812345678', '138****5678'],
  ['电话 13812345678 张三', '电话 138****5678 张三'],
  ['guest615@example.com', 'gu***@example.com'],
  ['a@shop.com.cn', 'a***@shop.com.cn'],
  // An order number holds eleven digits that look like a phone, and is none.
  ['4304581206978762374', '4304581206978762374'],
  ['2025-06-01', '2025-06-01'],
])('%s is shown as %s', (text, shown) => {
  expect(maskPersonal(text)).toBe(shown);
});

test.each([
  ['张三丰', '张***'],
  ['浙江省杭州市西湖区 1 号', '浙***'],
  ['13812345678', '138****5678'],
  ['lin***02', 'lin***02'],
  ['tb1301_510', 'tb***10'],
  ['Anna Berg', 'A***'],
  ['83.149.9.216', '83.149.*.*'],
  ['2001:db8::7', '2001:db8:*'],
  ['2001:db8:0:0:0:0:0:7', '2001:db8:*'],
  ['12:30:00', '1***'],
  ['', ''],
])('as a name or address %s is shown as %s', (text, shown) => {
  expect(maskCell(text)).toBe(shown);
});
