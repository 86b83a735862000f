import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookPackage } from './package.ts';
import { readSharedStrings, SharedStrings } from './strings.ts';
import { XmlScanner } from './xml.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const textAt = (strings: SharedStrings, index: number) => decoder.decode(strings.bytes.subarray(strings.start(index), strings.stop(index)));

/** Strings of a part that comes in pieces of so many bytes. */
async function read(xml: string, piece: number, size = 1): Promise<string[]> {
  const bytes = encoder.encode(`<sst>${xml}</sst>`);
  const parts = {
    size: () => size,
    scanner: (path: string) => new XmlScanner('x.xlsx', path),
    async *pieces() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  } as unknown as WorkbookPackage;
  const strings = await readSharedStrings(parts, 'xl/sharedStrings.xml');
  return Array.from({ length: strings.count }, (_, index) => textAt(strings, index));
}

describe('shared strings', () => {
  const ITEMS: readonly (readonly [string, string])[] = [
    ['<si><t>plain</t></si>', 'plain'],
    ['<si><t></t></si>', ''],
    ['<si><t>a &amp; b</t></si>', 'a & b'],
    ['<si><t>_x000D_end</t></si>', '\rend'],
    ['<si><t>snake_case</t></si>', 'snake_case'],
    ['<si><t xml:space="preserve"> kept </t></si>', ' kept '],
    ['<si><r><t>ri</t></r><r><t>ch</t></r></si>', 'rich'],
    ['<si><t>汉字，全角</t><phoneticPr fontId="1"/></si>', '汉字，全角'],
    ['<si><t>x</t><rPh sb="0" eb="1"><t>spoken</t></rPh></si>', 'x'],
    ['<si/>', ''],
    [`<si><t>${'long '.repeat(200)}</t></si>`, 'long '.repeat(200)],
  ];

  it('are what they stand for, in whatever order and pieces they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...ITEMS), { maxLength: 30 }), fc.integer({ min: 1, max: 400 }), async (items, piece) => {
        expect(await read(items.map(([xml]) => xml).join(''), piece)).toEqual(items.map(([, text]) => text));
      }),
      { numRuns: 60 },
    );
  });

  it('begin where they begin, though a piece ends inside their tag and what stood there before goes on like it', async () => {
    const texts = ['long '.repeat(200), '汉字', 'plain', 'long '.repeat(200), 'plain'];
    for (let piece = 1; piece <= 400; piece++) expect(await read(texts.map((text) => `<si><t>${text}</t></si>`).join(''), piece)).toEqual(texts);
  });

  it('copies a text only where it is written as it is meant', () => {
    const strings = new SharedStrings(4);
    const taken = (text: string) => strings.copyPlain(encoder.encode(text), 0, text.length);
    expect(taken('ab&amp;c<')).toBe(-1);
    expect(taken('much longer than there is room for<')).toBe(34);
    strings.end();
    expect(taken('no end')).toBe(6);
    strings.forget(6);
    expect(taken('_x000A_<')).toBe(-1);
    expect(taken('z<')).toBe(1);
    strings.end();
    expect([textAt(strings, 0), textAt(strings, 1)]).toEqual(['much longer than there is room for', 'z']);
  });
});
