import type { JoinSuggestion } from '#contract/recipe';
import { formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import type { TextPair } from './decisions.ts';

interface KeySuggestionsProps {
  readonly suggestions: readonly JoinSuggestion[];
  readonly chosen: readonly TextPair[];
  onChoose(pair: TextPair): void;
}

/** Pairs of columns that hold the same values, each with its reason. */
export function KeySuggestions({ suggestions, chosen, onChoose }: KeySuggestionsProps) {
  const { t, text } = useWords();
  if (suggestions.length === 0) return <p className="t3 f12 pad-t">{t('join.none')}</p>;
  return (
    <div className="row g6 wrap pad-t" data-testid="key-suggestions">
      <span className="t3 f12">{t('join.suggested')}</span>
      {suggestions.slice(0, 6).map((one) => (
        <button
          key={`${one.left} ${one.right}`}
          type="button"
          className={chosen.some(([a, b]) => a === one.left && b === one.right) ? 'chip acc' : 'chip'}
          title={text(one.reason)}
          onClick={() => onChoose([one.left, one.right])}
        >
          {one.left === one.right ? one.left : `${one.left} = ${one.right}`} <b>{t('join.key', { rate: formatPercent(one.matchRate) })}</b>
        </button>
      ))}
    </div>
  );
}
