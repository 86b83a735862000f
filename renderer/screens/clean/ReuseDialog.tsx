import { Download, FileJson } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { RecipeStep } from '#contract/documents';
import type { DatasetInfo } from '#contract/datasets';
import type { RecipeReply } from '#contract/recipe';
import { useWords } from '../../i18n/index.ts';
import { bridge, call } from '../../state/engine.ts';
import { exportFile, fileName } from '../../state/exports.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { setRecipe, stepsOf } from './recipeActions.ts';
import { ReusePreview } from './ReusePreview.tsx';
import { useReuse } from './useReuse.ts';

type Way = 'to' | 'from' | 'file';

interface ReuseDialogProps {
  readonly dataset: DatasetInfo;
  readonly datasets: readonly DatasetInfo[];
  readonly recipe: RecipeReply;
  onClose(): void;
}

/** Takes steps to another table, or brings steps here from another table or a file; what is missing is known before. */
export function ReuseDialog({ dataset, datasets, recipe, onClose }: ReuseDialogProps) {
  const { t } = useWords();
  const own = stepsOf(recipe);
  const [picked, setWay] = useState<Way | null>(null);
  const way: Way = picked ?? (own.length > 0 && datasets.length > 1 ? 'to' : datasets.some((one) => one.id !== dataset.id && one.steps > 0) ? 'from' : 'file');
  const [other, setOther] = useState<string | null>(null);
  const [file, setFile] = useState<{ readonly name: string; readonly steps: readonly RecipeStep[] } | null>(null);
  const others = datasets.filter((one) => one.id !== dataset.id && (way === 'to' || one.steps > 0));
  const chosen = others.find((one) => one.id === other);
  const theirs = useEngine('recipe.get', way === 'from' && chosen !== undefined ? { dataset: chosen.id } : null);
  const target = way === 'to' ? chosen : dataset;
  const offered = way === 'to' ? own : way === 'from' ? (theirs.data === undefined ? null : stepsOf(theirs.data)) : (file?.steps ?? null);
  const ready = target !== undefined && offered !== null && offered.length > 0;
  const options = others.map((one) => ({ value: one.id, label: one.name, detail: t('clean.steps', { n: one.steps }) }));
  return (
    <Dialog
      title={t('reuse.title')}
      subtitle={dataset.name}
      onClose={onClose}
      style={{ width: 720, maxHeight: '88vh' }}
      testId="reuse-dialog"
      {...(!ready && { footer: <Footer dataset={dataset} recipe={recipe} onClose={onClose} /> })}
    >
      <div className="pad-20 col g12 reuse-choice">
        <div className="row">
          <Segmented<Way>
            label={t('reuse.way')}
            value={way}
            options={(['to', 'from', 'file'] as const).map((one) => ({ value: one, label: t(`reuse.${one}`), testId: `reuse-${one}` }))}
            onChange={(next) => {
              setWay(next);
              setOther(null);
            }}
          />
        </div>
        {way === 'file' ? (
          <FileField name={file?.name ?? null} onRead={(name, steps) => setFile({ name, steps })} />
        ) : way === 'to' && own.length === 0 ? (
          <p className="t2 f12">{t('reuse.noSteps')}</p>
        ) : options.length === 0 ? (
          <p className="t2 f12">{t('reuse.noOthers')}</p>
        ) : (
          <div className="field">
            <span>{way === 'to' ? t('reuse.toTable') : t('reuse.fromTable')}</span>
            <Choice
              label={way === 'to' ? t('reuse.toTable') : t('reuse.fromTable')}
              wide
              value={other}
              placeholder={t('param.chooseTable')}
              options={options}
              onChange={setOther}
              testId="reuse-table"
            />
          </div>
        )}
      </div>
      {ready ? <Trial key={`${way} ${other} ${file?.name}`} dataset={dataset} recipe={recipe} target={target} offered={offered} onClose={onClose} /> : null}
    </Dialog>
  );
}

interface TrialProps extends Omit<ReuseDialogProps, 'datasets'> {
  readonly target: DatasetInfo;
  readonly offered: readonly RecipeStep[];
}

function Trial({ dataset, recipe, target, offered, onClose }: TrialProps) {
  const { t } = useWords();
  const reuse = useReuse(target, offered);
  const results = reuse.dry?.steps.slice(reuse.kept) ?? [];
  const failing = results.filter(({ state }) => state === 'error').length;
  const { steps } = reuse;
  const apply = async () => {
    if (steps === null) return;
    const done = await setRecipe(target.id, steps, t('reuse.done', { n: reuse.taken.length, table: target.name }));
    if (done === undefined) return;
    onClose();
    go('clean', [target.id]);
  };
  const said =
    reuse.unmapped.length > 0 ? (
      <span className="tw f12 el">{t('reuse.stillMissing', { columns: reuse.unmapped.join(t('list.comma')) })}</span>
    ) : failing > 0 ? (
      <span className="tc f12">{t('reuse.failing', { n: failing })}</span>
    ) : reuse.dry === undefined ? null : (
      <span className="t2 f12 num">{t('reuse.dry', { before: results[0]?.rowsBefore ?? reuse.dry.rows, after: reuse.dry.rows })}</span>
    );
  return (
    <>
      <div className="pad-20 col g12 scroll-y reuse-trial">
        <ReusePreview target={target} offered={offered} reuse={reuse} />
      </div>
      <div className="dlg-f">
        <Footer
          dataset={dataset}
          recipe={recipe}
          onClose={onClose}
          said={said}
          apply={
            <Button
              kind="primary"
              disabled={steps === null || reuse.dry === undefined || reuse.taken.length === 0 || reuse.unmapped.length > 0 || failing > 0}
              onPress={() => void apply()}
              testId="reuse-apply"
            >
              {t('reuse.apply', { n: reuse.taken.length })}
            </Button>
          }
        />
      </div>
    </>
  );
}

interface FooterProps extends Omit<ReuseDialogProps, 'datasets'> {
  readonly said?: ReactNode;
  readonly apply?: ReactNode;
}

function Footer({ dataset, recipe, said, apply, onClose }: FooterProps) {
  const { t } = useWords();
  const save = () => void exportFile(`${fileName(dataset.name)}.recipe.json`, (target, options) => call('recipe.export', { dataset: dataset.id, target }, options));
  return (
    <>
      <Button icon={<Download className="i" aria-hidden="true" />} disabled={recipe.steps.length === 0} onPress={save} testId="reuse-save">
        {t('reuse.save')}
      </Button>
      <span aria-live="polite" className="row el" data-testid="reuse-said">
        {said}
      </span>
      <span className="sp" />
      <Button onPress={onClose}>{t('cancel')}</Button>
      {apply}
    </>
  );
}

function FileField({ name, onRead }: { readonly name: string | null; onRead(name: string, steps: readonly RecipeStep[]): void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const document = await runJob(t('reuse.read'), async (options) => call('recipe.read', { source: await bridge().sourceOf(file) }, options));
    if (document !== undefined) onRead(file.name, document.steps);
  };
  return (
    <div className="row g8">
      <Button icon={<FileJson className="i" aria-hidden="true" />} onPress={() => input.current?.click()} testId="reuse-choose">
        {t('reuse.choose')}
      </Button>
      <span className="t2 el">{name}</span>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        data-testid="reuse-file-input"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
