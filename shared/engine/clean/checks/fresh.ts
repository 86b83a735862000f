import { SuanpanError } from '#contract/errors';
import { dayNumber } from '../../values/dates.ts';
import { requireColumn } from '../cells.ts';
import { asNumber, asText, both, columnParam, numberParam } from '../define.ts';
import { defineCheck } from './define.ts';

export const fresh = defineCheck({
  id: 'fresh',
  title: both('Is fresh', '及时'),
  help: both('The newest day is at most so many days ago.', '最新日期距今不超过若干天。'),
  params: [columnParam('column', 'Day', '日期列', { types: ['date', 'instant'] }), numberParam('days', 'Days', '天数', { default: 7 })],
  describe: (params) => both(`${asText(params, 'column')} reaches to the last ${asNumber(params, 'days', 7)} days`, `“${asText(params, 'column')}”包含最近 ${asNumber(params, 'days', 7)} 天`),
  run(table, params, { today }) {
    const column = requireColumn(table, asText(params, 'column'));
    if (column.kind !== 'text' || (column.type !== 'date' && column.type !== 'instant'))
      throw new SuanpanError({ code: 'invalid-params', where: { column: column.name }, message: both(`${column.name} holds no dates`, `“${column.name}”不是日期列`) });
    let newest = '';
    const used = new Uint8Array(column.dictionary.size);
    for (const code of column.codes) used[code] = 1;
    for (let code = 1; code < used.length; code++) {
      const text = column.dictionary.text(code) as string;
      if (used[code] === 1 && text > newest) newest = text;
    }
    const rows = new Uint32Array(0);
    if (newest === '') return { rows, whole: both('There is no day', '没有日期') };
    const age = dayNumber(today) - dayNumber(newest);
    return { rows, whole: age <= asNumber(params, 'days', 7) ? null : both(`The newest day is ${newest.slice(0, 10)}, ${age} days ago`, `最新日期为 ${newest.slice(0, 10)}，${age} 天前`) };
  },
});
