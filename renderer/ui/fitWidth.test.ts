import { describe, expect, it } from 'vitest';
import { fitWidth } from './fitWidth.ts';

describe('fitting a column', () => {
  it.each([
    ['the widest text', 'a', ['x', 'x'.repeat(30), 'x'], 320],
    ['the name', 'a long name', ['x'], 172],
  ])('goes by %s', (_name, name, texts, width) => {
    expect(fitWidth(name, texts, (text) => text.length * 10)).toBe(width);
  });
});
