import { expect, test } from 'vitest';
import { destroyedRows } from './destroyed-ids.ts';
import { textColumn } from './table.ts';

const marked = (texts: readonly string[]) => destroyedRows(texts.length, [textColumn('id', 'text', texts)])?.join('') ?? null;
/** As a program writes a number of which the processor kept 53 bits. */
const asShortest = (codes: readonly bigint[]) => codes.map((code) => String(Number(code)));

const LONG = [3551820347212345678n, 3551820347212346678n, 3551820347212347678n, 3551820347212348678n];
const MIDDLE = [355182034721234567n, 355182034721234893n, 355182034721235111n, 355182034721235999n, 355182034721236321n, 355182034721236777n, 355182034721237123n];

test.each<[string, readonly string[], string | null]>([
  ['19 digits, as Excel keeps 15', ['3551820347212340000', '3551820347212350000'], '11'],
  ['19 digits, the shortest that stand for the number', asShortest(LONG), '1111'],
  ['18 digits, the shortest that stand for the number', asShortest(MIDDLE), '1111111'],
  ['19 digits as they are', LONG.map(String), null],
  ['18 digits as they are', MIDDLE.map(String), null],
  ['18 digits of which three happen to end in a zero', [...MIDDLE.map(String), '355182034721234560', '355182034721239570', '355182034721231230'], null],
  ['19 digits of which one happens to end in zeros', [...LONG.map(String), '3551820347212349000'], null],
])('%s', (_what, codes, marks) => {
  expect(marked(codes)).toBe(marks);
});
