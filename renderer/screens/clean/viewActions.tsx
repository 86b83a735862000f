import { ArrowDownWideNarrow, ArrowUpNarrowWide, EyeOff, FoldHorizontal, ListRestart, Pin, PinOff, Scan, UnfoldHorizontal } from 'lucide-react';
import type { GridLook, ViewSort } from '#contract/views';
import { words } from '../../i18n/index.ts';
import type { MenuAction } from '../../ui/ActionMenu.tsx';
import type { GridColumn } from '../../ui/gridCells.ts';
import { nudged, withHidden } from '../../ui/gridLook.ts';

interface ViewActions {
  readonly column: GridColumn;
  readonly sort: ViewSort | null;
  readonly frozen: string | null;
  /** Whether it is the only column in sight. */
  readonly alone: boolean;
  onSort(sort: ViewSort | null): void;
  onLook(change: (look: GridLook) => GridLook): void;
  onFit(column: GridColumn): void;
}

/** What the menu of a column offers that changes only how the table is seen. */
export function viewActions({ column, sort, frozen, alone, onSort, onLook, onFit }: ViewActions): MenuAction[] {
  const { t } = words();
  const { name } = column;
  const section = t('grid.menu.view');
  const sorted = sort?.column === name ? sort : null;
  const icon = { className: 'i', 'aria-hidden': true } as const;
  return [
    { id: 'sort-up', section, label: t('grid.sortUp'), icon: <ArrowUpNarrowWide {...icon} />, disabled: sorted?.descending === false, run: () => onSort({ column: name, descending: false }) },
    { id: 'sort-down', section, label: t('grid.sortDown'), icon: <ArrowDownWideNarrow {...icon} />, disabled: sorted?.descending === true, run: () => onSort({ column: name, descending: true }) },
    ...(sorted === null ? [] : [{ id: 'sort-none', section, label: t('grid.sortNone'), icon: <ListRestart {...icon} />, run: () => onSort(null) }]),
    { id: 'hide', section, label: t('grid.hide'), icon: <EyeOff {...icon} />, disabled: alone, run: () => onLook((look) => withHidden(look, [name], true)) },
    frozen === name
      ? { id: 'unfreeze', section, label: t('grid.unfreeze'), icon: <PinOff {...icon} />, run: () => onLook((look) => ({ ...look, frozen: null })) }
      : { id: 'freeze', section, label: t('grid.freeze'), icon: <Pin {...icon} />, run: () => onLook((look) => ({ ...look, frozen: name })) },
    { id: 'fit', section, label: t('grid.fit'), icon: <Scan {...icon} />, run: () => onFit(column) },
    { id: 'wider', section, label: t('grid.wider'), icon: <UnfoldHorizontal {...icon} />, run: () => onLook((look) => nudged(look, column, true)) },
    { id: 'narrower', section, label: t('grid.narrower'), icon: <FoldHorizontal {...icon} />, run: () => onLook((look) => nudged(look, column, false)) },
  ];
}
