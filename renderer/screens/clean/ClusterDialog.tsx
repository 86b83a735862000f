import { useState } from 'react';
import { CLUSTER_METHODS, type Cluster, type ClusterMethod } from '#contract/facets';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { reveal } from '../../state/reveal.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

interface ClusterDialogProps {
  readonly dataset: string;
  readonly step: number;
  readonly column: string;
  /** Old → new, as a list for one step. */
  onApply(values: readonly (readonly [string, string])[]): void;
  onClose(): void;
}

/** What a person made of a cluster: taken or not, and the spelling for all. */
interface Decision {
  readonly on: boolean;
  readonly text: string;
}

/** Spellings of the same thing, reviewed one by one and made one by a single step. */
export function ClusterDialog({ dataset, step, column, onApply, onClose }: ClusterDialogProps) {
  const { t } = useWords();
  const shown = useStore(reveal);
  const [method, setMethod] = useState<ClusterMethod>('fingerprint');
  const answer = useEngine('cluster.find', { dataset, step, column, method, reveal: shown });
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const keyOf = (cluster: Cluster) => `${method} ${cluster.values[0]?.text ?? ''}`;
  const decided = (cluster: Cluster): Decision => decisions.get(keyOf(cluster)) ?? { on: false, text: cluster.proposed };
  const decide = (cluster: Cluster, change: Partial<Decision>) => setDecisions((old) => new Map(old).set(keyOf(cluster), { ...decided(cluster), ...change }));
  const clusters = answer.data ?? [];
  const taken = clusters.filter((cluster) => decided(cluster).on);
  const pairs = taken.flatMap((cluster) => cluster.values.filter(({ text }) => text !== decided(cluster).text).map(({ text }) => [text, decided(cluster).text] as const));
  const all = clusters.length > 0 && taken.length === clusters.length;
  return (
    <Dialog
      title={t('cluster.title', { column })}
      onClose={onClose}
      style={{ width: 820, height: '80vh' }}
      testId="cluster-dialog"
      footer={
        <>
          <span className="t2 f12 num">{t('cluster.taken', { clusters: taken.length, values: pairs.length })}</span>
          <span className="sp" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={pairs.length === 0} onPress={() => onApply(pairs)} testId="cluster-apply">
            {t('cluster.apply')}
          </Button>
        </>
      }
    >
      <div className="cluster-bar">
        <Segmented
          label={t('cluster.method')}
          value={method}
          options={CLUSTER_METHODS.map((id) => ({ value: id, label: t(`cluster.${id}`) }))}
          onChange={(next) => {
            setMethod(next as ClusterMethod);
            setDecisions(new Map());
          }}
        />
        <p className="t3 f12 lines">{t(`cluster.${method}.detail`)}</p>
      </div>
      <div className="cluster-body">
        <Await answer={answer} lines={8}>
          {() =>
            clusters.length === 0 ? (
              <Empty title={t('cluster.none')}>{t('cluster.none.detail')}</Empty>
            ) : (
              <table className="tbl cluster-tbl" aria-label={t('cluster.title', { column })}>
                <thead>
                  <tr>
                    <th scope="col" className="tick-col">
                      <input
                        type="checkbox"
                        aria-label={t('cluster.all')}
                        checked={all}
                        onChange={() => setDecisions(new Map(clusters.map((cluster) => [keyOf(cluster), { ...decided(cluster), on: !all }])))}
                        data-testid="cluster-all"
                      />
                    </th>
                    <th scope="col">{t('cluster.spellings')}</th>
                    <th scope="col" className="r">
                      {t('aggregate.rows')}
                    </th>
                    <th scope="col">{t('cluster.becomes')}</th>
                  </tr>
                </thead>
                <tbody>
                  {clusters.map((cluster) => (
                    <tr key={keyOf(cluster)}>
                      <td className="tick-col">
                        <input type="checkbox" aria-label={cluster.proposed} checked={decided(cluster).on} onChange={() => decide(cluster, { on: !decided(cluster).on })} />
                      </td>
                      <td>
                        {cluster.values.map(({ text, count }) => (
                          <button key={text} type="button" className="spelling" title={t('cluster.use')} onClick={() => decide(cluster, { on: true, text })}>
                            <span className="pre">{text}</span> <span className="t3 num">{formatNumber(count)}</span>
                          </button>
                        ))}
                      </td>
                      <td className="r num">{formatNumber(cluster.rows)}</td>
                      <td>
                        <input
                          className="inp"
                          aria-label={`${t('cluster.becomes')} ${cluster.proposed}`}
                          value={decided(cluster).text}
                          onChange={(event) => decide(cluster, { on: true, text: event.target.value })}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Await>
      </div>
    </Dialog>
  );
}
