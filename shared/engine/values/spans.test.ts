import { expect, test } from 'vitest';
import { Dictionary } from '../table/dictionary.ts';
import { typeColumn } from '../table/typing.ts';
import { spanSeconds } from './spans.ts';

test.each<[string, number | null]>([
  ['1分23秒', 83],
  ['2小时3分', 7380],
  ['1小时0分5秒', 3605],
  ['45秒', 45],
  ['3分钟', 180],
  ['1m 23s', 83],
  ['00:01:23', 83],
  ['26:00:00', 93600],
  ['01:23', null],
  ['00:61:00', null],
  ['3时代', null],
  ['12', null],
  ['', null],
])('%j lasts %j seconds', (text, seconds) => {
  expect(spanSeconds(text)).toBe(seconds);
});

// A template sets the type: the same sheet writes plain seconds or spans, by when it was exported.
test.each<[string, 'number' | 'int' | 'money', string[], number[], number[]]>([
  ['人均看播时长', 'number', ['83', '1分23秒', '00:01:23', '约一分'], [83, 83, 83, Number.NaN], [3]],
  ['停留时长(秒)', 'int', ['83', '1分23秒'], [83, 83], []],
  ['停留时长(分钟)', 'number', ['83', '1分23秒'], [83, Number.NaN], [1]],
  ['比分', 'number', ['83', '00:01:23'], [83, Number.NaN], [1]],
  ['播放时长费用', 'money', ['8', '1分23秒'], [80000, Number.NaN], [1]],
])('spans under %s as %s', (name, type, cells, values, refusedRows) => {
  const dictionary = new Dictionary();
  const codes = Uint32Array.from(cells, (cell) => dictionary.add(cell));
  const { column, refused } = typeColumn({ kind: 'text', name, type: 'text', codes, dictionary }, type, { decimal: '.', dateOrder: 'ymd', offsetOf: () => 0 });
  expect([column.kind === 'number' ? [...column.values] : [], [...refused]]).toEqual([values, refusedRows]);
});
