import { Plus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../i18n/index.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { moved } from './paramValues.ts';

/** Several columns or tables, in order, as chips. */
export function ColumnsField({
  label,
  value,
  options,
  add,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What the button says; columns when absent. */
  readonly add?: string;
  onChange(value: readonly string[]): void;
}) {
  const { t } = useWords();
  const rest = options.filter((option) => !value.includes(option.value));
  const labelOf = (one: string) => options.find((option) => option.value === one)?.label;
  return (
    <div className="row g6 wrap">
      {value.map((column, index) => (
        <span key={column} className={labelOf(column) === undefined ? 'chip warn' : 'chip acc'} title={labelOf(column) === undefined ? t('param.missingColumn', { column }) : undefined}>
          <button type="button" className="chip-b" onClick={() => onChange(moved(value, index, index - 1))} aria-label={t('param.earlier', { column })} disabled={index === 0}>
            <b>{labelOf(column) ?? column}</b>
          </button>
          <button type="button" className="chip-x" onClick={() => onChange(value.filter((one) => one !== column))} aria-label={t('param.leaveOut', { column })}>
            <X className="i xs" aria-hidden="true" />
          </button>
        </span>
      ))}
      <ActionMenu label={label} actions={rest.map((option) => ({ id: option.value, label: option.label, run: () => onChange([...value, option.value]) }))}>
        <AriaButton className="chip dash" isDisabled={rest.length === 0}>
          <Plus className="i xs" aria-hidden="true" />
          {add ?? t('param.addColumn')}
        </AriaButton>
      </ActionMenu>
    </div>
  );
}
