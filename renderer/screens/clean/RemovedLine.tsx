import type { RemovedRows } from '#contract/removed';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

interface RemovedLineProps {
  readonly removed: RemovedRows;
  /** How many of the selected rows can be kept. */
  readonly chosen: number;
  /** False while the step is only looked at. */
  readonly isTaken: boolean;
  onKeep(): void;
}

/** What a step takes away, in a sentence, and the way to keep some of it. */
export function RemovedLine({ removed: { removed, same, keepable }, chosen, isTaken, onKeep }: RemovedLineProps) {
  const { t, text } = useWords();
  const columns = same?.columns.join(t('list.comma')) ?? '';
  const repeated =
    same === null
      ? null
      : same.entity !== null && same.groups !== 1
        ? t('kept.entities', { n: same.groups, entity: text(same.entity) })
        : same.columns.length === 1
          ? t('kept.values', { n: same.groups, column: columns })
          : t('kept.combinations', { n: same.groups, columns });
  return (
    <div className="removed-line" data-testid="removed-line">
      <span className="t2 f12">
        {repeated === null ? t('kept.removed', { n: removed }) : t('kept.struck', { first: repeated })}
        {keepable || !isTaken ? null : t('kept.computed')}
      </span>
      <span className="sp" />
      {keepable && isTaken ? (
        <Button kind="quiet" size="small" disabled={chosen === 0} onPress={onKeep} keys={chosen === 0 ? undefined : 'Enter'} testId="keep-row">
          {chosen === 0 ? t('kept.choose') : chosen === 1 ? t('kept.one') : t('kept.several', { n: chosen })}
        </Button>
      ) : null}
    </div>
  );
}
