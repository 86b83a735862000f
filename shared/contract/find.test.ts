import { describe, expect, it } from 'vitest';
import { foldForFind, showsText } from './find.ts';

describe('finding what a cell shows', () => {
  it.each([
    ['Tea Cup', 'tea c', false, true],
    ['杭州市', '杭州', false, true],
    ['ÉCLAIR', 'éclair', false, true],
    ['1,234.50', '1234.5', true, true],
    ['1,234.50', '1,234', true, true],
    ['−12.00', '-12', true, true],
    ['1,234', '1234', false, false],
    ['138****0001', '8123', false, false],
  ])('%s holds %s (number: %s): %s', (shown, text, numeric, found) => {
    expect(showsText(shown, foldForFind(text), numeric)).toBe(found);
  });
});
