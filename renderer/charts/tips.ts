import type { ChartReply } from '#contract/metrics';
import type { Lang } from '#contract/values';
import { formatWeekday, isDay } from '../format/dates.ts';
import { formatCell, MISSING } from '../format/numbers.ts';

/** What is said about one point or bar of a chart. */
export interface ChartTip {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

/** One tip a row of the chart's table form: the first column names the point, the others are its values. */
export function tipsOf({ table }: ChartReply, lang: Lang): readonly ChartTip[] {
  return table.rows.map((row) => {
    const name = String(row[0] ?? '');
    return {
      title: isDay(name) ? formatWeekday(name, lang) : name,
      lines: table.columns.slice(1).flatMap((column, index): [string, string][] => {
        const value = row[index + 1];
        const shown = typeof value === 'string' ? value : formatCell(value, 'number');
        return shown === MISSING ? [] : [[column[lang], shown]];
      }),
    };
  });
}

/** The point or bar at a place between the left and the right edge of the plot (0 to 1); `null` outside. */
export function indexAt(share: number, count: number, snap: 'points' | 'bands'): number | null {
  if (count === 0 || share < -0.02 || share > 1.02) return null;
  const inside = Math.max(0, Math.min(1, share));
  return snap === 'points' ? Math.round(inside * (count - 1)) : Math.min(count - 1, Math.floor(inside * count));
}

/** Where a point or the middle of a bar stands between the edges of the plot. */
export function shareOf(index: number, count: number, snap: 'points' | 'bands'): number {
  return snap === 'bands' ? (index + 0.5) / count : count < 2 ? 0 : index / (count - 1);
}
