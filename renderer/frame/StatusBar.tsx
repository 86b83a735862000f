import { ShieldCheck } from 'lucide-react';
import { formatDay } from '../format/dates.ts';
import { useWords } from '../i18n/index.ts';
import { useConnection, useWorkspace } from '../state/engine.ts';
import { jobs } from '../state/jobs.ts';
import { useStore } from '../state/store.ts';
import { useSlow } from '../ui/Await.tsx';
import { Button } from '../ui/Button.tsx';

/** State of the steps, cut-off of the data, the running job, currency and zone. */
export function StatusBar() {
  const { t, lang, text } = useWords();
  const info = useWorkspace();
  const { lost } = useConnection();
  const [job] = useStore(jobs);
  const showJob = useSlow(job !== undefined, 500);
  const waiting = info?.stages.reduce((sum, stage) => sum + stage.waiting, 0) ?? 0;
  return (
    <footer className="stat" data-testid="status-bar">
      {lost ? (
        <span className="row tc" role="alert">
          {t('status.lost')}
        </span>
      ) : job !== undefined && showJob ? (
        <span className="row" aria-live="polite">
          <span className="prog" style={{ width: 90 }}>
            <i style={{ width: job.progress === null || job.progress.total === 0 ? '40%' : `${(job.progress.done / job.progress.total) * 100}%` }} />
          </span>
          <span className="el">{job.progress === null ? job.title : text(job.progress.note)}</span>
          <Button kind="link" onPress={job.cancel} disabled={job.cancelling}>
            {t('cancel')}
          </Button>
        </span>
      ) : (
        <span className="row">
          <i className={waiting > 0 ? 'dot wait' : 'dot'} />
          {info === null || info === undefined ? t('status.ready') : waiting > 0 ? t('status.waiting', { n: waiting }) : t('status.done')}
        </span>
      )}
      {info?.dataTo ? <span>{t('status.dataTo', { day: formatDay(info.dataTo, lang) })}</span> : null}
      {info && info.counts.orders > 0 ? <span className="num el">{t('status.counts', { customers: info.counts.customers, orders: info.counts.orders })}</span> : null}
      <span className="sp" />
      {info ? (
        <span>
          {info.currency === 'XXX' ? t('settings.unknownCurrency') : info.currency} · {info.timeZone}
        </span>
      ) : null}
      <span className="row">
        <ShieldCheck className="i xs" aria-hidden="true" />
        {t('status.offline')}
      </span>
    </footer>
  );
}
