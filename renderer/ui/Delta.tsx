import type { Unit } from '#contract/metrics';
import { metricChange } from '../format/numbers.ts';
import { useWords } from '../i18n/index.ts';

export interface DeltaProps {
  readonly value: number | null;
  readonly previous: number | null;
  readonly unit: Unit;
  readonly good: 'up' | 'down' | 'neutral';
}

/** How a value moved, with a triangle, coloured by whether that is good (or by direction, by the setting). */
export function Delta({ value, previous, unit, good }: DeltaProps) {
  const { lang } = useWords();
  const change = metricChange(value, previous, unit, lang);
  if (change === null) return null;
  const tone = good === 'neutral' || change.direction === 0 ? 'n' : change.direction > 0 === (good === 'up') ? 'g' : 'd';
  const sign = change.direction > 0 ? '▲' : change.direction < 0 ? '▼' : '';
  return (
    <span className={`delta ${tone} ${change.direction > 0 ? 'up' : change.direction < 0 ? 'down' : ''}`}>
      {sign === '' ? null : <span className="tri">{sign}</span>}
      {change.text}
    </span>
  );
}
