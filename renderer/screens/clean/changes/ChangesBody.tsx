import type { ChangesRequest, TableMoments } from '#contract/changes';
import type { DatasetInfo } from '#contract/datasets';
import { formatInstant } from '../../../format/dates.ts';
import { useWords } from '../../../i18n/index.ts';
import { useRoute } from '../../../state/router.ts';
import { Skeleton, useSlow } from '../../../ui/Await.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx';
import { ChangesBar } from './ChangesBar.tsx';
import { ChangesReport } from './ChangesReport.tsx';
import { keyOf } from './changesKey.ts';
import { defaultSince, momentOf } from './moments.ts';
import { useChanges } from './useChanges.ts';

/** The choice of a moment and of a key, and the answer. */
export function ChangesBody({ dataset, moments }: { readonly dataset: DatasetInfo; readonly moments: TableMoments }) {
  const { t, lang } = useWords();
  const { query } = useRoute();
  const since = query['since'] ?? defaultSince(moments);
  const n = since === null ? null : momentOf(moments, since);
  const key = keyOf(query['key'], moments);
  const request: ChangesRequest | null = n === null ? null : { dataset: dataset.id, n, key: [...key] };
  const changes = useChanges(request);
  const waiting = useSlow(request !== null && changes.reply === null && changes.error === null);
  const came = moments.moments.at(-1);
  const cameAt = came === undefined ? '' : formatInstant(came.at, lang);
  if (defaultSince(moments) === null && query['since'] === undefined)
    return (
      <div className="pg pad-t">
        <Empty title={t('changes.nothingBefore')}>{t('changes.nothingBefore.detail', { at: cameAt })}</Empty>
      </div>
    );
  return (
    <>
      <ChangesBar dataset={dataset} moments={moments} since={since} sinceKey={key} request={request} />
      {moments.week === null && query['since'] === undefined ? <div className="notice plain f12">{t('changes.noWeek', { at: cameAt })}</div> : null}
      {n === null ? (
        <div className="pg pad-t">
          <Empty title={t('changes.nothingBefore')}>{t('changes.noWeek', { at: cameAt })}</Empty>
        </div>
      ) : changes.error?.code === 'cancelled' ? (
        <div className="pg pad-t">
          <Empty title={t('changes.cancelled')} actions={<Button onPress={changes.again}>{t('changes.again')}</Button>} />
        </div>
      ) : changes.error !== null ? (
        <div className="pad">
          <ErrorPanel error={changes.error} />
        </div>
      ) : changes.reply === null || request === null ? (
        waiting ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        <ChangesReport request={request} reply={changes.reply} asked={key} />
      )}
    </>
  );
}
