import { useWords } from '../../i18n/index.ts';
import type { ImportFile } from '../../state/importSession.ts';
import type { Job } from '../../state/jobs.ts';
import { Bead } from '../../ui/Bead.tsx';

/** How far the import is. Cancelling leaves the workspace as it was. */
export function ImportProgress({ files, job }: { readonly files: readonly ImportFile[]; readonly job: Job | null }) {
  const { t, text } = useWords();
  const progress = job?.progress ?? null;
  // One step of one says nothing of how far it is.
  const share = progress === null || progress.total <= 1 ? null : Math.min(1, progress.done / progress.total);
  return (
    <div className="imp-run" aria-live="polite" data-testid="import-progress">
      <div className="imp-run-in">
        <Bead className="imp-bead" />
        <h3>{t('job.import', { files: files.length })}</h3>
        <div
          className={share === null ? 'prog busy' : 'prog'}
          role="progressbar"
          aria-label={t('job.import', { files: files.length })}
          aria-valuenow={share === null ? undefined : Math.floor(share * 100)}
        >
          <i style={{ width: share === null ? '30%' : `${share * 100}%` }} />
        </div>
        <p className="t2 f12">{progress === null ? t('job.working') : text(progress.note)}</p>
        <p className="t3 f12">{job?.cancelling === true ? t('job.cancelling') : t('import.cancelHelp')}</p>
      </div>
    </div>
  );
}
