import { useState } from 'react';
import type { MetricInfo, ScopeReply } from '#contract/metrics';
import { formatMetric, formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { patchQuery } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Delta } from '../../ui/Delta.tsx';
import type { BoardRequest } from './Tiles.tsx';

const ROWS = 7;
/** A channel keeps its colour everywhere; more than seven share grey. */
const COLOURS = ['bg1', 'bg2', 'bg3', 'bg4', 'bg5', 'bg6'];

/** Sales by channel, country or another dimension, with shares that add up to all. A click on a row filters by it. */
export function BreakdownCard({ scope, metrics, request }: { readonly scope: ScopeReply; readonly metrics: readonly MetricInfo[]; readonly request: BoardRequest }) {
  const { t, text, lang } = useWords();
  const sales = metrics.find((metric) => metric.id === 'sales');
  const orders = metrics.find((metric) => metric.id === 'orders');
  const offered = scope.dimensions.filter((dimension) => sales?.dimensions.includes(dimension.id));
  const [chosen, setChosen] = useState<string | null>(null);
  const dimension = offered.find((candidate) => candidate.id === chosen) ?? offered[0];
  const answer = useEngine('metrics.query', dimension === undefined ? null : { ids: ['sales', 'orders'], by: [dimension.id], ...request });
  if (dimension === undefined || sales === undefined || orders === undefined) return null;
  const titleOf = (value: string | null | undefined) => {
    const found = dimension.values.find((one) => one.value === value);
    return found === undefined ? (value ?? '—') : text(found.title);
  };
  return (
    <section className="card" data-testid="board-breakdown">
      <div className="ch">
        <h3>{t('board.salesBy', { metric: text(sales.title) })}</h3>
        <Choice label={t('board.breakdown')} small value={dimension.id} options={offered.map((one) => ({ value: one.id, label: text(one.title) }))} onChange={setChosen} />
        <span className="sp" />
      </div>
      <Await answer={answer} lines={5}>
        {(reply) => {
          const known = (row: (typeof reply.rows)[number]) => Number((row.dimensions[dimension.id] ?? '') !== '');
          // What is not known stands last, however much it is.
          const sorted = [...reply.rows].sort((a, b) => known(b) - known(a) || (b.metrics['sales']?.value ?? 0) - (a.metrics['sales']?.value ?? 0));
          const top = sorted.length > ROWS ? sorted.slice(0, ROWS - 1) : sorted;
          const rest = sorted.slice(top.length);
          const total = reply.total['sales']?.value ?? 0;
          const sum = (id: string, side: 'value' | 'previous') => rest.reduce((all, row) => all + (row.metrics[id]?.[side] ?? 0), 0);
          const compared = reply.compared !== null && reply.total['sales']?.previous !== null;
          const lines = [
            ...top.map((row, i) => ({
              key: String(row.dimensions[dimension.id]),
              name: titleOf(row.dimensions[dimension.id]),
              value: row.metrics['sales']?.value ?? 0,
              previous: row.metrics['sales']?.previous ?? null,
              orders: row.metrics['orders']?.value ?? 0,
              colour: COLOURS[i] ?? 'bg0',
              filter: row.dimensions[dimension.id] ?? null,
            })),
            ...(rest.length === 0
              ? []
              : [
                  {
                    key: 'rest',
                    name: t('board.others', { n: rest.length }),
                    value: sum('sales', 'value'),
                    previous: compared ? sum('sales', 'previous') : null,
                    orders: sum('orders', 'value'),
                    colour: 'bg0',
                    filter: null,
                  },
                ]),
          ];
          return (
            <table className="tbl">
              <thead>
                <tr>
                  <th>{text(dimension.title)}</th>
                  <th className="r">{text(sales.title)}</th>
                  <th aria-hidden="true" />
                  <th className="r">{t('board.share')}</th>
                  <th className="r">{t('board.change')}</th>
                  <th className="r">{text(orders.title)}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.key}>
                    <td className="el cut">
                      <span className={`sq gap-r ${line.colour}`} />
                      {line.filter === null ? (
                        line.name
                      ) : (
                        <button type="button" className="lk plain" onClick={() => patchQuery({ [`f.${dimension.id}`]: line.filter ?? undefined })}>
                          {line.name}
                        </button>
                      )}
                    </td>
                    <td className="r">{formatMetric(line.value, 'money', scope.currency, lang)}</td>
                    <td className="meter-cell">
                      <span className="meter">
                        <i className={line.colour} style={{ width: `${total === 0 ? 0 : Math.max(0, (line.value / total) * 100)}%` }} />
                      </span>
                    </td>
                    <td className="r">{formatPercent(total === 0 ? null : line.value / total)}</td>
                    <td className="r">
                      <Delta value={line.value} previous={line.previous} unit="money" good="up" />
                    </td>
                    <td className="r">{formatMetric(line.orders, 'count', scope.currency, lang)}</td>
                  </tr>
                ))}
                <tr className="tot">
                  <td>{t('board.total')}</td>
                  <td className="r">{formatMetric(total, 'money', scope.currency, lang)}</td>
                  <td />
                  <td className="r">{formatPercent(1, 0)}</td>
                  <td className="r">
                    <Delta value={total} previous={reply.total['sales']?.previous ?? null} unit="money" good="up" />
                  </td>
                  <td className="r">{formatMetric(reply.total['orders']?.value ?? null, 'count', scope.currency, lang)}</td>
                </tr>
              </tbody>
            </table>
          );
        }}
      </Await>
    </section>
  );
}
