import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { formatCell } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { type Completion, completionsAt } from './completions.ts';
import type { FormContext } from './ParamForm.tsx';

interface ExpressionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly context: FormContext;
  onChange(value: string): void;
}

/** An expression over columns: checked while it is written, with its first results. */
export function ExpressionField({ label, value, context, onChange }: ExpressionFieldProps) {
  const { t, text: words } = useWords();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const text = useDeferredValue(value);
  const check = useEngine('expression.check', text.trim() === '' ? null : { dataset: context.dataset, step: context.step, text });
  const functions = useEngine('expression.functions', {});
  const [caret, setCaret] = useState<number | null>(null);
  const completions =
    caret === null
      ? []
      : completionsAt(
          value,
          caret,
          context.columns.map(({ name }) => name),
          functions.data ?? [],
        );
  const complete = ({ from, text: made }: Completion) => {
    onChange(`${value.slice(0, from)}${made}${value.slice(caret ?? value.length)}`);
    const at = from + made.length;
    setCaret(null);
    // The caret goes behind what was put in, once it is there.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = completions;
    if (event.key === 'Escape' && completions.length > 0) {
      event.stopPropagation();
      setCaret(null);
    } else if (event.key === 'Tab' && !event.shiftKey && first !== undefined) {
      event.preventDefault();
      complete(first);
    }
  };
  const insert = (column: string) => {
    const at = field.current?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}[${column}]${value.slice(field.current?.selectionEnd ?? at)}`);
    field.current?.focus();
  };
  return (
    <div className="col g4">
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={check.data?.ok === false}
        className={check.data?.ok === false ? 'inp area mono bad' : 'inp area mono'}
        rows={2}
        spellCheck={false}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
      />
      {completions.length === 0 ? null : (
        <div className="row g6 wrap completions" aria-label={t('param.completions')} role="group">
          {completions.map((completion, index) => (
            <button
              key={completion.text}
              type="button"
              tabIndex={-1}
              className="chip"
              title={completion.help ?? completion.label}
              // Not on click: the field would lose its focus before.
              onPointerDown={(event) => {
                event.preventDefault();
                complete(completion);
              }}
            >
              {completion.label}
              {index === 0 ? <kbd className="kbd">Tab</kbd> : null}
            </button>
          ))}
          {completions[0]?.help === null || completions[0] === undefined ? null : <span className="t3 f12 mono">{completions[0].help}</span>}
        </div>
      )}
      <div className="row g8 f12">
        <ActionMenu label={t('param.insertColumn')} actions={context.columns.map(({ name }) => ({ id: name, label: name, run: () => insert(name) }))}>
          <AriaButton className="chip dash">{t('param.insertColumn')}</AriaButton>
        </ActionMenu>
        {check.data === undefined ? null : check.data.ok ? (
          <span className="t2 el" aria-live="polite">
            {t('param.results')}{' '}
            {check.data.sample
              .slice(0, 4)
              .map((cell) => formatCell(cell, check.data?.type ?? 'text'))
              .join(' · ')}
          </span>
        ) : (
          <span className="tc" role="alert">
            {check.data.message === null ? '' : words(check.data.message)}
          </span>
        )}
      </div>
    </div>
  );
}
