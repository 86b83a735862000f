import { describe, expect, it } from 'vitest';
import { formatHash, parseHash } from './router.ts';

describe('routes', () => {
  it('reads what it writes, also Han and slashes', () => {
    const hash = formatHash('clean', ['订单/导出'], { step: '3', view: 'removed', none: undefined });
    expect(parseHash(hash)).toEqual({ section: 'clean', path: ['订单/导出'], query: { step: '3', view: 'removed' } });
  });

  it('takes nothing and nonsense for the start', () => {
    expect(parseHash('').section).toBe('start');
    expect(parseHash('#/').section).toBe('start');
    expect(parseHash('#/model/%E0%A4%A').path).toEqual(['%E0%A4%A']);
  });
});
