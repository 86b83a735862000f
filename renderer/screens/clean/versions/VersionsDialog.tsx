import { useState } from 'react';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../../i18n/index.ts';
import { useEngine } from '../../../state/useEngine.ts';
import { Await } from '../../../ui/Await.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SaveVersion } from './SaveVersion.tsx';
import { VersionDifference } from './VersionDifference.tsx';
import { VersionList } from './VersionList.tsx';

/** Every recipe a table has had: choosing one tells what has changed since, and it can be made the recipe again. */
export function VersionsDialog({ dataset, onClose }: { readonly dataset: DatasetInfo; onClose(): void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const answer = useEngine('recipe.versions', { dataset: dataset.id });
  return (
    <Dialog title={t('versions.title')} subtitle={dataset.name} onClose={onClose} style={{ width: 860, height: '76vh', maxHeight: 680 }} testId="versions-dialog">
      <div className="versions">
        <div className="versions-left">
          <Await answer={answer} lines={6}>
            {(versions) => (
              <>
                <SaveVersion dataset={dataset} onSaved={setChosen} />
                <VersionList versions={versions} chosen={chosen} onChoose={setChosen} />
              </>
            )}
          </Await>
        </div>
        <VersionDifference dataset={dataset} version={answer.data?.find(({ id }) => id === chosen) ?? null} versions={answer.data ?? []} onDone={onClose} onForgotten={() => setChosen(null)} />
      </div>
    </Dialog>
  );
}
