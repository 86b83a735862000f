import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const keys = Object.keys(en) as (keyof typeof en)[];

describe('messages', () => {
  it('has every message in both languages and no more', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
  });

  it('has no empty text, no exclamation mark, and Han in the Chinese', () => {
    const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u;
    // A proper name that Chinese writes in Latin letters, too.
    const names = new Set(['platform.shopify']);
    const same = keys.filter((key) => !names.has(key) && typeof zh[key] === 'string' && latin.test(zh[key]) && zh[key].length > 6);
    expect(same).toEqual([]);
    for (const catalogue of [en, zh]) {
      for (const key of keys) {
        const message = catalogue[key];
        if (typeof message === 'string') expect(message, key).toMatch(/^[^!！]+$/);
      }
    }
  });
});
