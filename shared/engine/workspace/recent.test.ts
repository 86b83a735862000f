import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('results that are kept for a while', () => {
  it('are found by what they were made of, and the one not used longest goes', () => {
    const recent = new Recent(2);
    const made: string[] = [];
    const make = (name: string) => () => {
      made.push(name);
      return name;
    };
    const table = {};
    recent.keep([table, 'a'], make('a'));
    recent.keep([table, 'b'], make('b'));
    expect(recent.keep([table, 'a'], make('again'))).toBe('a');
    recent.keep([{}, 'a'], make('other'));
    expect(recent.get([table, 'b'])).toBeUndefined();
    expect(recent.get([table, 'a'])).toBe('a');
    expect(made).toEqual(['a', 'b', 'other']);
    recent.clear();
    expect(recent.get([table, 'a'])).toBeUndefined();
  });
});
