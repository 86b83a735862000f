import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import type { ViewSort } from '#contract/views';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

interface SortBarProps {
  readonly sort: ViewSort;
  /** Makes a step of it. */
  onStep(): void;
  onClear(): void;
}

/** Says that the rows are only seen in this order, and how that can be kept. */
export function SortBar({ sort, onStep, onClear }: SortBarProps) {
  const { t } = useWords();
  const Icon = sort.descending ? ArrowDownWideNarrow : ArrowUpNarrowWide;
  return (
    <div className="dg-bar" role="status" data-testid="sort-bar">
      <Icon className="i s ta" aria-hidden="true" />
      <span className="el">
        {t('grid.sorted', sort)} <span className="t3">· {t('grid.sortedAsSeen')}</span>
      </span>
      <span className="sp" />
      <Button size="small" onPress={onStep} testId="sort-step">
        {t('grid.sortStep')}
      </Button>
      <Button size="small" kind="quiet" onPress={onClear} testId="sort-clear">
        {t('grid.clear')}
      </Button>
    </div>
  );
}
