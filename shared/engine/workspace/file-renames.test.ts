import { describe, expect, test } from 'vitest';
import type { ColumnRenames } from '#contract/documents';
import { keptRenames, movedFindings, renamesIn } from './file-renames.ts';

// The table has 金额 and 运费; of an earlier file it knows that 钱 is 金额.

describe('what a file before keeps where a later one calls another column so', () => {
  test.each<[string, Record<string, string>, readonly string[], ColumnRenames, Record<string, Record<string, string>>]>([
    ['it has the other column itself', { 钱: '运费' }, ['单号', '钱', '运费'], {}, { 1: { 钱: '金额' } }],
    ['it could mean the other one: what was said wrongly is put right', { 钱: '运费' }, ['单号', '钱'], {}, {}],
    ['somebody just said so of it', { 钱: '运费' }, ['单号', '钱'], { 钱: '金额' }, { 1: { 钱: '金额' } }],
    ['the name is one of its own now', {}, ['单号', '钱'], {}, {}],
    ['the name is one of its own, but somebody just said otherwise of it', {}, ['单号', '钱'], { 钱: '金额' }, { 1: { 钱: '金额' } }],
    ['it has no such column', { 钱: '运费' }, ['单号', '金额', '运费'], {}, {}],
    ['other names of it follow', { 钱: '运费', 号: '编号' }, ['号', '钱', '运费'], {}, { 1: { 号: '编号', 钱: '金额' } }],
  ])('%s', (_why, renames, columns, said, kept) => {
    expect(keptRenames({ renames: { 钱: '金额' } }, renames, [{ source: 1, columns, said }])).toEqual(kept);
  });

  test('it stays so with the next import', () => {
    const before = { renames: { 钱: '运费' }, renamesOf: { 1: { 钱: '金额' } } };
    expect(keptRenames(before, { 钱: '运费', 费: '运费' }, [{ source: 1, columns: ['单号', '钱', '运费'], said: {} }])).toEqual({ 1: { 钱: '金额' } });
    expect([renamesIn(before, 1), renamesIn(before, 2)]).toEqual([{ 钱: '金额' }, { 钱: '运费' }]);
  });

  test('what follows is told', () => {
    const told = (after: Parameters<typeof movedFindings>[1]) =>
      movedFindings({ renames: { 钱: '金额' } }, after, [{ source: 1, columns: ['单号', '钱'] }], () => '五月.csv').map(({ message }) => message.en);
    expect(told({ renames: { 钱: '运费' } })).toEqual(['钱 of 五月.csv is 运费 from now on as well, and not 金额']);
    expect(told({ renames: { 钱: '运费' }, renamesOf: { 1: { 钱: '金额' } } })).toEqual([]);
  });
});
