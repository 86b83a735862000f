import { Hourglass, Lock } from 'lucide-react';
import type { Filters, Grain, MetricInfo } from '#contract/metrics';
import { formatMetric, metricParts } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { patchQuery } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Delta } from '../../ui/Delta.tsx';
import { Spark } from '../../ui/Spark.tsx';

const WANTED = ['sales', 'orders', 'customer_price', 'buyers', 'units', 'return_rate', 'aov', 'net_sales', 'repeat_rate', 'refund_rate'];
const SHOWN = 6;

export interface BoardRequest {
  readonly from: string;
  readonly to: string;
  readonly filters: Filters;
  readonly compare?: 'previous' | 'year';
}

interface TilesProps {
  readonly metrics: readonly MetricInfo[];
  readonly request: BoardRequest;
  readonly grain: Grain;
  readonly currency: string;
  readonly chosen: string;
  onOpen(metric: string): void;
}

/** The strip of key figures: click the name to chart it, the number to see its rows. */
export function Tiles({ metrics, request, grain, currency, chosen, onOpen }: TilesProps) {
  const { t, text, lang } = useWords();
  const lit = WANTED.flatMap((id) => metrics.filter((metric) => metric.id === id && metric.state === 'lit')).slice(0, SHOWN);
  const answer = useEngine('metrics.query', { ids: lit.map((metric) => metric.id), grain, ...request });
  return (
    <Await answer={answer} height={110}>
      {(reply) => (
        <div className="kpis" style={{ gridTemplateColumns: `repeat(${lit.length}, minmax(0, 1fr))` }}>
          {lit.map((metric) => {
            const value = reply.total[metric.id];
            const { number, suffix } = metricParts(value?.value ?? null, metric.unit, currency, lang);
            // A value that is there and may still change.
            const unfinished = value?.why != null && value.value !== null ? value.why.message : null;
            return (
              <div key={metric.id} className="kpi" data-testid={`tile-${metric.id}`}>
                <button type="button" className={metric.id === chosen ? 'lb on' : 'lb'} aria-pressed={metric.id === chosen} onClick={() => patchQuery({ metric: metric.id })}>
                  <span className="el">{text(metric.title)}</span>
                  {unfinished === null ? null : (
                    <span className="tw" title={text(unfinished)}>
                      <Hourglass className="i xs" aria-label={text(unfinished)} />
                    </span>
                  )}
                </button>
                <button type="button" className="vl" onClick={() => onOpen(metric.id)} title={text(metric.definition)}>
                  {number}
                  {suffix === '' ? null : <small>{suffix}</small>}
                </button>
                {value?.why == null || unfinished !== null ? null : (
                  <div className="was row g4">
                    <Lock className="i xs" aria-hidden="true" />
                    <span className="el">{text(value.why.message)}</span>
                  </div>
                )}
                <div className="ft">
                  <div className="col">
                    <Delta value={value?.value ?? null} previous={value?.previous ?? null} unit={metric.unit} good={metric.good} />
                    <span className="was">
                      {value?.previous === null || value?.previous === undefined
                        ? request.compare === undefined
                          ? ''
                          : t('board.noCompare')
                        : t('board.was', { value: formatMetric(value.previous, metric.unit, currency, lang) })}
                    </span>
                  </div>
                  <Spark values={reply.rows.map((row) => row.metrics[metric.id]?.value ?? null)} />
                </div>
              </div>
            );
          })}
        </div>
      )}
    </Await>
  );
}
