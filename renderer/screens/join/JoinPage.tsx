import { ArrowLeftRight, Plus, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { JoinHow } from '#contract/documents';
import type { DatasetInfo } from '#contract/import';
import type { JoinRequest } from '#contract/recipe';
import { formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { firstPair } from './firstPair.ts';
import { MatchReport } from './MatchReport.tsx';

const HOWS: readonly JoinHow[] = ['left', 'inner', 'full', 'anti'];

/** Joins two tables; how they match is known before anything is made. */
export function JoinPage({ datasets }: { readonly datasets: readonly DatasetInfo[] }) {
  const { t, text } = useWords();
  const model = useEngine('model.get', {});
  const [first, second] = model.data === undefined ? ['', ''] : firstPair(datasets, model.data.datasets);
  const [pickedLeft, setLeft] = useState<string | null>(null);
  const [pickedRight, setRight] = useState<string | null>(null);
  const leftId = pickedLeft ?? first;
  const rightId = pickedRight ?? second;
  const [how, setHow] = useState<JoinHow>('left');
  const [chosen, setChosen] = useState<readonly (readonly [string, string])[] | null>(null);
  const [name, setName] = useState<string | null>(null);
  const left = datasets.find((one) => one.id === leftId);
  const right = datasets.find((one) => one.id === rightId);
  const different = leftId !== '' && rightId !== '' && leftId !== rightId;
  const suggestions = useEngine('join.suggest', different ? { left: leftId, right: rightId } : null);
  const leftColumns = useEngine('datasets.page', leftId === '' ? null : { dataset: leftId, limit: 1 });
  const rightColumns = useEngine('datasets.page', rightId === '' ? null : { dataset: rightId, limit: 1 });
  const best = suggestions.data?.[0];
  const pairs = chosen ?? (best === undefined ? [] : [[best.left, best.right] as const]);
  const keys = pairs.filter(([a, b]) => a !== '' && b !== '');
  const into = name ?? `${left?.name ?? ''}_${right?.name ?? ''}`;
  const request: JoinRequest | null = different && keys.length > 0 && into.trim() !== '' ? { left: leftId, right: rightId, on: Object.fromEntries(keys), how, into: into.trim() } : null;
  const report = useEngine('join.run', request === null ? null : { ...request, dryRun: true });
  const pick = (side: 'left' | 'right', id: string) => {
    setChosen(null);
    if (side === 'left') setLeft(id);
    else setRight(id);
  };
  const run = async () => {
    if (request === null) return;
    const reply = await runJob(t('join.running'), (options) => change('join.run', request, options));
    if (reply === undefined) return;
    toastUndo(t('join.done', { name: request.into, rows: reply.rowsResult }));
    go('clean', [request.into]);
  };
  const options = datasets.map((one) => ({ value: one.id, label: one.name }));
  const names = (page: typeof leftColumns) => (page.data?.columns ?? []).map((column) => ({ value: column.name, label: column.name }));
  const setPair = (index: number, pair: readonly [string, string]) => setChosen(pairs.map((old, at) => (at === index ? pair : old)));
  return (
    <main className="main">
      <div className="ph">
        <h1>
          <span className="crumb">{t('stage.clean')} /</span> {t('join.title')}
        </h1>
        <span className="sp" />
        <Button kind="primary" disabled={request === null || report.data === undefined} onPress={() => void run()} testId="join-run">
          {t('join.run')}
        </Button>
      </div>
      <div className="bar t2 f12">{t('join.detail')}</div>
      <div className="pg scroll-y">
        <section className="card pad-16">
          <div className="join-grid">
            <div className="field">
              <span>{t('join.left')}</span>
              <Choice label={t('join.left')} wide value={leftId} options={options} onChange={(id) => pick('left', id)} testId="join-left" />
            </div>
            <Button
              kind="icon"
              label={t('join.swap')}
              icon={<ArrowLeftRight className="i" />}
              onPress={() => {
                setChosen(null);
                setLeft(rightId);
                setRight(leftId);
              }}
            />
            <div className="field">
              <span>{t('join.right')}</span>
              <Choice label={t('join.right')} wide value={rightId} options={options} onChange={(id) => pick('right', id)} testId="join-right" />
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
          <div className="field pad-t">
            <span>{t('join.keys')}</span>
            {pairs.map(([a, b], index) => (
              <div key={`key ${index + 1}`} className="row g8">
                <Choice
                  label={`${t('join.left')} ${index + 1}`}
                  value={a || null}
                  options={names(leftColumns)}
                  onChange={(column) => setPair(index, [column, b])}
                  placeholder={t('param.chooseColumn')}
                />
                <span className="t3">=</span>
                <Choice
                  label={`${t('join.right')} ${index + 1}`}
                  value={b || null}
                  options={names(rightColumns)}
                  onChange={(column) => setPair(index, [a, column])}
                  placeholder={t('param.chooseColumn')}
                />
                <Button kind="icon" label={t('remove')} icon={<X className="i s" />} onPress={() => setChosen(pairs.filter((_, at) => at !== index))} />
              </div>
            ))}
            <div>
              <Button size="small" icon={<Plus className="i s" />} onPress={() => setChosen([...pairs, ['', '']])}>
                {t('join.addKey')}
              </Button>
            </div>
          </div>
          {suggestions.data === undefined ? null : suggestions.data.length === 0 ? (
            <p className="t3 f12 pad-t">{t('join.none')}</p>
          ) : (
            <div className="row g6 wrap pad-t">
              <span className="t3 f12">{t('join.suggested')}</span>
              {suggestions.data.slice(0, 6).map((one) => (
                <button
                  key={`${one.left} ${one.right}`}
                  type="button"
                  className={keys.some(([a, b]) => a === one.left && b === one.right) ? 'chip acc' : 'chip'}
                  title={text(one.reason)}
                  onClick={() => setChosen([[one.left, one.right]])}
                >
                  {one.left === one.right ? one.left : `${one.left} = ${one.right}`} <b>{t('join.key', { rate: formatPercent(one.matchRate) })}</b>
                </button>
              ))}
            </div>
          )}
        </section>
        {request === null ? (
          <p className="t2 pad row g8">
            <TriangleAlert className="i t3" aria-hidden="true" />
            {t('join.choose')}
          </p>
        ) : (
          <MatchReport report={report} left={left} right={right} leftColumns={leftColumns.data?.columns ?? []} rightColumns={rightColumns.data?.columns ?? []} />
        )}
      </div>
    </main>
  );
}
