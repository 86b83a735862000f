import { Plus, X } from 'lucide-react';
import { AGGREGATES, type Aggregate } from '#contract/definitions';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { type AggregateValue, aggregatesOf } from './paramValues.ts';

/** What is made of each group: a function, its column, and a name for the result. */
export function AggregatesField({
  label,
  value,
  columns,
  onChange,
}: {
  readonly label: string;
  readonly value: unknown;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  onChange(value: readonly AggregateValue[]): void;
}) {
  const { t } = useWords();
  const list = aggregatesOf(value);
  const set = (index: number, next: AggregateValue) => onChange(list.map((old, at) => (at === index ? next : old)));
  /** A name that follows what was chosen, until it is changed by hand. */
  const named = ([, , name]: AggregateValue, how: Aggregate, column: string, before: AggregateValue): AggregateValue => [how, column, name === nameOf(before) ? nameOf([how, column, '']) : name];
  const nameOf = ([how, column]: AggregateValue) => (column === '' ? t('aggregate.rows') : `${t(`aggregate.${how}`)} ${column}`);
  return (
    <fieldset className="pairs aggregates" aria-label={label}>
      {list.map((one, index) => {
        const [how, column, name] = one;
        const numeric = how === 'sum' || how === 'mean' || how === 'median';
        const fitting = numeric ? columns.filter(({ type }) => ['int', 'number', 'money', 'ratio', 'bool'].includes(type)) : columns;
        return (
          <div key={`value ${index + 1}`} className="row g6">
            <Choice
              label={`${label} ${index + 1}`}
              value={how}
              options={AGGREGATES.map((id) => ({ value: id, label: t(`aggregate.${id}`) }))}
              onChange={(next) => set(index, named(one, next as Aggregate, column, one))}
            />
            <Choice
              label={`${t('aggregate.of')} ${index + 1}`}
              wide
              value={column === '' && how !== 'count' ? null : column}
              placeholder={t('param.chooseColumn')}
              options={[...(how === 'count' ? [{ value: '', label: t('aggregate.rows') }] : []), ...fitting.map((option) => ({ value: option.name, label: option.name }))]}
              onChange={(next) => set(index, named(one, how, next, one))}
            />
            <input
              className="inp"
              aria-label={`${t('aggregate.name')} ${index + 1}`}
              placeholder={t('aggregate.name')}
              value={name}
              onChange={(event) => set(index, [how, column, event.target.value])}
            />
            <Button kind="icon" label={t('remove')} icon={<X className="i s" />} onPress={() => onChange(list.filter((_, at) => at !== index))} />
          </div>
        );
      })}
      <Button size="small" kind="quiet" icon={<Plus className="i s" />} onPress={() => onChange([...list, ['count', '', nameOf(['count', '', ''])]])} testId="aggregate-add">
        {t('aggregate.add')}
      </Button>
    </fieldset>
  );
}
