import { ArrowRight, CopyPlus, Download, GitBranch, Redo2, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RecipeStep } from '#contract/documents';
import type { DatasetInfo } from '#contract/datasets';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { redo, toastUndo, undo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { exportTable } from '../../state/exports.ts';
import { runJob } from '../../state/jobs.ts';
import { go, useRoute } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { RecipeRod } from './RecipeRod.tsx';
import { ReuseDialog } from './ReuseDialog.tsx';
import { StepData } from './StepData.tsx';
import { Suggestions } from './Suggestions.tsx';

/** A step that is being written and not in the recipe yet. */
export interface Draft {
  readonly step: RecipeStep;
  /** Place in the recipe, from 0. */
  readonly at: number;
}

/** The recipe on the left, the table at the chosen step in the middle, help on the right. */
export function RecipePage({ dataset, datasets }: { readonly dataset: DatasetInfo; readonly datasets: readonly DatasetInfo[] }) {
  const { t } = useWords();
  const { query } = useRoute();
  const recipe = useEngine('recipe.get', { dataset: dataset.id });
  const [draft, setDraft] = useState<Draft | null>(null);
  const [reusing, setReusing] = useState(false);
  const remove = async () => {
    const done = await runJob(t('clean.removeTable'), (options) => change('datasets.remove', { dataset: dataset.id }, options));
    if (done !== undefined) {
      toastUndo(t('clean.tableRemoved', { name: dataset.name }));
      go('clean');
    }
  };
  const branch = async () => {
    const name = t('clean.branchName', { name: dataset.name });
    const made = await runJob(t('clean.branch'), (options) => change('datasets.branch', { dataset: dataset.id, name }, options));
    if (made === undefined) return;
    toastUndo(t('clean.branched', { name }));
    go('clean', [made.id]);
  };
  return (
    <main className="main">
      <div className="ph ph-line">
        <h1 className="el">
          <span className="crumb">{t('stage.clean')} /</span> {dataset.name}
        </h1>
        {recipe.data === undefined ? null : (
          <span className="tag g num">
            {recipe.data.sourceRows === recipe.data.rows ? t('clean.rows', { n: recipe.data.rows }) : `${formatNumber(recipe.data.sourceRows)} → ${t('clean.rows', { n: recipe.data.rows })}`}
          </span>
        )}
        <span className="sp" />
        <Button kind="icon" label={t('undo')} icon={<Undo2 className="i" />} onPress={() => void undo()} testId="undo" />
        <Button kind="icon" label={t('redo')} icon={<Redo2 className="i" />} onPress={() => void redo()} testId="redo" />
        <Button kind="icon" label={t('clean.branch')} icon={<GitBranch className="i" />} onPress={() => void branch()} testId="table-branch" />
        <Button kind="icon" label={t('clean.removeTable')} icon={<Trash2 className="i" />} onPress={() => void remove()} />
        <Button icon={<CopyPlus className="i" aria-hidden="true" />} onPress={() => setReusing(true)} testId="recipe-reuse">
          {t('reuse.title')}
        </Button>
        <ActionMenu label={t('clean.export')} actions={(['csv', 'xlsx', 'json'] as const).map((format) => ({ id: format, label: format.toUpperCase(), run: () => void exportTable(dataset, format) }))}>
          <AriaButton className="btn" data-testid="table-export">
            <Download className="i" aria-hidden="true" />
            {t('clean.export')}
          </AriaButton>
        </ActionMenu>
        <Button kind="primary" onPress={() => go('model')} testId="clean-to-model">
          {t('clean.toModel')} <ArrowRight className="i" aria-hidden="true" />
        </Button>
      </div>
      <Await answer={recipe} lines={8}>
        {(data) => {
          const asked = query['step'] === undefined ? data.steps.length : Number(query['step']);
          const step = Number.isInteger(asked) ? Math.max(0, Math.min(asked, data.steps.length)) : data.steps.length;
          const whole = query['step'] === undefined;
          return (
            <div className="clean">
              <RecipeRod dataset={dataset} recipe={data} step={whole ? null : step} draft={draft} onDraft={setDraft} />
              <StepData dataset={dataset} datasets={datasets} recipe={data} step={step} whole={whole} draft={draft} onDraft={setDraft} />
              <Suggestions dataset={dataset} datasets={datasets} recipe={data} step={draft?.at ?? step} onDraft={setDraft} />
            </div>
          );
        }}
      </Await>
      {reusing && recipe.data !== undefined ? <ReuseDialog dataset={dataset} datasets={datasets} recipe={recipe.data} onClose={() => setReusing(false)} /> : null}
    </main>
  );
}
