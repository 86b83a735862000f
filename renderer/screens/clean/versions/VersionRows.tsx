import { useState } from 'react';
import type { DatasetInfo } from '#contract/datasets';
import type { RecipeVersion, VersionRows as Counted } from '#contract/versions';
import { formatNumber } from '../../../format/numbers.ts';
import { useWords } from '../../../i18n/index.ts';
import { call } from '../../../state/engine.ts';
import { runJob } from '../../../state/jobs.ts';
import { Button } from '../../../ui/Button.tsx';

interface VersionRowsProps {
  readonly dataset: DatasetInfo;
  readonly version: RecipeVersion;
  /** The later version; null for the recipe as it is now. */
  readonly until: RecipeVersion | null;
}

/** How many rows two versions give of the files of now. They are counted when asked for: each has to run for it. */
export function VersionRows({ dataset, version, until }: VersionRowsProps) {
  const { t, text } = useWords();
  const [counted, setCounted] = useState<readonly [Counted, Counted] | null>(null);
  const count = async () => {
    const found = await runJob(t('versions.counting'), async (options) => {
      const rowsOf = async (one: RecipeVersion | null): Promise<Counted> =>
        one === null || one.current ? { rows: dataset.rows, error: null } : call('recipe.version-rows', { dataset: dataset.id, version: one.id }, options);
      return [await rowsOf(version), await rowsOf(until)] as const;
    });
    if (found !== undefined) setCounted(found);
  };
  if (counted === null) {
    return (
      <Button kind="link" onPress={() => void count()} testId="version-count">
        {t('versions.count')}
      </Button>
    );
  }
  const [before, after] = counted;
  const difference = after.rows - before.rows;
  const failed = before.error ?? after.error;
  return (
    <p className="f12" role="status" data-testid="version-rows">
      {failed === null ? (
        <>
          <span className="t2">{t('versions.rows', { before: before.rows, after: after.rows })}</span>{' '}
          {difference === 0 ? null : <span className="b num">{`${difference > 0 ? '+' : '−'}${formatNumber(Math.abs(difference))}`}</span>}
        </>
      ) : (
        <span className="tw">{t(before.error === null ? 'versions.laterFails' : 'versions.fails', { error: text(failed) })}</span>
      )}
    </p>
  );
}
