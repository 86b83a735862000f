import type { Freshness } from '#contract/freshness';
import { dayNumber } from '../values/dates.ts';
import { lastDayOf } from '../import/index.ts';
import type { DatasetState } from '../history/state.ts';
import { templateById } from '../model/index.ts';
import type { Workspace } from './workspace.ts';

const CADENCES = [1, 7, 31] as const;
/** A file may come this many days later than its turn before it is overdue. */
const GRACE: Readonly<Record<number, number>> = { 1: 1, 7: 2, 31: 5 };

/** How far each imported table (or only one) reaches, how often its files come, and whether the next one is overdue. */
export function freshness(workspace: Workspace, only?: string): Freshness[] {
  const today = dayNumber(workspace.ports.now());
  return Object.values(workspace.state.datasets).flatMap((dataset) => {
    if (dataset.origin.kind !== 'import' || (only !== undefined && dataset.id !== only)) return [];
    const range = lastDayOf(workspace.datasets.table(dataset.id), today + 1, workspace.datasets.typingOptions(dataset).offsetOf);
    const every = workspace.state.cadences[dataset.id] ?? usualCadence(dataset, range);
    const age = range === null ? null : today - range.last;
    return [
      {
        dataset: dataset.id,
        name: dataset.name,
        platform: dataset.origin.platform,
        template: dataset.origin.template,
        where: whereToFetch(dataset.origin.template),
        column: range?.column ?? null,
        lastDay: range?.lastDay ?? null,
        age,
        every,
        chosen: Object.hasOwn(workspace.state.cadences, dataset.id),
        overdue: age !== null && age > every + (GRACE[every] ?? 0),
      },
    ];
  });
}

const whereToFetch = (template: string | null): string | null => (template === null ? null : (templateById(template)?.where ?? null));

/** Days that a file of the table usually spans, as one day, one week or one month. */
function usualCadence({ origin }: DatasetState, range: { readonly first: number; readonly last: number } | null): number {
  if (range === null || origin.kind !== 'import') return 31;
  const span = (range.last - range.first + 1) / origin.sources.length;
  return CADENCES.find((days) => span <= days * 1.5) ?? 31;
}
