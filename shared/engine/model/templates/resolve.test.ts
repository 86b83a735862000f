import { describe, expect, it } from 'vitest';
import { columnsRead } from './resolve.ts';

describe('columns that a field is made of', () => {
  it('are its column, those of its expression, or none', () => {
    expect(columnsRead('退款金额')).toEqual(['退款金额']);
    expect(columnsRead({ expr: 'if([a] > 0, coalesce([运费(元)], 0), [b ]]c])' })).toEqual(['a', '运费(元)', 'b ]c']);
    expect(columnsRead({ const: 'tmall' })).toEqual([]);
  });
});
