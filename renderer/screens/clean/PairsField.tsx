import { ArrowRight, Plus, X } from 'lucide-react';
import type { ParamSpec } from '#contract/definitions';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { pairsOf } from './paramValues.ts';

interface PairsFieldProps {
  readonly label: string;
  readonly spec: ParamSpec;
  readonly value: unknown;
  readonly columns: readonly string[];
  /** Columns to choose the right side from; null: it is written. */
  readonly rightColumns: readonly string[] | null;
  onChange(value: readonly (readonly [string, string])[]): void;
}

/** A list of old → new. */
export function PairsField({ label, spec, value, columns, rightColumns, onChange }: PairsFieldProps) {
  const { t, text } = useWords();
  const pairs = pairsOf(value);
  const shown = pairs.length === 0 ? [['', ''] as const] : pairs;
  const left = text(spec.pair?.leftLabel ?? { en: 'Old', zh: '原值' });
  const right = text(spec.pair?.rightLabel ?? { en: 'New', zh: '新值' });
  const set = (index: number, pair: readonly [string, string]) => onChange(shown.map((old, at) => (at === index ? pair : old)));
  return (
    <fieldset className="pairs" aria-label={label}>
      <div className="row g8 t3 f12">
        <span className="pair-l">{left}</span>
        <span>{right}</span>
      </div>
      {shown.map(([old, next], index) => (
        <div key={`pair ${index + 1}`} className="row g6">
          {spec.pair?.left === 'column' ? (
            <Choice
              label={`${left} ${index + 1}`}
              wide
              value={old || null}
              placeholder={t('param.chooseColumn')}
              options={columns.map((column) => ({ value: column, label: column }))}
              onChange={(column) => set(index, [column, next])}
            />
          ) : (
            <input className="inp" aria-label={`${left} ${index + 1}`} value={old} onChange={(event) => set(index, [event.target.value, next])} />
          )}
          <ArrowRight className="i s t3" aria-hidden="true" />
          {rightColumns === null ? (
            <input className="inp" aria-label={`${right} ${index + 1}`} value={next} onChange={(event) => set(index, [old, event.target.value])} />
          ) : (
            <Choice
              label={`${right} ${index + 1}`}
              wide
              value={next || null}
              placeholder={t('param.chooseColumn')}
              options={rightColumns.map((column) => ({ value: column, label: column }))}
              onChange={(column) => set(index, [old, column])}
            />
          )}
          <Button kind="icon" label={t('remove')} icon={<X className="i s" />} onPress={() => onChange(shown.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button size="small" kind="quiet" icon={<Plus className="i s" />} onPress={() => onChange([...shown, ['', '']])}>
        {t('param.addPair')}
      </Button>
    </fieldset>
  );
}
