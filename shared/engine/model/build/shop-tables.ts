import { type Table, tableOf } from '../../table/table.ts';
import type { Canonical } from './build.ts';

/** The shops and exchange rates as tables of their own, for queries. */
export function shopTables(canonical: Pick<Canonical, 'shops' | 'rates'>): ReadonlyMap<string, Table> {
  const shops = tableOf(
    [
      ['platform', 'enum'],
      ['shop_id', 'id'],
      ['shop_name', 'text'],
      ['currency', 'text'],
      ['tz', 'text'],
      ['day_cutoff_min', 'int'],
      ['revenue_basis', 'enum'],
    ],
    canonical.shops.map(({ platform, shop, name, currency, timeZone, dayCutoffMinutes, revenueBasis }) => [platform, shop, name, currency, timeZone, dayCutoffMinutes, revenueBasis]),
  );
  const rates = tableOf(
    [
      ['rate_date', 'date'],
      ['currency', 'text'],
      ['rate', 'number'],
    ],
    canonical.rates.map(({ date, currency, rate }) => [date, currency, rate]),
  );
  return new Map([
    ['shops', shops],
    ['fx_rates', rates],
  ]);
}
