import { Search } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ColumnsMenu, type ColumnsMenuProps } from './ColumnsMenu.tsx';

interface GridToolsProps extends ColumnsMenuProps {
  /** Where they stand: beside the tabs. */
  readonly slot: HTMLElement | null;
  onFind(): void;
}

/** Finding, and choosing columns. */
export function GridTools({ slot, onFind, ...columns }: GridToolsProps) {
  const { t } = useWords();
  if (slot === null) return null;
  return createPortal(
    <>
      <Button kind="icon" label={t('find.open')} icon={<Search className="i" />} onPress={onFind} testId="grid-find" />
      <ColumnsMenu {...columns} />
    </>,
    slot,
  );
}
