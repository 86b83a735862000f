import { useDeferredValue, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { formatCell } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import type { FormContext } from './ParamForm.tsx';

interface ExpressionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly context: FormContext;
  onChange(value: string): void;
}

/** An expression over columns: checked while it is written, with its first results. */
export function ExpressionField({ label, value, context, onChange }: ExpressionFieldProps) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const text = useDeferredValue(value);
  const check = useEngine('expression.check', text.trim() === '' ? null : { dataset: context.dataset, step: context.step, text });
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
        onChange={(event) => onChange(event.target.value)}
      />
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
            {check.data.at === null ? '' : t('param.at', { at: check.data.at + 1 })}
            {check.data.message}
          </span>
        )}
      </div>
    </div>
  );
}
