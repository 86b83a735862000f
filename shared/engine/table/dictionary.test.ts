import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesAmong } from './codes-among.ts';
import { Dictionary } from './dictionary.ts';

const encoder = new TextEncoder();
const of = (texts: readonly string[]) => {
  const dictionary = new Dictionary();
  for (const text of texts) dictionary.add(text);
  return dictionary;
};
const textsOf = (dictionary: Dictionary) => Array.from({ length: dictionary.size - 1 }, (_, i) => dictionary.text(i + 1));
const texts = fc.array(fc.oneof(fc.constantFrom('a', 'ab', 'b', '中', '中文'), fc.string({ minLength: 1, maxLength: 12 })), { maxLength: 60 });

describe('Dictionary', () => {
  it('gives every text one code, in order of first appearance', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const dictionary = new Dictionary();
        const codes = list.map((text) => dictionary.add(text));
        expect(textsOf(dictionary)).toEqual([...new Set(list)]);
        expect(codes.map((code) => dictionary.text(code))).toEqual(list);
      }),
    );
  });

  it('finds texts before and after it has an index', () => {
    const dictionary = Dictionary.standingOn(encoder.encode('aabb中'), Uint32Array.of(0, 1, 3, 4, 7));
    expect(textsOf(dictionary)).toEqual(['a', 'ab', 'b', '中']);
    for (let i = 0; i < 40; i++) expect(['a', 'ab', 'b', '中', 'c', ''].map((text) => dictionary.find(text))).toEqual([1, 2, 3, 4, 0, 0]);
  });

  it('takes texts over from others, at first all of them, then those that are asked for', () => {
    fc.assert(
      fc.property(texts, texts, texts, (first, second, later) => {
        const source = of(first);
        const other = of(second);
        const target = new Dictionary();
        const fromSource = target.codesFrom(source);
        const fromOther = target.codesFrom(other);
        const wanted = Array.from({ length: other.size }, (_, code) => code).filter((code) => code % 2 === 1);
        for (const code of wanted) expect(target.text(fromOther(code))).toBe(other.text(code));
        // The source grows on, under codes that stand for something else here.
        for (const text of later) source.add(text);
        for (let code = 1; code < source.size; code++) expect(target.text(fromSource(code))).toBe(source.text(code));
        for (let code = 1; code < source.size; code++) expect(target.codesFrom(source)(code)).toBe(fromSource(code));
        expect(fromSource(0)).toBe(0);
        expect(new Set(textsOf(target)).size).toBe(target.size - 1);
        expect(textsOf(source)).toEqual([...new Set([...first, ...later])]);
      }),
    );
  });

  it('finds the texts of others without adding them', () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const source = of(first);
        const target = new Dictionary();
        target.codesFrom(source);
        for (const text of second) target.add(text);
        const size = target.size;
        for (const [own, other] of [
          [target, source],
          [source, target],
          [target, of(second)],
        ] as const) {
          const codeOf = own.findFrom(other);
          for (let code = 1; code < other.size; code++) expect(own.text(codeOf(code))).toBe(textsOf(own).includes(other.text(code)) ? other.text(code) : null);
        }
        expect(target.size).toBe(size);
      }),
    );
  });

  it('finds its codes of the texts of a small dictionary', () => {
    fc.assert(
      fc.property(texts, texts, (many, few) => {
        const dictionary = of(many);
        expect(codesAmong(dictionary, of(few)).map((code) => dictionary.text(code))).toEqual(textsOf(dictionary).filter((text) => few.includes(text as string)));
      }),
    );
  });

  it('appends what is known to be new', () => {
    const dictionary = of(['a', 'b']);
    const bytes = encoder.encode('xcdx');
    expect([dictionary.appendBytes(bytes, 1, 2), dictionary.appendBytes(bytes, 2, 3), dictionary.add('d'), dictionary.add('e'), dictionary.find('c')]).toEqual([3, 4, 4, 5, 3]);
  });

  it('knows its texts when it was settled in between, whatever their order', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const dictionary = of(before);
        dictionary.settle();
        for (const text of [...before, ...after])
          expect([dictionary.find(text), before.includes(text)]).toEqual([before.includes(text) ? [...new Set(before)].indexOf(text) + 1 : 0, before.includes(text)]);
        dictionary.settle();
        for (const text of after) dictionary.add(text);
        expect(textsOf(dictionary)).toEqual([...new Set([...before, ...after])]);
      }),
    );
  });

  it('gives texts that go one way, and that way to a point, the codes that any other order gives', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1', '数'), maxLength: 6 }), { maxLength: 30 }), fc.nat(30), fc.boolean(), fc.boolean(), (texts, turned, falls, asks) => {
        const sorted = texts.slice(0, turned).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)) * (falls ? -1 : 1));
        const cells = [...sorted, ...texts.slice(turned)].filter((text) => text !== '');
        const plain = new Map<string, number>();
        const dictionary = new Dictionary();
        for (const cell of cells) {
          for (const text of asks ? ['b', '1a', cell] : []) expect(dictionary.find(text)).toBe(plain.get(text) ?? 0);
          if (!plain.has(cell)) plain.set(cell, plain.size + 1);
          expect(dictionary.add(cell)).toBe(plain.get(cell));
        }
        expect(textsOf(dictionary)).toEqual([...plain.keys()]);
      }),
    );
  });
});
