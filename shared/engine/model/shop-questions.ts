import type { EntityMapping } from '#contract/documents';
import type { ModelQuestion } from '#contract/model';
import { columnOf } from '../table/table.ts';
import { TIME_ZONES } from '../values/zones.ts';
import { carriesOffset } from './build/context.ts';
import { shopKey } from './build/shops.ts';
import { templateById } from './dictionary.ts';
import { currencyOfPlatform } from './platforms.ts';
import type { DatasetForModel } from './propose.ts';
import { statedCurrencies } from './stated-currency.ts';

/** What the workspace knows when a sheet leaves its zone or currency open. */
export interface ShopContext {
  readonly timeZone: string;
  readonly currency: string;
  /** Currencies that other sheets name, or that their platforms have. */
  readonly knownCurrencies: readonly string[];
}

const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD'];

/**
 * Asks in which zone a sheet's times were written: only when they carry no offset, neither platform nor template says, and the
 * workspace's other shops are in another zone than UTC. Until it is answered a time keeps the day it names.
 */
export function zoneQuestion(dataset: DatasetForModel, mapping: EntityMapping, context: ShopContext): ModelQuestion | null {
  if (mapping.entity !== 'orders' || dataset.zoneUnknown !== true || context.timeZone === 'UTC') return null;
  if (dataset.template !== null && templateById(dataset.template)?.shopTime === true) return null;
  const times = ['placed_at', 'paid_at'].flatMap((field) => {
    const source = Object.hasOwn(mapping.fields, field) ? mapping.fields[field] : undefined;
    return (typeof source === 'string' ? columnOf(dataset.table, source) : undefined) ?? [];
  });
  const open = times.find((column) => column.kind === 'text' && column.type === 'instant' && !carriesOffset(column));
  if (open === undefined || open.kind !== 'text') return null;
  const hasHours = Array.from({ length: Math.min(open.dictionary.size, 200) }, (_, code) => open.dictionary.text(code) ?? '').some((text) => text !== '' && !text.endsWith('00:00:00'));
  if (!hasHours) return null;
  return {
    id: `${dataset.id}:orders:time_zone`,
    dataset: dataset.id,
    entity: 'orders',
    field: 'time_zone',
    text: { en: `In which time zone are the times of “${open.name}”?`, zh: `“${open.name}”的时间属于哪个时区？` },
    options: [context.timeZone, 'UTC'].map((zone) => ({
      value: zone,
      title: zone,
      detail:
        zone === 'UTC'
          ? { en: `They are UTC: days are told in ${context.timeZone}.`, zh: `为 UTC 时间，按 ${context.timeZone} 划分日期。` }
          : { en: 'They are the shop’s own time: each keeps the day it names.', zh: '为店铺当地时间，日期不变。' },
      total: null,
      source: null,
    })),
    suggested: context.timeZone,
  };
}

/** Whether an answer to {@link zoneQuestion} names a zone that the sheet's times are to be read in. */
export const isZone = (answer: string | null): answer is string => answer !== null && answer !== 'UTC' && TIME_ZONES.includes(answer);

/**
 * What the answer about a sheet's currency is kept under: its shop, so that the shop's next sheet is not asked about again. Sheets of
 * unknown platforms may be of different shops.
 */
export function currencyQuestionId({ id, platform, shop }: Pick<DatasetForModel, 'id' | 'platform' | 'shop'>): string {
  return `${platform === null || platform === undefined || platform === 'other' ? id : shopKey(platform, shop ?? 'main')}:orders:currency`;
}

/** Asks for a sheet's currency: only when neither sheet, shop nor platform names one while other sheets have one. */
export function currencyQuestion(dataset: DatasetForModel, mapping: EntityMapping, context: ShopContext): ModelQuestion | null {
  if (mapping.entity !== 'orders' || typeof dataset.currency === 'string' || context.knownCurrencies.length === 0 || Object.hasOwn(mapping.fields, 'currency')) return null;
  if (!Object.hasOwn(mapping.fields, 'placed_at') && !Object.hasOwn(mapping.fields, 'paid_at')) return null;
  const platform = mapping.fields.platform;
  const named = typeof platform === 'object' && 'const' in platform ? String(platform.const) : 'other';
  // A sheet with a column of platforms has a currency for each: they are set shop by shop.
  if (mapping.role === 'erp' || typeof platform === 'string' || currencyOfPlatform(named) !== null) return null;
  // Its sign says which currencies it can be; without one it can be any.
  const signed = statedCurrencies(dataset.table, dataset.platform ?? null);
  const likely = [context.currency, ...context.knownCurrencies];
  const options = signed.length > 0 ? [...likely.filter((currency) => signed.includes(currency)), ...signed] : [...likely, ...CURRENCIES];
  const [suggested = context.currency] = options;
  return {
    id: currencyQuestionId(dataset),
    dataset: dataset.id,
    entity: 'orders',
    field: 'currency',
    text: { en: 'In which currency are its amounts?', zh: '金额的币种是什么？' },
    options: [...new Set(options)].slice(0, 4).map((currency) => ({
      value: currency,
      title: currency,
      detail:
        currency === context.currency
          ? { en: 'The currency of the reports: nothing is converted.', zh: '与报表币种相同，无需换算。' }
          : { en: `Converted into ${context.currency} at the rates you enter; held back until then.`, zh: `按您录入的汇率换算为 ${context.currency}，录入前暂不计入。` },
      total: null,
      source: null,
    })),
    suggested,
  };
}
