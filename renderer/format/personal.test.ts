import { expect, test } from 'vitest';
import { maskPersonal } from './personal.ts';

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
