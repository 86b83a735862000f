import { Combine, ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { DatasetInfo } from '#contract/datasets';
import type { RecipeReply } from '#contract/recipe';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { patchQuery, useRoute } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import type { MenuAction } from '../../ui/ActionMenu.tsx';
import { RevealButton } from '../../ui/RevealButton.tsx';
import { TabRow } from '../../ui/TabRow.tsx';
import { CellEditor, type EditedCell } from './CellEditor.tsx';
import { type CellEdit, withEdits } from './cellEdits.ts';
import { columnActions } from './columnActions.ts';
import { JoinedFrom } from './JoinedFrom.tsx';
import { KeptRows } from './KeptRows.tsx';
import { usePreview } from './recipePreview.ts';
import { setRecipe, showStep, stepsOf } from './recipeActions.ts';
import type { Draft } from './RecipePage.tsx';
import { RemovedTable } from './RemovedTable.tsx';
import { StepEditor } from './StepEditor.tsx';
import { SetAsideList } from './SetAsideList.tsx';
import { StepIcon } from './StepIcon.tsx';
import { StepTable, type TableView } from './StepTable.tsx';

interface StepDataProps {
  readonly dataset: DatasetInfo;
  readonly datasets: readonly DatasetInfo[];
  readonly recipe: RecipeReply;
  readonly step: number;
  /** True when the result is shown and not one step. */
  readonly whole: boolean;
  readonly draft: Draft | null;
  onDraft(draft: Draft | null): void;
}

/** The chosen step with its parameters, and the table as it is there. */
export function StepData({ dataset, datasets, recipe, step, whole, draft, onDraft }: StepDataProps) {
  const { t, text } = useWords();
  const { query } = useRoute();
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const catalogue = useEngine('steps.catalogue', {});
  const result = whole || step === 0 ? undefined : recipe.steps[step - 1];
  const preview = usePreview(dataset.id);
  const shown = preview?.step ?? (draft === null ? step : draft.at);
  // What a step does can be looked at before it is taken.
  const outcome = preview !== null ? (preview.result ?? undefined) : draft === null ? result : undefined;
  const removed = outcome === undefined ? 0 : Math.max(0, outcome.rowsBefore - outcome.rowsAfter);
  const changed = outcome === undefined ? 0 : outcome.changedCells;
  const rows = outcome !== undefined ? outcome.rowsAfter : shown === 0 ? recipe.sourceRows : (recipe.steps[shown - 1]?.rowsAfter ?? recipe.rows);
  const asked = query['view'];
  const checks = useEngine('checks.run', asked === 'failing' ? { dataset: dataset.id } : null);
  const checkNumber = Number(query['check'] ?? 0);
  const failed = checks.data?.[checkNumber];
  const view: TableView | 'aside' =
    asked === 'removed' && outcome !== undefined
      ? 'removed'
      : asked === 'changed' && outcome !== undefined
        ? 'changed'
        : asked === 'aside'
          ? 'aside'
          : asked === 'failing' && failed !== undefined
            ? 'failing'
            : 'rows';
  const tabs = [
    { id: 'rows' as const, label: t('clean.tab.rows'), count: formatNumber(rows), testId: 'tab-rows' },
    ...(outcome === undefined
      ? []
      : [
          { id: 'removed' as const, label: t('clean.tab.removed'), count: formatNumber(removed), testId: 'tab-removed' },
          { id: 'changed' as const, label: t('clean.tab.changed'), count: formatNumber(changed), testId: 'tab-changed' },
        ]),
    ...(failed === undefined ? [] : [{ id: 'failing' as const, label: text(failed.title), count: formatNumber(failed.failing), testId: 'tab-failing' }]),
    { id: 'aside' as const, label: t('clean.tab.aside'), count: formatNumber(dataset.setAside), testId: 'tab-aside' },
  ];
  const actions = (column: string, type: string): MenuAction[] => [
    { id: 'facet', section: t('grid.menu.look'), label: t('facet.open'), icon: <ListFilter className="i" aria-hidden="true" />, run: () => patchQuery({ facet: column }) },
    ...(type === 'text' || type === 'enum' || type === 'id'
      ? [{ id: 'clusters', section: t('grid.menu.look'), label: t('cluster.find'), icon: <Combine className="i" aria-hidden="true" />, run: () => patchQuery({ facet: column, clusters: 'yes' }) }]
      : []),
    ...columnActions(catalogue.data ?? [], column, type).map(({ id, title, icon, params, step: info }) => ({
      id,
      section: t('grid.menu.steps'),
      label: text(title),
      icon: <StepIcon name={icon} />,
      run: () => onDraft({ step: { step: info.id, version: info.version, params }, at: shown }),
    })),
  ];
  const setCells = (edits: readonly CellEdit[], said: string) => {
    const steps = withEdits(stepsOf(recipe), shown, edits);
    const added = steps.length > recipe.steps.length;
    void setRecipe(dataset.id, steps, said).then((done) => {
      if (done !== undefined && !whole) showStep(added ? shown + 1 : shown);
    });
  };
  const emptied = rows === 0 && recipe.sourceRows > 0 ? recipe.steps.findIndex((one) => one.rowsBefore > 0 && one.rowsAfter === 0 && one.state !== 'off') : -1;
  return (
    <section className="step-data" aria-label={t('clean.data')}>
      {draft !== null ? (
        <StepEditor key={`draft ${draft.step.step} ${draft.at}`} dataset={dataset} datasets={datasets} recipe={recipe} step={draft.step} at={draft.at} isNew onDone={() => onDraft(null)} />
      ) : result === undefined ? (
        <div className="step-h">
          <span className="b f14">{step === 0 && !whole ? t('clean.sourceTitle') : t('clean.result', { name: dataset.name })}</span>
          <span className="t3 f12">{step === 0 && !whole ? t('clean.sourceDetail') : t('clean.resultDetail', { columns: recipe.columns.length })}</span>
          {dataset.origin === 'join' ? <JoinedFrom dataset={dataset} datasets={datasets} /> : null}
        </div>
      ) : (
        <StepEditor
          key={`step ${step} ${JSON.stringify(result.step)}`}
          dataset={dataset}
          datasets={datasets}
          recipe={recipe}
          step={result.step}
          at={step - 1}
          result={result}
          onDone={() => undefined}
        />
      )}
      {result === undefined || draft !== null ? null : <KeptRows recipe={recipe} step={step} />}
      {emptied >= 0 ? <div className="notice">{t('clean.allRemoved', { step: emptied + 1, title: text(recipe.steps[emptied]?.title ?? { en: '', zh: '' }) })}</div> : null}
      <TabRow
        label={t('clean.data')}
        value={view}
        tabs={tabs}
        end={
          <>
            <span ref={setTools} className="row g2" />
            <RevealButton />
          </>
        }
        onChange={(next) => patchQuery({ view: next === 'rows' ? undefined : next, check: next === 'failing' ? String(checkNumber) : undefined })}
      >
        {view === 'aside' ? (
          <SetAsideList dataset={dataset.id} />
        ) : view === 'removed' ? (
          <RemovedTable recipe={recipe} step={shown} preview={preview} actions={actions} />
        ) : (
          <StepTable
            dataset={dataset.id}
            step={shown}
            preview={preview}
            view={view}
            actions={actions}
            tools={tools}
            onSortStep={({ column, descending }) => {
              const version = catalogue.data?.find(({ id }) => id === 'sort-rows')?.version ?? 1;
              onDraft({ step: { step: 'sort-rows', version, params: { columns: [column], descending } }, at: shown });
            }}
            {...(view === 'failing' && { check: checkNumber })}
            {...(view === 'rows' && draft === null && preview === null && { onEdit: setEdited, onCells: setCells })}
          />
        )}
      </TabRow>
      {edited === null ? null : (
        <CellEditor
          cell={edited}
          onClose={() => setEdited(null)}
          onSave={(value) => {
            setEdited(null);
            setCells([{ ...edited, value }], t('cell.done', { column: edited.column, row: edited.row }));
          }}
        />
      )}
    </section>
  );
}
