import { SuanpanError } from '#contract/errors';
import type { FxRate, ModelSettings, ModelSettingsChange, ShopChange, ShopSettings } from '#contract/model';
import type { StatePatch } from '../history/state.ts';
import { shopKey } from '../model/index.ts';
import { dayNumber, dayText } from '../values/dates.ts';
import { TIME_ZONES } from '../values/zones.ts';
import type { Workspace } from './workspace.ts';

/** Shops, their settings and the exchange rates, as the last build saw them. */
export function modelSettings(workspace: Workspace): ModelSettings {
  const { shops, missingRates } = workspace.model.stored();
  return { currency: workspace.model.currency, timeZone: workspace.model.timeZone, timeZones: TIME_ZONES, shops, rates: workspace.state.rates, missingRates };
}

/**
 * A change of settings as a patch.
 *
 * @throws SuanpanError `invalid-params` for what is no currency, zone, minute of the day or rate, and for unknown shops
 */
export function settingsPatch(workspace: Workspace, change: ModelSettingsChange): StatePatch {
  const reporting = change.currency ?? workspace.model.currency;
  if (change.currency !== undefined) checkCurrency(change.currency);
  if (change.timeZone !== undefined) checkZone(change.timeZone);
  for (const rate of change.rates ?? []) checkRate(rate, reporting);
  return {
    ...(change.currency !== undefined && { currency: change.currency }),
    ...(change.timeZone !== undefined && { timeZone: change.timeZone }),
    ...(change.shops !== undefined && { shops: changedShops(workspace, change.shops) }),
    ...(change.rates !== undefined && { rates: [...change.rates].sort((a, b) => (`${a.currency}${a.date}` < `${b.currency}${b.date}` ? -1 : 1)) }),
  };
}

function changedShops(workspace: Workspace, changes: readonly ShopChange[]): Record<string, ShopSettings> {
  const known = new Set(workspace.model.stored().shops.map(({ platform, shop }) => shopKey(platform, shop)));
  const shops = { ...workspace.state.shops };
  for (const change of changes) {
    const { platform, shop, ...settings } = change;
    const key = shopKey(platform, shop);
    if (!known.has(key)) throw invalid(`there is no shop ${key}`, `没有店铺 ${key}`);
    checkShop(settings);
    const merged = Object.entries({ ...shops[key], ...settings }).filter(([, value]) => value !== null && value !== undefined);
    if (merged.length === 0) delete shops[key];
    else shops[key] = Object.fromEntries(merged) as ShopSettings;
  }
  return shops;
}

function checkShop({ currency, timeZone, dayCutoffMinutes, revenueBasis }: Omit<ShopChange, 'platform' | 'shop'>): void {
  if (typeof currency === 'string') checkCurrency(currency);
  if (typeof timeZone === 'string') checkZone(timeZone);
  if (typeof dayCutoffMinutes === 'number' && !(Number.isInteger(dayCutoffMinutes) && dayCutoffMinutes >= 0 && dayCutoffMinutes < 1440))
    throw invalid(`no minute of the day: ${dayCutoffMinutes}`, `不是一天中的分钟：${dayCutoffMinutes}`);
  if (typeof revenueBasis === 'string' && revenueBasis !== 'goods' && revenueBasis !== 'paid') throw invalid(`unknown basis of sales: ${revenueBasis}`, `未知的销售口径：${revenueBasis}`);
}

function checkCurrency(currency: string): void {
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid(`no currency code: ${currency}`, `不是币种代码：${currency}`);
}

function checkZone(zone: string): void {
  if (!TIME_ZONES.includes(zone)) throw invalid(`unknown time zone: ${zone}`, `未知的时区：${zone}`);
}

function checkRate({ date, currency, rate }: FxRate, reporting: string): void {
  checkCurrency(currency);
  if (currency === reporting) throw invalid(`${currency} is the reporting currency itself`, `${currency} 即报表币种`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || dayText(dayNumber(date)) !== date) throw invalid(`no day: ${date}`, `不是日期：${date}`);
  if (!(Number.isFinite(rate) && rate > 0)) throw invalid(`no exchange rate: ${rate}`, `不是汇率：${rate}`);
}

const invalid = (en: string, zh: string) => new SuanpanError({ code: 'invalid-params', message: { en, zh } });
