import { expect, test } from 'vitest';
import { withClosedCells } from './closed-cells.ts';

test.each([
  ['<table><tr><th>日期<th>店铺<tr><td>1<td>A</table>', '<table><tr><th>日期</th><th>店铺</th><tr><td>1</td><td>A</td></table>'],
  ['<TABLE><TR><TD align="left">a<TD>b</TR></TABLE>', '<TABLE><TR><TD align="left">a</td><TD>b</td></TR></TABLE>'],
  ['<table><tr><td>a<table><tr><td>x<td>y</table><td>b</table>', '<table><tr><td>a<table><tr><td>x</td><td>y</td></table></td><td>b</td></table>'],
])('cells are closed: %s', (html, closed) => {
  expect(withClosedCells(html)).toBe(closed);
});

test.each(['<table><tr><td>a</td><td>b</td></tr></table>', '<p>no <td>cell', '<table><thead><tr><th>a</th></tr></thead></table></table>', '<table><tr><td<td>a</td></tr></table>', ''])(
  'what is closed stays as it is: %s',
  (html) => {
    expect(withClosedCells(html)).toBe(html);
  },
);
