import { describe, expect, it } from 'vitest';
import { RawCells } from './raw-cells.ts';
import { NO_ROW, type TextColumn, textColumn } from './table.ts';

const prices = textColumn('price', 'text', ['¥3', null, '¥5', '¥3']);
const textsOf = ({ codes, dictionary }: TextColumn) => Array.from(codes, (code) => dictionary.text(code));

describe('the cells as they stood in the file', () => {
  it('are there as they are, with the first of the different texts', () => {
    const raw = RawCells.of(prices);
    expect(raw.name).toBe('price');
    expect(raw.column()).toBe(prices);
    expect(raw.examples).toEqual(['¥3', '¥5']);
    expect(
      RawCells.of(
        textColumn(
          'n',
          'text',
          Array.from({ length: 500 }, (_, i) => `${i}`),
        ),
      ).examples,
    ).toHaveLength(199);
  });

  it('are fetched only when somebody asks for them, also when rows were picked since', () => {
    let fetched = 0;
    const raw = RawCells.elsewhere({
      name: 'price',
      examples: ['¥3'],
      column() {
        fetched++;
        return prices;
      },
    });
    const picked = raw.gathered(Uint32Array.of(2, NO_ROW, 0)).gathered(Uint32Array.of(2, 0, 1));
    expect(picked.examples).toEqual(['¥3']);
    expect(fetched).toBe(0);
    expect(textsOf(picked.column())).toEqual(['¥3', '¥5', null]);
    expect(fetched).toBe(1);
    expect(picked.origin).toBe(raw.origin);
  });

  it('tell cells of another origin', () => {
    const column = () => prices;
    expect(RawCells.elsewhere({ name: 'a', examples: [], column }).origin).not.toBe(RawCells.elsewhere({ name: 'a', examples: [], column }).origin);
    expect(RawCells.of(prices).origin).toBe(RawCells.of({ ...prices, codes: new Uint32Array(2) }).origin);
  });
});
