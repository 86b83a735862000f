import { SuanpanError } from '#contract/errors';
import type { Column, NumberColumn, Table } from '../../table/table.ts';
import { businessDay, dayNumber } from '../../values/dates.ts';
import { roundHalfEven } from '../../values/numbers.ts';
import { requireColumn } from '../cells.ts';
import { asText, both, columnParam, defineStep, type RefusedAt, type StepContext, textParam } from '../define.ts';
import { addColumns, requireNumbers, shownTexts } from '../derived.ts';

/** Banks are closed for a week at most (the Spring Festival): an older rate is none. */
const OLDEST_DAYS = 10;

export const convertCurrency = defineStep({
  id: 'convert-currency',
  version: 1,
  title: both('Convert currency', '换算货币'),
  help: both(
    'Converts amounts by a table of daily rates: the rate of the day, or the last one of the ten days before. Amounts without a rate stay missing and are listed.',
    '按每日汇率表换算金额：取当天汇率，或之前十天内最近的汇率。没有汇率的金额保持缺失并列出。',
  ),
  icon: 'coins',
  family: 'numbers',
  params: [
    columnParam('column', 'Amount', '金额列', { types: ['money', 'number'] }),
    columnParam('date', 'Day', '日期列', { types: ['date', 'instant'] }),
    columnParam('currency', 'Currency', '货币列', { optional: true }),
    { name: 'dataset', kind: 'dataset', label: both('Table of rates', '汇率表') },
    columnParam('rateDate', 'Day there', '汇率日期', { from: 'dataset' }),
    columnParam('rateCurrency', 'Currency there', '汇率货币', { from: 'dataset', optional: true }),
    columnParam('rate', 'Rate: one unit is worth', '汇率：一单位等于', { from: 'dataset' }),
    textParam('name', 'New column', '新列'),
  ],
  columns: (params) => ({ reads: ['column', 'date', 'currency'].flatMap((name) => asText(params, name) || []), adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => ({
    title: both(`Convert ${asText(params, 'column')}`, `换算“${asText(params, 'column')}”`),
    detail: both(`By the rates of ${asText(params, 'dataset')}`, `按 ${asText(params, 'dataset')} 的汇率`),
  }),
  run(table, params, context) {
    const rates = ratesOf(params, context);
    const amounts = requireNumbers(table, asText(params, 'column'));
    const days = dayOf(requireColumn(table, asText(params, 'date')), context);
    const currencies = asText(params, 'currency') === '' ? null : textOf(requireColumn(table, asText(params, 'currency')));
    const refused: RefusedAt[] = [];
    const values = amounts.values.map((amount, row) => {
      if (Number.isNaN(amount)) return amount;
      const currency = currencies?.(row) ?? '';
      const day = days(row);
      const rate = day === null ? null : rates(currency.trim().toUpperCase(), day);
      if (rate === null) {
        refused.push({ column: amounts.name, row, text: `${shownTexts({ ...amounts, values: Float64Array.of(amount) }).dictionary.text(1)} ${currency} ${day ?? ''}`.trim() });
        return Number.NaN;
      }
      return amounts.type === 'money' ? roundHalfEven(amount * rate) : amount * rate;
    });
    const made: NumberColumn = { kind: 'number', name: asText(params, 'name'), type: amounts.type, values };
    return { table: addColumns(table, [made]), changedCells: 0, refused };
  },
  examples: [
    {
      columns: [
        ['m', 'money'],
        ['d', 'date'],
        ['c', 'text'],
      ],
      rows: [
        [10000, '2025-06-02', 'usd'],
        [10000, '2025-06-04', 'USD'],
        [10000, '2025-06-01', 'USD'],
        [10000, '2025-07-30', 'USD'],
        [null, '2025-06-02', 'USD'],
        [10000, '2025-06-02', 'XYZ'],
      ],
      params: { column: 'm', date: 'd', currency: 'c', dataset: 'rates', rateDate: 'day', rateCurrency: 'code', rate: 'rate', name: 'cny' },
      becomes: {
        columns: [
          ['m', 'money'],
          ['d', 'date'],
          ['c', 'text'],
          ['cny', 'money'],
        ],
        rows: [
          [10000, '2025-06-02', 'usd', 71234],
          [10000, '2025-06-04', 'USD', 72000],
          [10000, '2025-06-01', 'USD', null],
          [10000, '2025-07-30', 'USD', null],
          [null, '2025-06-02', 'USD', null],
          [10000, '2025-06-02', 'XYZ', null],
        ],
      },
      changedCells: 0,
    },
  ],
});

const textOf = (column: Column): ((row: number) => string | null) => {
  const { codes, dictionary } = shownTexts(column);
  return (row) => dictionary.text(codes[row] as number);
};

/** The day of a date, or of a time in the shop's zone. */
function dayOf(column: Column, { typing }: StepContext): (row: number) => string | null {
  const text = textOf(column);
  if (column.type !== 'instant') return text;
  return (row) => {
    const instant = text(row);
    return instant === null ? null : businessDay(instant, typing.offsetOf(instant));
  };
}

function ratesOf(params: Readonly<Record<string, unknown>>, context: StepContext): (currency: string, day: string) => number | null {
  const table: Table | undefined = context.table(asText(params, 'dataset'));
  if (table === undefined) throw new SuanpanError({ code: 'not-found', message: both(`missing table: ${asText(params, 'dataset')}`, `缺少表：${asText(params, 'dataset')}`) });
  const days = dayOf(requireColumn(table, asText(params, 'rateDate')), context);
  const currencies = asText(params, 'rateCurrency') === '' ? null : textOf(requireColumn(table, asText(params, 'rateCurrency')));
  const rates = requireNumbers(table, asText(params, 'rate'));
  const known = new Map<string, { day: string; rate: number }[]>();
  for (let row = 0; row < table.rows; row++) {
    const day = days(row);
    const value = rates.values[row] as number;
    if (day === null || Number.isNaN(value)) continue;
    const currency = (currencies?.(row) ?? '').trim().toUpperCase();
    const list = known.get(currency) ?? [];
    known.set(currency, list);
    list.push({ day, rate: rates.type === 'money' ? value / 10_000 : value });
  }
  for (const list of known.values()) list.sort((a, b) => (a.day < b.day ? -1 : 1));
  return (currency, day) => {
    const list = known.get(currency) ?? (currencies === null ? known.get('') : undefined);
    const last = list?.findLast((rate) => rate.day <= day);
    return last === undefined || dayNumber(day) - dayNumber(last.day) > OLDEST_DAYS ? null : last.rate;
  };
}
