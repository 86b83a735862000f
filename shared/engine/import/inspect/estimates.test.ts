import { expect, test } from 'vitest';
import { textColumn } from '../../table/table.ts';
import { estimateFindings } from './estimates.ts';

test('bounds from above are estimates too', () => {
  const share = textColumn('Search lost IS (budget)', 'text', ['12.50%', '> 90%', ' --']);
  expect(estimateFindings([share], (row) => row + 4).map(({ code, where }) => [code, where?.row])).toEqual([['estimates', 5]]);
});

test('bounds and ranges are named with their first row, other cells are not', () => {
  const share = textColumn('Search impr. share', 'text', ['12.50%', '< 10%', '< 10%', ' --']);
  const sizes = textColumn('尺码', 'text', ['35~36', '37~38']);
  expect(estimateFindings([share, sizes], (row) => row + 4)).toEqual([
    {
      code: 'estimates',
      severity: 'warning',
      where: { row: 5, column: 'Search impr. share' },
      message: {
        en: '2 cells of Search impr. share tell a bound or a range (< 10%): the middle counts, so that sums of it are estimates',
        zh: '“Search impr. share”中有 2 个单元格是界限或范围（如 < 10%），按中间值计，合计仅为估计',
      },
    },
  ]);
});
