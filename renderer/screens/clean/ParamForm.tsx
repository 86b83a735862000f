import { useId } from 'react';
import type { ParamSpec } from '#contract/definitions';
import { COLUMN_TYPES } from '#contract/values';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TickBoxes } from '../../ui/TickBoxes.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { AggregatesField } from './AggregatesField.tsx';
import { ColumnsField } from './ColumnsField.tsx';
import { ExpressionField } from './ExpressionField.tsx';
import { PairsField } from './PairsField.tsx';
import { applies, type ParamValues, textsOf } from './paramValues.ts';

export interface FormContext {
  readonly dataset: string;
  /** Steps before this one. */
  readonly step: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly datasets: readonly { readonly id: string; readonly name: string }[];
}

export interface ParamFormProps {
  readonly specs: readonly ParamSpec[];
  readonly values: ParamValues;
  readonly context: FormContext;
  onChange(values: ParamValues): void;
}

/** The form of a step, drawn from its definition. */
export function ParamForm({ specs, values, context, onChange }: ParamFormProps) {
  const { text, t } = useWords();
  const named = values[specs.find((spec) => spec.from !== undefined)?.from ?? ''];
  const other = useEngine('datasets.page', typeof named === 'string' && named !== '' ? { dataset: named, limit: 1 } : null);
  const columnsOf = (spec: ParamSpec) => (spec.from === undefined || spec.kind === 'pairs' ? context.columns : (other.data?.columns ?? []));
  return (
    <div className="params">
      {specs
        .filter((spec) => applies(spec, values))
        .map((spec) => (
          <div key={spec.name} className={WIDE.has(spec.kind) ? 'param wide' : 'param'} data-testid={`param-${spec.name}`}>
            <div className="param-l">
              {text(spec.label)}
              {spec.optional === true && spec.when === undefined && spec.default === undefined && spec.kind !== 'boolean' ? <span className="t3"> {t('param.optional')}</span> : null}
            </div>
            <Field
              spec={spec}
              value={values[spec.name]}
              context={{ ...context, columns: columnsOf(spec) }}
              others={other.data?.columns ?? []}
              onChange={(value) => onChange({ ...values, [spec.name]: value })}
            />
            {spec.help === undefined ? null : <div className="t3 f12">{text(spec.help)}</div>}
          </div>
        ))}
    </div>
  );
}

const WIDE: ReadonlySet<string> = new Set(['expression', 'pairs', 'columns', 'datasets', 'aggregates', 'choices']);

interface FieldProps {
  readonly spec: ParamSpec;
  readonly value: unknown;
  readonly context: FormContext;
  /** Columns of the other table that the form names. */
  readonly others: FormContext['columns'];
  onChange(value: unknown): void;
}

/** Column names to choose from; where the parameter may stay empty, nothing is a choice too. */
function columnOptions(spec: ParamSpec, columns: FormContext['columns'], none: string) {
  const names = columns.map(({ name }) => ({ value: name, label: name }));
  return spec.optional === true ? [{ value: '', label: none }, ...names] : names;
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '');

function Field({ spec, value, context, others, onChange }: FieldProps) {
  const { t, text } = useWords();
  const id = useId();
  const label = text(spec.label);
  const columns = spec.types === undefined ? context.columns : context.columns.filter((column) => (spec.types as readonly string[]).includes(column.type));
  switch (spec.kind) {
    case 'column':
      return (
        <Choice
          label={label}
          value={asText(value) || null}
          placeholder={t('param.chooseColumn')}
          options={columnOptions(spec, columns, t('none'))}
          onChange={(name) => onChange(name === '' ? undefined : name)}
        />
      );
    case 'columns':
      return <ColumnsField label={label} value={textsOf(value)} options={columns.map(({ name }) => ({ value: name, label: name }))} onChange={onChange} />;
    case 'datasets':
      return (
        <ColumnsField
          label={label}
          add={t('param.addTable')}
          value={textsOf(value)}
          options={context.datasets.filter((one) => one.id !== context.dataset).map((one) => ({ value: one.id, label: one.name }))}
          onChange={onChange}
        />
      );
    case 'aggregates':
      return <AggregatesField label={label} value={value} columns={context.columns} onChange={onChange} />;
    case 'dataset':
      return (
        <Choice
          label={label}
          value={asText(value) || null}
          placeholder={t('param.chooseTable')}
          options={context.datasets.filter((one) => one.id !== context.dataset).map((one) => ({ value: one.id, label: one.name }))}
          onChange={onChange}
        />
      );
    case 'type':
      return <Choice label={label} value={asText(value) || null} options={COLUMN_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))} onChange={onChange} />;
    case 'choice': {
      const options = (spec.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }));
      if (options.length <= 3 && options.every((option) => option.label.length < 24)) return <Segmented label={label} value={asText(value)} options={options} onChange={onChange} />;
      return <Choice label={label} value={asText(value) || null} options={options} onChange={onChange} />;
    }
    case 'choices':
      return <TickBoxes label={label} value={textsOf(value)} options={(spec.options ?? []).map((option) => ({ value: option.value, label: text(option.label) }))} onChange={onChange} />;
    case 'boolean':
      return <Toggle label={label} on={value === true} onChange={onChange} />;
    case 'number':
      return (
        <input
          id={id}
          aria-label={label}
          className="inp"
          type="number"
          step="any"
          value={typeof value === 'number' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
        />
      );
    case 'expression':
      return <ExpressionField label={label} value={asText(value)} context={context} onChange={onChange} />;
    case 'pairs':
      return (
        <PairsField
          label={label}
          spec={spec}
          value={value}
          columns={context.columns.map(({ name }) => name)}
          rightColumns={spec.from === undefined ? null : others.map(({ name }) => name)}
          onChange={onChange}
        />
      );
    case 'values':
      return (
        <textarea
          aria-label={label}
          className="inp area"
          rows={3}
          placeholder={t('param.onePerLine')}
          value={textsOf(value).join('\n')}
          onChange={(event) => onChange(event.target.value.split('\n'))}
        />
      );
    case 'text':
      return <input aria-label={label} className="inp" value={asText(value)} onChange={(event) => onChange(event.target.value)} />;
  }
}
