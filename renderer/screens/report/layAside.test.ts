import { expect, it } from 'vitest';
import { layAside } from './layAside.ts';

it('moves styles out of the way and leaves words alone', () => {
  const html =
    '<head><meta http-equiv="Content-Security-Policy" content="x"><style media="all">@font-face{src:url(data:x)}p > b{color:red}</style></head><p class="a" style="top:1px">a style="x" here</p><style>i{}</style>';
  expect(layAside(html)).toEqual({ markup: '<head></head><p class="a" data-css="top:1px">a style="x" here</p>', styles: ['p > b{color:red}', 'i{}'] });
});

it('takes a document without styles as it is', () => {
  expect(layAside('<p>x</p><style>never closed')).toEqual({ markup: '<p>x</p><style>never closed', styles: [] });
});
