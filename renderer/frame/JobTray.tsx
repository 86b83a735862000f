import { useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { importFiles } from '../state/importSession.ts';
import { type Job, jobs } from '../state/jobs.ts';
import { useStore } from '../state/store.ts';
import { useSlow } from '../ui/Await.tsx';
import { Button } from '../ui/Button.tsx';

const SHOWN_AFTER_MS = 500;

/** Long work, with how far it is, how long it may take, and a way to stop it. */
export function JobTray() {
  const all = useStore(jobs);
  // The import dialog shows its own progress and its own way to stop.
  const dialog = useStore(importFiles) !== null;
  if (dialog) return null;
  return (
    <div className="tray" aria-live="polite">
      {all.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </div>
  );
}

function JobCard({ job }: { readonly job: Job }) {
  const { t, text } = useWords();
  const shown = useSlow(true, SHOWN_AFTER_MS);
  const now = useTicks(shown);
  if (!shown) return null;
  const share = job.progress === null || job.progress.total === 0 ? null : Math.min(1, job.progress.done / job.progress.total);
  const seconds = share === null || share < 0.05 ? null : Math.ceil((((now - job.startedAt) / share) * (1 - share)) / 1000);
  return (
    <div className="card job" data-testid="job">
      <div className="row g8">
        <span className="m el sp">{job.title}</span>
        <span className="t3 f12 num nw">
          {job.cancelling
            ? t('job.cancelling')
            : share === null || share >= 0.995
              ? t('job.working')
              : seconds === null
                ? `${Math.floor(share * 100)}%`
                : t('job.left', { percent: Math.floor(share * 100), seconds })}
        </span>
        <Button size="small" onPress={job.cancel} disabled={job.cancelling} testId="job-cancel">
          {t('cancel')}
        </Button>
      </div>
      <div
        className={share === null ? 'prog busy' : 'prog'}
        role="progressbar"
        aria-label={job.title}
        aria-valuenow={share === null ? undefined : Math.floor(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: share === null ? '30%' : `${share * 100}%` }} />
      </div>
      {job.progress === null ? null : <div className="t3 f12 el">{text(job.progress.note)}</div>}
    </div>
  );
}

function useTicks(active: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [active]);
  return now;
}
