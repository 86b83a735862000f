import { describe, expect, it } from 'vitest';
import { byColumn, parseCells, pasteTarget, planOf } from './pastePlan.ts';

describe('pasted text', () => {
  it.each([
    [
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\nb', [['a'], ['b']]],
    ['"x\ty"\t"say ""hi"""\n"two\nlines"', [['x\ty', 'say "hi"'], ['two\nlines']]],
    ['"not closed\tb', [['"not closed', 'b']]],
    ['a\t', [['a', '']]],
    ['', [['']]],
  ])('%j is cells', (text, cells) => {
    expect(parseCells(text)).toEqual(cells);
  });
});

describe('where pasted cells go', () => {
  const one = { top: 1, left: 1, bottom: 1, right: 1 };

  it('keeps each on one line, as cells are copied', () => {
    expect(pasteTarget(one, [['two\nlines\tof it']], 10, 3).value(0, 0)).toBe('two lines of it');
  });

  it.each([
    [
      'from the corner',
      one,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      { top: 1, left: 1, bottom: 2, right: 2 },
      0,
    ],
    ['one value fills', { top: 0, left: 0, bottom: 3, right: 1 }, [['a']], { top: 0, left: 0, bottom: 3, right: 1 }, 0],
    ['not evenly: as large as it is', { top: 0, left: 0, bottom: 2, right: 0 }, [['a'], ['b']], { top: 0, left: 0, bottom: 1, right: 0 }, 0],
    [
      'over the edge',
      { top: 9, left: 2, bottom: 9, right: 2 },
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      { top: 9, left: 2, bottom: 9, right: 2 },
      3,
    ],
  ])('%s', (_name, selected, cells, block, beyond) => {
    expect(pasteTarget(selected, cells, 10, 3)).toMatchObject({ block, beyond });
  });

  it('is repeated over a larger selection', () => {
    const { value } = pasteTarget({ top: 0, left: 0, bottom: 3, right: 0 }, [['a'], ['b']], 10, 3);
    expect([0, 1, 2, 3].map((row) => value(row, 0))).toEqual(['a', 'b', 'a', 'b']);
  });
});

describe('what of a paste can be done', () => {
  const cell = { label: '2', column: 'a', origin: { source: 1, row: 2 }, old: 'x', value: 'y' };
  it('leaves out what is so already, masked, or computed', () => {
    const plan = planOf([cell, { ...cell, value: 'x' }, { ...cell, value: '张***' }, { ...cell, origin: null }], true);
    expect(plan).toEqual({ edits: [{ source: 1, row: 2, column: 'a', value: 'y', label: '2' }], computed: 1, masked: 1, same: 1 });
    expect(planOf([{ ...cell, value: '张***' }], false).edits).toHaveLength(1);
    expect(byColumn(plan.edits)).toMatchObject([{ name: 'a', values: ['y'] }]);
  });
});
