import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { MetricInfo, ScopeReply } from '#contract/metrics';
import { ChartPanel } from '../../charts/ChartPanel.tsx';
import { formatPeriod } from '../../format/dates.ts';
import { compactMoney } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { go, useRoute } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Attention } from './Attention.tsx';
import { BoardBar } from './BoardBar.tsx';
import { type BoardQuery, bucketPeriod, readBoard } from './boardQuery.ts';
import { BreakdownCard } from './BreakdownCard.tsx';
import { RowsDrawer } from './RowsDrawer.tsx';
import { Tiles } from './Tiles.tsx';

/** The month in one look, the reason for the change, what needs care. */
export function OverviewPage() {
  const { t } = useWords();
  const scope = useEngine('metrics.scope', {});
  const catalogue = useEngine('metrics.catalogue', {});
  return (
    <main className="main">
      <Await answer={scope} lines={6}>
        {(found) =>
          found.from === null ? (
            <div className="pg pad-t">
              <Empty
                title={t('board.noData')}
                actions={
                  <Button kind="primary" onPress={() => void chooseFiles()}>
                    {t('choose.files')}
                  </Button>
                }
              >
                {t('board.noDataDetail')}
              </Empty>
            </div>
          ) : (
            <Await answer={catalogue}>{(metrics) => <Board scope={found} metrics={metrics} />}</Await>
          )
        }
      </Await>
    </main>
  );
}

function Board({ scope, metrics }: { readonly scope: ScopeReply; readonly metrics: readonly MetricInfo[] }) {
  const { t, text } = useWords();
  const { query } = useRoute();
  const [open, setOpen] = useState<{ readonly metric: string; readonly from?: string; readonly to?: string } | null>(null);
  const board = readBoard(query, scope);
  const chosen = query['metric'] ?? 'sales';
  const metric = metrics.find((candidate) => candidate.id === chosen && candidate.state === 'lit') ?? metrics.find((candidate) => candidate.id === 'sales');
  if (board === null || metric === undefined) return null;
  const request = { from: board.from, to: board.to, filters: board.filters, ...(board.compare === undefined ? {} : { compare: board.compare }) };
  return (
    <>
      <div className="ph">
        <h1>{t('board.overview')}</h1>
        <span className="sp" />
        <Button icon={<FileText className="i" />} onPress={() => go('report', ['monthly'], { from: board.from, to: board.to })} testId="board-report">
          {t('board.addToReport')}
        </Button>
      </div>
      <BoardBar scope={scope} board={board} />
      <div className="pg scroll-y board">
        <Tiles metrics={metrics} request={request} grain={board.grain} currency={scope.currency} chosen={metric.id} onOpen={(id) => setOpen({ metric: id })} />
        <div className="board-row">
          <ChartPanel
            title={t('board.by', { metric: text(metric.title), grain: t(`grain.${board.grain as 'day'}`).toLowerCase() })}
            subtitle={<Legend board={board} />}
            request={{ chart: 'daily', metric: metric.id, grain: board.grain, ...request }}
            onSelect={([day]) => {
              if (typeof day === 'string') setOpen({ metric: metric.id, ...bucketPeriod(day, board) });
            }}
            testId="board-chart"
          />
          <DriversCard request={request} compare={board.compare} currency={scope.currency} />
        </div>
        <div className="board-row even">
          <BreakdownCard scope={scope} metrics={metrics} request={request} />
          <Attention metrics={metrics} />
        </div>
      </div>
      {open === null ? null : (
        <RowsDrawer
          metric={metrics.find((candidate) => candidate.id === open.metric) ?? metric}
          request={{ ...request, from: open.from ?? board.from, to: open.to ?? board.to }}
          currency={scope.currency}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** What the two lines of the chart are. */
function Legend({ board }: { readonly board: BoardQuery }) {
  const { t, lang } = useWords();
  return (
    <span className="legend">
      <i className="solid" />
      {formatPeriod(board.from, board.to, lang)}
      {board.compare === undefined ? null : (
        <>
          <i className="dash" />
          {board.compare === 'year' ? t('board.year') : t('board.previous')}
        </>
      )}
    </span>
  );
}

function DriversCard({ request, compare, currency }: { readonly request: Pick<BoardQuery, 'from' | 'to' | 'filters'>; readonly compare: BoardQuery['compare']; readonly currency: string }) {
  const { t, text, lang } = useWords();
  const answer = useEngine('metrics.drivers', { ...request, compare: compare ?? 'previous' });
  const reply = answer.data;
  if (reply !== undefined && reply.why !== null) {
    return (
      <section className="card">
        <div className="ch">
          <h3>{t('board.changed')}</h3>
        </div>
        <div className="cb t2">
          <p>{text(reply.sentence)}</p>
          <p className="t3 f12">{text(reply.why.message)}</p>
        </div>
      </section>
    );
  }
  const change = reply === undefined ? '' : compactMoney(reply.after - reply.before, currency, lang);
  return (
    <ChartPanel
      title={t('board.changed')}
      subtitle={reply !== undefined && reply.after >= reply.before ? `+${change}` : change}
      request={{ chart: 'drivers', ...request, compare: compare ?? 'previous' }}
      testId="board-drivers"
    >
      {reply === undefined ? null : <p className="t2 f12 chart-words">{text(reply.sentence)}</p>}
    </ChartPanel>
  );
}
