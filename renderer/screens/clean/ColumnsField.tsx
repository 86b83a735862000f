import { Plus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../i18n/index.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { moved } from './paramValues.ts';

/** Several columns, in order, as chips. */
export function ColumnsField({
  label,
  value,
  columns,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly columns: readonly string[];
  onChange(value: readonly string[]): void;
}) {
  const { t } = useWords();
  const rest = columns.filter((column) => !value.includes(column));
  return (
    <div className="row g6 wrap">
      {value.map((column, index) => (
        <span key={column} className={columns.includes(column) ? 'chip acc' : 'chip warn'} title={columns.includes(column) ? undefined : t('param.missingColumn', { column })}>
          <button type="button" className="chip-b" onClick={() => onChange(moved(value, index, index - 1))} aria-label={t('param.earlier', { column })} disabled={index === 0}>
            <b>{column}</b>
          </button>
          <button type="button" className="chip-x" onClick={() => onChange(value.filter((one) => one !== column))} aria-label={t('param.leaveOut', { column })}>
            <X className="i xs" aria-hidden="true" />
          </button>
        </span>
      ))}
      <ActionMenu label={label} actions={rest.map((column) => ({ id: column, label: column, run: () => onChange([...value, column]) }))}>
        <AriaButton className="chip dash" isDisabled={rest.length === 0}>
          <Plus className="i xs" aria-hidden="true" />
          {t('param.addColumn')}
        </AriaButton>
      </ActionMenu>
    </div>
  );
}
