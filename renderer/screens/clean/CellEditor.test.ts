import { expect, test } from 'vitest';
import { withEdit } from './CellEditor.tsx';

const cell = { source: 3, row: 12, file: 'a.csv', column: 'city', type: 'text', value: 'x' };
const filter = { step: 'filter-rows', version: 1, params: { condition: 'qty > 1' } };

test('an edit is a step of its own, or one more cell of the step before', () => {
  const first = withEdit([filter, filter], 1, cell, '杭州');
  expect(first).toEqual([filter, { step: 'edit-cells', version: 1, params: { cells: ['3\t12\tcity\t杭州'] } }, filter]);
  const second = withEdit(first, 2, { ...cell, row: 13 }, '');
  expect(second[1]?.params).toEqual({ cells: ['3\t12\tcity\t杭州', '3\t13\tcity\t'] });
  expect(withEdit(second, 2, cell, '宁波')[1]?.params).toEqual({ cells: ['3\t13\tcity\t', '3\t12\tcity\t宁波'] });
});
