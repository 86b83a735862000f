import { CalendarDays, X } from 'lucide-react';
import type { Grain, ScopeReply } from '#contract/metrics';
import { formatMonth, formatPeriod, isDay } from '../../format/dates.ts';
import { useWords } from '../../i18n/index.ts';
import { patchQuery } from '../../state/router.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { type BoardQuery, namedMonths, PRESETS, presetPeriod } from './boardQuery.ts';

const PRESET_KEYS = {
  'last-month': 'board.lastFullMonth',
  'month-before': 'board.monthBefore',
  quarter: 'board.quarter',
  'last-30': 'board.last30',
  everything: 'board.everything',
  custom: 'board.custom',
} as const;
const FILTERS_SHOWN = 4;

/** Period, comparison, filters and grain, reading as one sentence. */
export function BoardBar({ scope, board }: { readonly scope: ScopeReply; readonly board: BoardQuery }) {
  const { t, text, lang } = useWords();
  const months = namedMonths(scope).map((month) => ({ value: `m:${month.from}`, label: formatMonth(month.from, lang) }));
  const presets = PRESETS.map((preset) => {
    const period = presetPeriod(preset, scope);
    return {
      value: preset,
      label: t(PRESET_KEYS[preset]),
      ...(period === null || preset === 'custom' ? {} : { detail: formatPeriod(period.from, period.to, lang) }),
    };
  });
  const periods = [...presets.slice(0, -1), ...months, ...presets.slice(-1)];
  const setDay = (name: 'from' | 'to', day: string) => {
    if (isDay(day)) patchQuery({ preset: 'custom', from: board.from, to: board.to, [name]: day });
  };
  return (
    <div className="bar wrap board-bar">
      <Choice
        label={t('board.period')}
        value={board.preset}
        options={periods}
        icon={<CalendarDays className="i t3" />}
        onChange={(preset) => patchQuery(preset === 'custom' ? { preset, from: board.from, to: board.to } : { preset, from: undefined, to: undefined })}
        testId="board-period"
      />
      {board.preset === 'custom' ? (
        <>
          <input className="inp day" type="date" aria-label={t('board.from')} value={board.from} max={board.to} onChange={(event) => setDay('from', event.target.value)} />
          <span className="t3">–</span>
          <input className="inp day" type="date" aria-label={t('board.to')} value={board.to} min={board.from} onChange={(event) => setDay('to', event.target.value)} />
        </>
      ) : (
        <span className="t2 f12 nw num bar-period">{formatPeriod(board.from, board.to, lang)}</span>
      )}
      <span className="t3 f12 nw">{t('board.compare')}</span>
      <Choice
        label={t('board.compare')}
        value={board.compare ?? 'none'}
        options={[
          { value: 'previous', label: t('board.previous') },
          { value: 'year', label: t('board.year') },
          { value: 'none', label: t('board.nothing') },
        ]}
        onChange={(compare) => patchQuery({ compare })}
        testId="board-compare"
      />
      {scope.dimensions
        .filter((dimension) => dimension.id !== 'sku' && dimension.values.length <= 80)
        .slice(0, FILTERS_SHOWN)
        .map((dimension) => {
          const chosen = board.filters[dimension.id]?.[0] ?? null;
          return (
            <span key={dimension.id} className="row g2">
              <Choice
                label={text(dimension.title)}
                small
                value={chosen ?? ''}
                options={[{ value: '', label: `${text(dimension.title)} · ${t('board.filterAll')}` }, ...dimension.values.map((value) => ({ value: value.value, label: text(value.title) }))]}
                onChange={(value) => patchQuery({ [`f.${dimension.id}`]: value === '' ? undefined : value })}
                testId={`filter-${dimension.id}`}
              />
              {chosen === null ? null : (
                <button type="button" className="ib" aria-label={t('remove')} onClick={() => patchQuery({ [`f.${dimension.id}`]: undefined })}>
                  <X className="i s" />
                </button>
              )}
            </span>
          );
        })}
      <span className="sp" />
      <Segmented<Grain>
        label={t('board.grain')}
        value={board.grain}
        options={(['day', 'week', 'month'] as const).map((grain) => ({ value: grain, label: t(`grain.${grain}`) }))}
        onChange={(grain) => patchQuery({ grain })}
      />
    </div>
  );
}
