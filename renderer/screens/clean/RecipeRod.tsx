import { GripVertical } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { DatasetInfo } from '#contract/datasets';
import type { RecipeReply, StepResult } from '#contract/recipe';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Bead } from '../../ui/Bead.tsx';
import { moved } from './paramValues.ts';
import type { Draft } from './RecipePage.tsx';
import { RecipeTools } from './RecipeTools.tsx';
import { removeStep, setRecipe, showStep, stepsOf, toggleStep } from './recipeActions.ts';
import { StepHints } from './StepHints.tsx';
import { StepMenu } from './StepMenu.tsx';

interface RecipeRodProps {
  readonly dataset: DatasetInfo;
  readonly recipe: RecipeReply;
  /** The chosen step; null is the result. */
  readonly step: number | null;
  readonly draft: Draft | null;
  onDraft(draft: Draft | null): void;
}

/** The recipe as beads on a rod: source, steps, result. */
export function RecipeRod({ dataset, recipe, step, draft, onDraft }: RecipeRodProps) {
  const { t, text } = useWords();
  const catalogue = useEngine('steps.catalogue', {});
  const [dragged, setDragged] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    const steps = moved(stepsOf(recipe), from, to);
    const title = recipe.steps[from]?.title;
    if (steps === stepsOf(recipe) || from === to || to < 0 || to >= recipe.steps.length || title === undefined) return;
    void setRecipe(recipe.dataset, steps, t('clean.moved', { title: text(title) })).then(() => showStep(to + 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('[data-step]') === null) return;
    const index = step === null ? recipe.steps.length - 1 : step - 1;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
    else if (event.key === ' ' && step !== null && step > 0) void toggleStep(recipe, index);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && step !== null && step > 0) void removeStep(recipe, index);
    else if (event.key === '[') showStep(Math.max(0, (step ?? recipe.steps.length + 1) - 1));
    else if (event.key === ']') showStep(step === null || step >= recipe.steps.length ? null : step + 1);
    else return;
    event.preventDefault();
  };
  const at = draft?.at ?? (step === null ? recipe.steps.length : step);
  const sourceName =
    dataset.origin === 'join' ? t('clean.joined') : dataset.origin === 'branch' ? t('clean.branchSource') : dataset.sources === 1 ? t('clean.oneFile') : t('clean.files', { n: dataset.sources });
  const milliseconds = recipe.steps.reduce((sum, one) => sum + one.milliseconds, recipe.typing?.milliseconds ?? 0);
  const refused = recipe.typing?.refusedCells ?? 0;
  return (
    <section className="rec-col" aria-label={t('clean.recipe')} onKeyDown={onKeyDown}>
      <div className="rec-h">
        <h3>{t('clean.recipe')}</h3>
        <span className="t3 f12 num">{t('clean.steps', { n: recipe.steps.length })}</span>
        <span className="sp" />
        <StepMenu steps={catalogue.data ?? []} onChoose={(info) => onDraft({ step: { step: info.id, version: info.version, params: {} }, at })} />
      </div>
      <RecipeTools dataset={dataset} />
      <div className="rec">
        <Knot
          title={sourceName}
          detail={refused > 0 ? t('clean.typingRefused', { n: refused }) : t('clean.source')}
          right={
            <>
              <b>{formatNumber(recipe.sourceRows)}</b> {t('clean.rowsWord')}
            </>
          }
          on={draft === null && step === 0}
          look={refused > 0 ? 'att' : ''}
          testId="step-source"
          onPress={() => showStep(0)}
        />
        {recipe.steps.map((result, index) => (
          <div key={`${result.step.step} ${index + 1}`}>
            {draft?.at === index ? <DraftKnot /> : null}
            <StepKnot
              result={result}
              number={index + 1}
              on={draft === null && step === index + 1}
              dragging={dragged === index}
              onDrag={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', String(index));
                setDragged(index);
              }}
              onOver={(event) => {
                if (dragged !== null) event.preventDefault();
              }}
              onDropHere={() => {
                if (dragged !== null) move(dragged, index);
                setDragged(null);
              }}
              onEnd={() => setDragged(null)}
            />
          </div>
        ))}
        {draft !== null && draft.at >= recipe.steps.length ? <DraftKnot /> : null}
        <Knot
          title={t('clean.result', { name: dataset.name })}
          detail={t('clean.duration', { seconds: formatNumber(milliseconds / 1000, 1) })}
          right={
            <>
              <b>{formatNumber(recipe.rows)}</b> {t('clean.rowsWord')}
              {recipe.rows === recipe.sourceRows ? null : <span className="t3 block">{t('clean.inTotal', { n: formatNumber(recipe.rows - recipe.sourceRows) })}</span>}
            </>
          }
          on={draft === null && step === null}
          look="done"
          testId="step-result"
          onPress={() => showStep(null)}
        />
      </div>
      {recipe.steps.length === 0 ? <p className="rec-empty t3 f12 lines">{t('clean.noSteps')}</p> : <StepHints />}
    </section>
  );
}

interface KnotProps {
  readonly title: string;
  readonly detail: string;
  readonly right: ReactNode;
  readonly on: boolean;
  readonly look: string;
  readonly testId: string;
  onPress(): void;
}

function Knot({ title, detail, right, on, look, testId, onPress }: KnotProps) {
  return (
    <button type="button" className={`st ${look}${on ? ' on' : ''}`} aria-current={on ? 'step' : undefined} data-step data-testid={testId} onClick={onPress}>
      <Bead className="bd" />
      <span className="sp">
        <span className="ti el block">{title}</span>
        <span className="de el block">{detail}</span>
      </span>
      <span className="rc">{right}</span>
    </button>
  );
}

function DraftKnot() {
  const { t } = useWords();
  return (
    <div className="st on draft">
      <Bead className="bd" />
      <span className="ti">{t('clean.draft')}</span>
    </div>
  );
}

interface StepKnotProps {
  readonly result: StepResult;
  readonly number: number;
  readonly on: boolean;
  readonly dragging: boolean;
  onDrag(event: DragEvent): void;
  onOver(event: DragEvent): void;
  onDropHere(): void;
  onEnd(): void;
}

function StepKnot({ result, number, on, dragging, onDrag, onOver, onDropHere, onEnd }: StepKnotProps) {
  const { t, text } = useWords();
  const difference = result.rowsAfter - result.rowsBefore;
  const look = result.state === 'off' ? 'off' : result.state === 'error' || result.state === 'unknown' ? 'err' : result.state === 'warning' || result.refusedCells > 0 ? 'att' : '';
  return (
    <button
      type="button"
      className={`st ${look}${on ? ' on' : ''}${dragging ? ' dragging' : ''}`}
      aria-current={on ? 'step' : undefined}
      data-step
      data-testid={`step-${number}`}
      data-kind={result.step.step}
      draggable
      onClick={() => showStep(number)}
      onDragStart={onDrag}
      onDragOver={onOver}
      onDrop={onDropHere}
      onDragEnd={onEnd}
    >
      {on ? <GripVertical className="i s grip" aria-hidden="true" /> : null}
      <Bead className="bd" />
      <span className="sp">
        <span className="ti el block">{text(result.title)}</span>
        <span className="de el block" title={text(result.detail)}>
          {result.error !== null ? text(result.error) : result.state === 'off' ? t('clean.off') : text(result.detail)}
        </span>
      </span>
      <span className="rc">
        {result.state === 'off' || result.state === 'error' ? null : difference !== 0 ? (
          <>
            <b>{formatNumber(result.rowsAfter)}</b>
            <span className="tb block">{difference > 0 ? `+${formatNumber(difference)}` : formatNumber(difference)}</span>
          </>
        ) : result.changedCells > 0 ? (
          t('clean.cells', { n: result.changedCells })
        ) : null}
      </span>
    </button>
  );
}
