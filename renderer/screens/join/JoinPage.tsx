import { ArrowLeftRight, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { JoinHow, KeyDecisions, KeyTidying } from '#contract/documents';
import type { DatasetInfo } from '#contract/datasets';
import type { JoinRequest, TableLink } from '#contract/recipe';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AlikeQueue } from './AlikeQueue.tsx';
import { decisionsIn, keptDecisions, type TextPair, withTidy } from './decisions.ts';
import { firstPair } from './firstPair.ts';
import { KeyPairs } from './KeyPairs.tsx';
import { KeySuggestions } from './KeySuggestions.tsx';
import { MatchReport } from './MatchReport.tsx';
import { RelationsMap } from './RelationsMap.tsx';
import { useLatest } from './useLatest.ts';

const HOWS: readonly JoinHow[] = ['left', 'inner', 'full', 'anti'];

interface JoinPageProps {
  readonly datasets: readonly DatasetInfo[];
  /** A join that was made and is to be changed. */
  readonly made?: JoinRequest;
}

/** Joins two tables; how they match is known before anything is made. */
export function JoinPage({ datasets: all, made }: JoinPageProps) {
  const datasets = made === undefined ? all : all.filter(({ id }) => id !== made.replace);
  const { t } = useWords();
  const top = useRef<HTMLElement>(null);
  const model = useEngine('model.get', {});
  const [first, second] = model.data === undefined ? ['', ''] : firstPair(datasets, model.data.datasets);
  const [pickedLeft, setLeft] = useState(made?.left ?? null);
  const [pickedRight, setRight] = useState(made?.right ?? null);
  const leftId = pickedLeft ?? first;
  const rightId = pickedRight ?? second;
  const [how, setHow] = useState<JoinHow>(made?.how ?? 'left');
  const [chosen, setChosen] = useState<readonly TextPair[] | null>(made === undefined ? null : Object.entries(made.on));
  const [decided, setDecided] = useState<KeyDecisions | null>(made === undefined ? null : decisionsIn(made));
  const [name, setName] = useState(made?.into ?? null);
  const left = datasets.find((one) => one.id === leftId);
  const right = datasets.find((one) => one.id === rightId);
  const different = leftId !== '' && rightId !== '' && leftId !== rightId;
  const suggestions = useEngine('join.suggest', different ? { left: leftId, right: rightId } : null);
  const leftColumns = useEngine('datasets.page', leftId === '' ? null : { dataset: leftId, limit: 1 });
  const rightColumns = useEngine('datasets.page', rightId === '' ? null : { dataset: rightId, limit: 1 });
  const best = suggestions.data?.[0];
  const pairs: readonly TextPair[] = chosen ?? (best === undefined ? [] : [[best.left, best.right]]);
  const keys = pairs.filter(([a, b]) => a !== '' && b !== '');
  const into = name ?? `${left?.name ?? ''}_${right?.name ?? ''}`;
  const on = Object.fromEntries(keys);
  const about = different && keys.length > 0 ? { left: leftId, right: rightId, on } : null;
  const remembered = useEngine('join.remembered', about);
  const decisions = decided ?? remembered.data ?? {};
  const request: JoinRequest | null = about !== null && into.trim() !== '' ? { ...about, ...decisions, how, into: into.trim(), ...(made?.replace !== undefined && { replace: made.replace }) } : null;
  const report = useLatest(useEngine('join.run', request === null ? null : { ...request, dryRun: true }), JSON.stringify(about));
  const pick = (nextLeft: string, nextRight: string, nextPairs: readonly TextPair[] | null = null) => {
    setLeft(nextLeft);
    setRight(nextRight);
    setChosen(nextPairs);
    setDecided(null);
  };
  const setPairs = (next: readonly TextPair[]) => {
    setChosen(next);
    // Of keys that are new it is remembered what was decided before; those that stay keep what is decided now.
    setDecided(decided === null ? null : { ...keptDecisions(decided, keys, next) });
  };
  const tidy = (column: string, list: readonly KeyTidying[]) => setDecided(withTidy(decisions, column, list));
  const choose = (link: TableLink) => {
    pick(link.from, link.to, link.on);
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  const run = async () => {
    if (request === null) return;
    const reply = await runJob(t('join.running'), (options) => change('join.run', request, options));
    if (reply === undefined) return;
    toastUndo(t(made === undefined ? 'join.done' : 'join.changed', { name: request.into, rows: reply.rowsResult }));
    go('clean', [made?.replace ?? request.into]);
  };
  const options = datasets.map((one) => ({ value: one.id, label: one.name }));
  return (
    <main className="main">
      <div className="ph">
        <h1>
          <span className="crumb">{t('stage.clean')} /</span> {made === undefined ? t('join.title') : made.into}
        </h1>
        <span className="sp" />
        <Button kind="primary" disabled={request === null || report.data === undefined} onPress={() => void run()} testId="join-run">
          {made === undefined ? t('join.run') : t('join.change')}
        </Button>
      </div>
      <div className="bar t2 f12">{t(made === undefined ? 'join.detail' : 'join.detailMade')}</div>
      <div className="pg scroll-y">
        <section ref={top} className="card pad-16">
          <div className="join-grid">
            <div className="field">
              <span>{t('join.left')}</span>
              <Choice label={t('join.left')} wide value={leftId} options={options} onChange={(id) => pick(id, rightId)} testId="join-left" />
            </div>
            <Button kind="icon" label={t('join.swap')} icon={<ArrowLeftRight className="i" />} onPress={() => pick(rightId, leftId)} />
            <div className="field">
              <span>{t('join.right')}</span>
              <Choice label={t('join.right')} wide value={rightId} options={options} onChange={(id) => pick(leftId, id)} testId="join-right" />
            </div>
            <label className="field">
              <span>{t('join.into')}</span>
              <input className="inp" value={into} onChange={(event) => setName(event.target.value)} data-testid="join-into" />
            </label>
          </div>
          <div className="field pad-t">
            <span>{t('join.how')}</span>
            <Segmented<JoinHow> label={t('join.how')} value={how} options={HOWS.map((one) => ({ value: one, label: t(`join.how.${one}`) }))} onChange={setHow} />
          </div>
          <KeyPairs pairs={pairs} left={leftColumns.data?.columns ?? []} right={rightColumns.data?.columns ?? []} decisions={decisions} onChange={setPairs} onTidy={tidy} />
          {suggestions.data === undefined ? null : <KeySuggestions suggestions={suggestions.data} chosen={keys} onChoose={(pair) => setPairs([pair])} />}
        </section>
        {request === null ? (
          <p className="t2 pad row g8">
            <TriangleAlert className="i t3" aria-hidden="true" />
            {t('join.choose')}
          </p>
        ) : (
          <>
            <MatchReport
              report={report}
              left={left?.name ?? ''}
              right={right?.name ?? ''}
              leftColumns={leftColumns.data?.columns ?? []}
              rightColumns={rightColumns.data?.columns ?? []}
              decisions={decisions}
              onTidy={tidy}
            />
            <AlikeQueue request={request} decisions={decisions} remembered={decided === null} onDecide={setDecided} />
          </>
        )}
        <RelationsMap onChoose={choose} />
      </div>
    </main>
  );
}
