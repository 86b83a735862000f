import type { MetricInfo } from '#contract/metrics';
import { type Lang, MONEY_SCALE } from '#contract/values';
import { currencySymbol } from './format.ts';
import { dark } from './themes/dark.ts';
import { light } from './themes/light.ts';

export interface ChartStyle {
  readonly theme: 'light' | 'dark';
  readonly lang: Lang;
  readonly width: number;
  readonly height: number;
}

export type Spec = Record<string, unknown>;

export const INK = { light: { text: '#1B1D21', muted: '#8D9096', onDark: '#FFFFFF', surface: '#FFFFFF' }, dark: { text: '#ECEDEF', muted: '#8D9096', onDark: '#101216', surface: '#181B20' } } as const;
export const COLOURS = { light: { main: '#1F5FAE', good: '#139475', bad: '#C46C22', other: '#A9ABB0' }, dark: { main: '#67AAEF', good: '#3A8D7F', bad: '#F2803A', other: '#6B727D' } } as const;

/** A whole spec of a size, in a theme. */
export function frame({ theme, width, height }: ChartStyle, body: Spec): Spec {
  return { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', config: theme === 'light' ? light : dark, width, height, autosize: { type: 'fit', contains: 'padding' }, ...body };
}

/** Axis labels: ¥120k and ¥1.28M in English, 12万 and 128.5万 in Chinese, as a Vega expression. */
function moneyLabels(currency: string, lang: Lang): string {
  if (lang === 'zh')
    return "datum.value == 0 ? '0' : abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '~r') + '亿' : abs(datum.value) >= 1e4 ? format(datum.value / 1e4, '~r') + '万' : format(datum.value, ',~r')";
  const symbol = currencySymbol(currency).replaceAll("'", "\\'");
  return `datum.value == 0 ? '0' : (datum.value < 0 ? '\u2212' : '') + '${symbol}' + (abs(datum.value) >= 1e6 ? format(abs(datum.value) / 1e6, '~r') + 'M' : abs(datum.value) >= 1e3 ? format(abs(datum.value) / 1e3, '~r') + 'k' : format(abs(datum.value), ',~r'))`;
}

/** Labels of a value axis, as a Vega expression over `datum.value`. */
export function axisLabels(metric: MetricInfo, currency: string, lang: Lang): string {
  if (metric.unit === 'money') return moneyLabels(currency, lang);
  if (metric.unit === 'ratio') return "format(datum.value, '~%')";
  return "format(datum.value, ',~r')";
}

/** Money in whole currency units, so that axes have round ticks. */
export const scaled = (value: number | null, metric: MetricInfo) => (value === null ? null : metric.unit === 'money' ? value / MONEY_SCALE : value);
