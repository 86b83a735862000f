import type { DatasetInfo } from '#contract/datasets';
import type { TableQuality } from '#contract/quality';
import type { RecipeReply } from '#contract/recipe';
import { formatNumber, formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { formatHash, patchQuery, useRoute } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import type { Draft } from './RecipePage.tsx';
import { Checks } from './Checks.tsx';
import { ClusterDialog } from './ClusterDialog.tsx';
import { FacetPanel } from './FacetPanel.tsx';
import { setRecipe, showStep, stepsOf } from './recipeActions.ts';
import { UsedBy } from './UsedBy.tsx';

interface SuggestionsProps {
  readonly dataset: DatasetInfo;
  readonly datasets: readonly DatasetInfo[];
  readonly recipe: RecipeReply;
  /** Steps before what is shown. */
  readonly step: number;
  onDraft(draft: Draft): void;
}

/** How good the table is, steps that would make it better, and the rules it is held to. */
export function Suggestions({ dataset, datasets, recipe, step, onDraft }: SuggestionsProps) {
  const { query } = useRoute();
  const facet = query['facet'];
  const { t, text } = useWords();
  const suggestions = useEngine('recipe.suggestions', { dataset: dataset.id });
  const quality = useEngine('datasets.quality', { dataset: dataset.id });
  return (
    <aside className="insp clean-insp" aria-label={t('clean.quality')}>
      {facet === undefined ? null : (
        <FacetPanel
          key={`${dataset.id} ${facet} ${step}`}
          dataset={dataset.id}
          step={step}
          column={facet}
          onFilter={(condition, action) => onDraft({ step: { step: 'filter-rows', version: 1, params: { condition, action } }, at: step })}
          onClusters={() => patchQuery({ clusters: 'yes' })}
        />
      )}
      {facet === undefined || query['clusters'] === undefined ? null : (
        <ClusterDialog
          dataset={dataset.id}
          step={step}
          column={facet}
          onClose={() => patchQuery({ clusters: undefined })}
          onApply={(values) => {
            patchQuery({ clusters: undefined });
            const made = { step: 'replace-values', version: 1, params: { column: facet, values, match: 'whole' } };
            const steps = stepsOf(recipe);
            void setRecipe(dataset.id, [...steps.slice(0, step), made, ...steps.slice(step)], t('cluster.done', { values: values.length, column: facet })).then(() => showStep(step + 1));
          }}
        />
      )}
      <div className="sec">
        <h4>
          {t('clean.qualityOf', { name: dataset.name })}
          <span className="sp" />
          <span className={(dataset.quality ?? 1) < 0.97 ? 'tw num' : 'tg num'}>{formatPercent(dataset.quality)}</span>
        </h4>
        {(quality.data ?? []).map((one) => (
          <QualityLine key={one.id} quality={one} />
        ))}
        <div className="f12 lines">
          {dataset.setAside > 0 ? (
            <a className="lk block" href={formatHash('collect', ['set-aside'], { dataset: dataset.id })}>
              {t('import.aside.title', { n: dataset.setAside })}
            </a>
          ) : null}
          {dataset.refused > 0 ? (
            <a className="lk block" href={formatHash('collect', ['refused'], { dataset: dataset.id })}>
              {t('clean.refusedCells', { n: dataset.refused })}
            </a>
          ) : null}
        </div>
      </div>
      <div className="sec">
        <h4>
          {t('clean.suggested')} <span className="tag num">{formatNumber(suggestions.data?.length ?? 0)}</span>
        </h4>
        {suggestions.data?.length === 0 ? <p className="t3 f12">{t('clean.noSuggestions')}</p> : null}
        {(suggestions.data ?? []).map((one) => (
          <div key={one.id} className="suggestion" data-testid={`suggestion-${one.id}`}>
            <div className="m">{text(one.title)}</div>
            <div className="t2 f12 lines">{text(one.detail)}</div>
            <div className="row g8 gap-top">
              <Button size="small" onPress={() => onDraft({ step: one.step, at: recipe.steps.length })}>
                {t('clean.preview')}
              </Button>
              <Button size="small" kind="link" onPress={() => void setRecipe(dataset.id, [...stepsOf(recipe), one.step], t('clean.added', { title: text(one.title) }))}>
                {t('clean.addIt')}
              </Button>
            </div>
          </div>
        ))}
      </div>
      <Checks dataset={dataset} datasets={datasets} columns={recipe.columns} />
      <UsedBy dataset={dataset} datasets={datasets} />
    </aside>
  );
}

/** One side of how good the table is: as a share of what was counted, or in words with what they stand on. */
function QualityLine({ quality: { id, share, isPoor, said, detail } }: { readonly quality: TableQuality }) {
  const { t, text } = useWords();
  return (
    <>
      <div className="row g8 q-line f12" title={text(detail)}>
        <span className="t2 q-name">{t(`quality.${id}`)}</span>
        {share === null ? (
          <span className="sp" />
        ) : (
          <span className="meter sp">
            <i style={{ width: `${share * 100}%`, background: isPoor ? 'var(--warn-fill)' : 'var(--good)' }} />
          </span>
        )}
        <span className={share === null ? (isPoor ? 'tw' : 't2') : 'num q-num'}>{said === undefined ? formatPercent(share) : text(said)}</span>
      </div>
      {said !== undefined && isPoor ? <p className="t3 f12 q-line">{text(detail)}</p> : null}
    </>
  );
}
