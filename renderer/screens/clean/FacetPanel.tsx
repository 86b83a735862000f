import { X } from 'lucide-react';
import { useState } from 'react';
import type { Cell } from '#contract/values';
import { formatCell, formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { reveal } from '../../state/reveal.ts';
import { patchQuery } from '../../state/router.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { hasShape, isOneOf, liesOutside } from './conditions.ts';

/** So many values are drawn; the search looks through all that came. */
const DRAWN = 200;

interface FacetPanelProps {
  readonly dataset: string;
  /** Steps before what is shown. */
  readonly step: number;
  readonly column: string;
  /** Rows that fulfil a condition are kept, or left out, by a new step. */
  onFilter(condition: string, action: 'keep' | 'remove'): void;
  onClusters(): void;
}

/** The values of one column with their counts; what is ticked can be kept or left out. */
export function FacetPanel({ dataset, step, column, onFilter, onClusters }: FacetPanelProps) {
  const { t } = useWords();
  const shown = useStore(reveal);
  const answer = useEngine('facet.get', { dataset, step, column, reveal: shown });
  const [by, setBy] = useState<'values' | 'shapes'>('values');
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<Cell>>(new Set());
  const toggle = (value: Cell) => setTicked((old) => new Set(old.has(value) ? [...old].filter((one) => one !== value) : [...old, value]));
  return (
    <div className="sec facet" data-testid="facet">
      <h4>
        <span className="el">{column}</span>
        <span className="sp" />
        <Button kind="icon" label={t('close')} icon={<X className="i s" />} onPress={() => patchQuery({ facet: undefined })} />
      </h4>
      <Await answer={answer} lines={6}>
        {(facet) => {
          const shapes = by === 'shapes' && facet.shapes.length > 0;
          const lines: { readonly value: Cell; readonly label: string; readonly count: number; readonly detail?: string }[] = shapes
            ? facet.shapes.map(({ shape, count, example }) => ({ value: shape, label: shape, count, detail: example }))
            : [
                ...(facet.missing === 0 ? [] : [{ value: null, label: t('facet.missing'), count: facet.missing }]),
                ...facet.values.map(({ value, count }) => ({ value, label: formatCell(value, facet.type), count })),
              ];
          const found = lines.filter((line) => line.label.toLowerCase().includes(search.trim().toLowerCase()));
          const most = Math.max(1, ...found.slice(0, DRAWN).map(({ count }) => count));
          const condition = () => (shapes ? hasShape(column, [...ticked].map(String)) : isOneOf(column, facet.type, [...ticked]));
          return (
            <>
              <div className="t3 f12 num">{t('facet.summary', { distinct: facet.distinct, missing: facet.missing })}</div>
              {facet.shapes.length === 0 ? null : (
                <Segmented
                  label={t('facet.by')}
                  value={by}
                  options={[
                    { value: 'values', label: t('facet.values') },
                    { value: 'shapes', label: t('facet.shapes') },
                  ]}
                  onChange={(next) => {
                    setBy(next as typeof by);
                    setTicked(new Set());
                  }}
                />
              )}
              {lines.length > 12 ? (
                <input className="inp" type="search" aria-label={t('facet.search')} placeholder={t('facet.search')} value={search} onChange={(event) => setSearch(event.target.value)} />
              ) : null}
              <ul className="facet-list" aria-label={t('facet.values')}>
                {found.slice(0, DRAWN).map((line) => (
                  <li key={`${typeof line.value} ${line.value}`}>
                    <label className="facet-line" title={line.detail ?? line.label}>
                      <input type="checkbox" checked={ticked.has(line.value)} onChange={() => toggle(line.value)} />
                      <span className={line.value === null ? 'el t3' : shapes ? 'el mono' : 'el'}>{line.label}</span>
                      <span className="meter" aria-hidden="true">
                        <i style={{ width: `${(line.count / most) * 100}%` }} />
                      </span>
                      <span className="num t2">{formatNumber(line.count)}</span>
                    </label>
                  </li>
                ))}
              </ul>
              {found.length > DRAWN || facet.distinct > facet.values.length ? (
                <p className="t3 f12">{t('facet.more', { shown: Math.min(DRAWN, found.length), all: shapes ? found.length : facet.distinct })}</p>
              ) : null}
              {facet.fences === null || facet.fences.outside === 0 ? null : (
                <p className="f12 lines">
                  {t('facet.outside', { n: facet.fences.outside, low: formatCell(facet.fences.low, facet.type), high: formatCell(facet.fences.high, facet.type) })}{' '}
                  <Button size="small" kind="link" onPress={() => facet.fences !== null && onFilter(liesOutside(column, facet.type, facet.fences.low, facet.fences.high), 'keep')}>
                    {t('facet.look')}
                  </Button>
                </p>
              )}
              <div className="row g8 wrap gap-top">
                <Button size="small" disabled={ticked.size === 0} onPress={() => onFilter(condition(), 'keep')} testId="facet-keep">
                  {t('facet.keep')}
                </Button>
                <Button size="small" disabled={ticked.size === 0} onPress={() => onFilter(condition(), 'remove')} testId="facet-leave-out">
                  {t('facet.leaveOut')}
                </Button>
                {facet.shapes.length === 0 ? null : (
                  <Button size="small" kind="link" onPress={onClusters} testId="facet-clusters">
                    {t('cluster.find')}
                  </Button>
                )}
              </div>
            </>
          );
        }}
      </Await>
    </div>
  );
}
