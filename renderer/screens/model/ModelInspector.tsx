import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ModelQuestion, ModelReply } from '#contract/model';
import { inTextField } from '../../frame/keys.ts';
import { useWords } from '../../i18n/index.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Abacus } from '../../ui/Abacus.tsx';
import { Button } from '../../ui/Button.tsx';
import { NextExports } from './NextExports.tsx';

/** Questions, what the model lights up, and what was held back. */
export function ModelInspector({ model, names }: { readonly model: ModelReply; readonly names: ReadonlyMap<string, string> }) {
  const { t, text } = useWords();
  const catalogue = useEngine('metrics.catalogue', {});
  const board = (catalogue.data ?? []).filter((metric) => metric.onBoard);
  const save = async () => {
    const saved = await runJob(t('model.save'), (options) => change('model.accept', {}, options));
    if (saved !== undefined) go('metrics', ['overview']);
  };
  const [question] = model.questions;
  return (
    <aside className="insp model-insp" aria-label={t('model.lights')}>
      <div className="insp-body">
        <h4>
          {model.questions.length === 0 ? t('model.noQuestions') : t('model.questions', { n: model.questions.length })}
          {model.questions.length === 0 ? null : <span className="t3"> {t('model.certain')}</span>}
        </h4>
        {question === undefined ? null : <Question key={question.id} question={question} />}
        <h4>
          {t('model.lights')} <span className="t3 num">{`${board.filter((metric) => metric.state === 'lit').length}/${board.length}`}</span>
        </h4>
        <Abacus metrics={board} />
        <NextExports metrics={catalogue.data ?? []} />
        {model.heldBack.length === 0 ? null : <h4>{t('model.heldBack')}</h4>}
        {model.heldBack.map((held) => (
          <p key={`${held.dataset} ${held.entity} ${held.reason.en}`} className="f12 t2">
            <b>{names.get(held.dataset) ?? held.dataset}</b> {t('model.heldRows', { n: held.rows })} · {text(held.reason)}
          </p>
        ))}
        {model.unmapped.length === 0 ? null : <h4>{t('model.unmapped')}</h4>}
        {model.unmapped.map((one) => (
          <p key={one.dataset} className="f12 t2">
            <b>{names.get(one.dataset) ?? one.dataset}</b> {text(one.reason)}
          </p>
        ))}
        {model.notes.map((note) => (
          <p key={note.en} className="f12 t2">
            {text(note)}
          </p>
        ))}
      </div>
      <div className="insp-foot row g8">
        <span className="t3 f12 sp">{t('model.nothingLocked')}</span>
        <Button kind="primary" size="large" onPress={() => void save()} testId="model-save">
          {t('model.save')}
          <ArrowRight className="i" aria-hidden="true" />
        </Button>
      </div>
    </aside>
  );
}

/** One question with real options; 1, 2, 3 answer it. */
function Question({ question }: { readonly question: ModelQuestion }) {
  const { t, text } = useWords();
  const [chosen, setChosen] = useState(question.suggested);
  const titleOf = ({ title }: ModelQuestion['options'][number]) => (typeof title === 'string' ? title : text(title));
  const used = question.options.find((option) => option.value === chosen);
  const answer = (value: string | null) => void runJob(text(question.text), (options) => change('model.answer', { question: question.id, value }, options));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const option = question.options[Number(event.key) - 1];
      // Alt 1 goes to a stage; digits in a field or a dialog are meant for those.
      if (option === undefined || event.altKey || event.ctrlKey || event.metaKey || inTextField(event.target) || document.querySelector('[role=dialog]') !== null) return;
      void runJob(text(question.text), (options) => change('model.answer', { question: question.id, value: option.value }, options));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [question, text]);
  return (
    <div className="question" role="radiogroup" aria-label={text(question.text)}>
      <div className="m">{text(question.text)}</div>
      {question.options.map((option, index) => (
        <label key={option.value} className={option.value === chosen ? 'option on' : 'option'} data-testid="question-option">
          <input type="radio" name={question.id} checked={option.value === chosen} onChange={() => setChosen(option.value)} />
          <span className="sp">
            <span className="row">
              <span className="m sp">{titleOf(option)}</span>
              <span className="num">{option.total ?? ''}</span>
            </span>
            <span className="t2 f12">{text(option.detail)}</span>
          </span>
          <span className="kbd">{index + 1}</span>
        </label>
      ))}
      <div className="row g8">
        <Button kind="primary" disabled={chosen === null} onPress={() => answer(chosen)} testId="question-answer">
          {used === undefined || typeof used.title === 'string' ? t('model.use', { column: used === undefined ? '' : titleOf(used) }) : titleOf(used)}
        </Button>
        <Button kind="quiet" onPress={() => answer(null)}>
          {t('model.later')}
        </Button>
      </div>
    </div>
  );
}
