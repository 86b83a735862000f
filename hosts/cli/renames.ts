import { UsageError } from './arguments.ts';

/**
 * Columns that are called otherwise in a file, as they are given: `old=new`, the column of the table before the column of the file.
 *
 * @returns column of the file → column of the table
 * @throws UsageError when a column stands in two of them
 */
export function parseRenames(given: readonly string[]): Record<string, string> {
  const pairs = given.map((text): readonly [string, string] => {
    const [old = '', name = ''] = text.split(/=(.*)/s).map((part) => part.trim());
    if (old === '' || name === '') throw new UsageError(`--rename ${text}: needs the column of the table and that of the file, as in --rename "old=new"`);
    return [name, old];
  });
  for (const at of [0, 1] as const) {
    const names = pairs.map((pair) => pair[at]);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice === undefined) continue;
    const others = pairs.filter((pair) => pair[at] === twice).map((pair) => pair[1 - at]);
    throw new UsageError(`--rename: ${twice} cannot be both ${[...new Set(others)].join(' and ')}`);
  }
  return Object.fromEntries(pairs);
}
