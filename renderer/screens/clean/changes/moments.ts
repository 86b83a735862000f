import type { TableMoment, TableMoments } from '#contract/changes';
import type { ChoiceOption } from '../../../ui/Choice.tsx';
import { formatDay, formatInstant, localDay } from '../../../format/dates.ts';
import type { Words } from '../../../i18n/index.ts';

const WEEK_MS = 7 * 86_400_000;

/** With what a table is compared: `week`, `import` or the number of a change. */
export type Since = string;

/** What is compared when nothing was chosen: last week, else the last import, else the earliest there is. */
export function defaultSince({ moments, week, lastImport }: TableMoments): Since | null {
  if (week !== null) return 'week';
  if (lastImport !== null) return 'import';
  const earliest = moments.at(-1);
  return earliest === undefined || earliest.current ? null : String(earliest.n);
}

/** The number of the change that a choice means; null where there is none. */
export function momentOf({ moments, week, lastImport }: TableMoments, since: Since): number | null {
  if (since === 'week') return week;
  if (since === 'import') return lastImport;
  const n = Number(since);
  const there = Number.isInteger(n) && moments.length > 0 && n >= (moments.at(-1) as TableMoment).n;
  return there ? n : null;
}

/** Everything a table can be compared with: the usual two, versions with a name, every change of it but the last, and what is chosen now. */
export function sinceOptions(all: TableMoments, chosen: Since | null, { t, text, lang }: Words, now: Date = new Date()): ChoiceOption[] {
  const { moments, week, lastImport } = all;
  const named = moments.filter(({ name }) => name !== null);
  const rest = moments.filter(({ current, name }) => !current && name === null);
  const options: ChoiceOption[] = [
    ...(week === null ? [] : [{ value: 'week', label: t('changes.week'), detail: t('changes.week.detail', { day: formatDay(localDay(new Date(now.getTime() - WEEK_MS).toISOString()), lang) }) }]),
    ...(lastImport === null ? [] : [{ value: 'import', label: t('changes.import'), detail: importedAt(moments, lang) }]),
    ...named.map(({ n, at, name }) => ({ value: String(n), label: name ?? '', detail: formatInstant(at, lang) })),
    ...rest.map(({ n, at, title }) => ({ value: String(n), label: t('changes.after', { title: text(title) }), detail: formatInstant(at, lang) })),
  ];
  const n = chosen === null ? null : momentOf(all, chosen);
  const moment = n === null ? undefined : moments.find((one) => one.n <= n);
  if (chosen !== null && moment !== undefined && !options.some(({ value }) => value === chosen))
    options.push({ value: chosen, label: t('changes.after', { title: text(moment.title) }), detail: formatInstant(moment.at, lang) });
  return options;
}

function importedAt(moments: readonly TableMoment[], lang: Words['lang']): string {
  const last = moments.find(({ imported }) => imported);
  return last === undefined ? '' : formatInstant(last.at, lang);
}
