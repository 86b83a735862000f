import { describe, expect, it } from 'vitest';
import { codesContaining } from './containing.ts';
import { Dictionary } from './dictionary.ts';

const TEXTS = ['Tea Cup', 'TEAPOT', '杭州市', 'Éclair', 'éclat', 'a', ''];

describe('texts of a dictionary that hold a text', () => {
  it.each([
    ['tea', ['Tea Cup', 'TEAPOT']],
    ['cup', ['Tea Cup']],
    ['杭州', ['杭州市']],
    ['écla', ['Éclair', 'éclat']],
    ['a', ['Tea Cup', 'TEAPOT', 'Éclair', 'éclat', 'a']],
    ['teapots', []],
    ['', []],
  ])('%s', (wanted, expected) => {
    const dictionary = new Dictionary();
    for (const text of TEXTS) dictionary.add(text);
    const found = codesContaining(dictionary, wanted);
    expect(TEXTS.filter((text) => found[dictionary.find(text)] === 1 && dictionary.find(text) !== 0)).toEqual(expected);
  });
});
