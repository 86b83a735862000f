import { GitCompareArrows, History } from 'lucide-react';
import { useState } from 'react';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { showChanges } from './changes/showChanges.ts';
import { VersionsDialog } from './versions/VersionsDialog.tsx';

/** What can be asked of a recipe as a whole: its versions, and what it and the files did to the table. */
export function RecipeTools({ dataset }: { readonly dataset: DatasetInfo }) {
  const { t } = useWords();
  const [versions, setVersions] = useState(false);
  return (
    <div className="rec-tools">
      <Button kind="quiet" size="small" icon={<History className="i s" aria-hidden="true" />} onPress={() => setVersions(true)} testId="recipe-versions">
        {t('versions.open')}
      </Button>
      <Button kind="quiet" size="small" icon={<GitCompareArrows className="i s" aria-hidden="true" />} onPress={() => showChanges(dataset.id)} testId="table-changes">
        {t('changes.title')}
      </Button>
      {versions ? <VersionsDialog dataset={dataset} onClose={() => setVersions(false)} /> : null}
    </div>
  );
}
