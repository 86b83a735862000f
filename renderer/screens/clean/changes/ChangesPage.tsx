import { ArrowLeft } from 'lucide-react';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../../i18n/index.ts';
import { go } from '../../../state/router.ts';
import { useEngine } from '../../../state/useEngine.ts';
import { Await } from '../../../ui/Await.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ChangesBody } from './ChangesBody.tsx';

/** What changed in a table since a moment that is chosen. */
export function ChangesPage({ dataset }: { readonly dataset: DatasetInfo }) {
  const { t } = useWords();
  const moments = useEngine('changes.moments', { dataset: dataset.id });
  return (
    <main className="main">
      <div className="ph ph-line">
        <h1 className="el">
          <span className="crumb">{dataset.name} /</span> {t('changes.title')}
        </h1>
        <span className="sp" />
        <Button icon={<ArrowLeft className="i" aria-hidden="true" />} onPress={() => go('clean', [dataset.id])} testId="changes-back">
          {t('changes.back')}
        </Button>
      </div>
      <Await answer={moments} lines={8}>
        {(all) => <ChangesBody dataset={dataset} moments={all} />}
      </Await>
    </main>
  );
}
