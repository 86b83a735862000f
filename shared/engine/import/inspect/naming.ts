import type { TemplateSettings } from '../parsed.ts';
import { nameWithoutDays } from './file-name.ts';

/** How a column set is known again next month: names in order, without regard to case and width. */
export function headerSignature(names: readonly string[]): string {
  return names.map((name) => name.normalize('NFKC').toLowerCase().trim()).join('\u001f');
}

/** The name of a dataset after its file, and after its sheet where the file has several. */
export function datasetName(fileName: string, sheet: string): string {
  const base = nameWithoutDays(fileName);
  // A workbook is often called after its one sheet.
  return sheet === '' || (sheet.length > 1 && base.endsWith(sheet)) ? base : `${base} ${sheet}`;
}

/** An id for SQL, file names and links: letters, digits and Han stay, everything else becomes `_`. */
export function datasetId(name: string, taken: ReadonlySet<string>): string {
  let base = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  if (base === '' || /^\d/.test(base) || base.startsWith('sp_')) base = `t_${base}`;
  if (RESERVED.has(base)) base = `${base}_file`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
  return id;
}

/** Names of canonical tables and views: a dataset of such a name gets `_file` (decisions 18). */
export const RESERVED: ReadonlySet<string> = new Set([
  'shops',
  'orders',
  'order_lines',
  'products',
  'product_aliases',
  'customers',
  'customer_identities',
  'sessions',
  'events',
  'access_log_hits',
  'perf_agg',
  'ad_spend',
  'campaigns',
  'campaign_participations',
  'costs',
  'inventory_snapshots',
  'inventory_movements',
  'shipments',
  'returns',
  'feedback',
  'competitor_prices',
  'experiments',
  'experiment_assignments',
  'v_orders',
  'v_paid',
  'v_lines',
  'v_refunds',
  'v_sessions',
  'v_ship',
  'v_stock',
  'fx_rates',
  'calendar',
  'targets',
  'benchmarks',
  'price_history',
  'segments',
]);

/**
 * Which variant of a layout a table is, by the first of the words that name just one of each list; `null` where nothing says so.
 *
 * @param words its sheet, the lines above it, its file
 */
export function variantOf(words: readonly string[], lists: Required<TemplateSettings>['variants']): string | null {
  const named = lists.flatMap((list) => {
    const found = words.map((text) => list.filter(({ pattern }) => pattern.test(text))).find(({ length }) => length === 1);
    return found?.[0]?.name ?? [];
  });
  return named.length === 0 ? null : named.join(' ');
}
