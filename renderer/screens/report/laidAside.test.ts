import { expect, it } from 'vitest';
import { laidAside } from './laidAside.ts';

it('moves styles out of the way and leaves words alone', () => {
  expect(laidAside('<style media="all">p > b{color:red}</style><p class="a" style="top:1px">a style="x" here</p>')).toBe(
    '<template>p > b{color:red}</template><p class="a" data-css="top:1px">a style="x" here</p>',
  );
});
