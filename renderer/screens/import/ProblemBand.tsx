import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportOptions } from '#contract/documents';
import type { CellCorrection, InspectedColumn, InspectedTable, RefusedGroup, SetAsideGroup } from '#contract/import';
import { maskPersonal } from '#contract/personal';
import type { Text } from '#contract/values';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { shownCell } from './previewCells.ts';
import { correctionOf } from '../../state/corrections.ts';

/** More kinds of problems than these leave no room for the rows themselves. */
const GROUPS_SHOWN = 6;

interface ProblemBandProps {
  readonly table: Pick<InspectedTable, 'setAside' | 'setAsideRows' | 'refused' | 'refusedCells'> & Partial<Pick<InspectedTable, 'columns'>>;
  onFix(options: ImportOptions): void;
  /** What refused cells were corrected to, where they can be. */
  readonly corrections?: readonly CellCorrection[];
  /** Opens the cells of a group, by its reason in English. */
  onEdit?(reason: string): void;
  /** Opens all rows that were set aside. */
  onOpen?(): void;
}

/** Rows that were set aside and cells that their types refuse, by what is wrong with them, with what would make them fit: one click each. */
export function ProblemBand({ table, onFix, corrections = [], onEdit, onOpen }: ProblemBandProps) {
  const { t } = useWords();
  if (table.setAsideRows === 0 && table.refusedCells === 0) return null;
  const groups = [
    ...table.setAside.map((group) => <RowGroup key={`rows ${group.reason.en}`} group={group} onFix={onFix} />),
    ...table.refused.map((group) => <CellGroup key={`cells ${group.reason.en}`} group={group} columns={table.columns ?? []} corrections={corrections} onFix={onFix} {...(onEdit && { onEdit })} />),
  ];
  const more = groups.length - GROUPS_SHOWN;
  return (
    <div className="imp-aside" data-testid="import-set-aside">
      <div className="row g8">
        <ShieldAlert className="i tw" aria-hidden="true" />
        <span className="b">{t('import.problems', { rows: table.setAsideRows, cells: table.refusedCells })}</span>
        <span className="t2 f12 el">{t('import.aside.detail')}</span>
        <span className="sp" />
        {onOpen === undefined || table.setAsideRows === 0 ? null : (
          <Button kind="link" className="f12 nw" onPress={onOpen} testId="import-open-aside">
            {t('import.aside.open', { n: table.setAsideRows })}
          </Button>
        )}
      </div>
      <div className="imp-aside-groups">{groups.slice(0, GROUPS_SHOWN)}</div>
      {more > 0 ? <div className="t2 f12">{t('import.problems.more', { n: more })}</div> : null}
    </div>
  );
}

function RowGroup({ group: { reason, rows, example, fix, others = [] }, onFix }: { readonly group: SetAsideGroup; onFix(options: ImportOptions): void }) {
  const { t } = useWords();
  return (
    <Group count={rows} reason={reason} example={t('import.aside.example', { row: example.row, text: maskPersonal(example.text) })}>
      {[...(fix === undefined ? [] : [fix]), ...others].map((one) => (
        <FixButton key={one.label.en} fix={one} onFix={onFix} />
      ))}
    </Group>
  );
}

interface CellGroupProps extends Pick<ProblemBandProps, 'onFix' | 'onEdit'> {
  readonly group: RefusedGroup;
  readonly columns: readonly InspectedColumn[];
  readonly corrections: readonly CellCorrection[];
}

function CellGroup({ group: { reason, cells, listed, fixes }, columns, corrections, onFix, onEdit }: CellGroupProps) {
  const { t } = useWords();
  const [first] = listed;
  const done = listed.filter((place) => correctionOf(corrections, place) !== undefined).length;
  return (
    <Group
      count={cells}
      reason={reason}
      example={
        first === undefined
          ? ''
          : t('import.refused.example', {
              ...first,
              text: shownCell(
                first.text,
                columns.find(({ name }) => name === first.column),
              ),
            })
      }
    >
      {fixes.map((fix) => (
        <FixButton key={fix.label.en} fix={fix} onFix={onFix} />
      ))}
      {onEdit === undefined ? null : (
        <Button size="small" onPress={() => onEdit(reason.en)} testId="import-edit-cells">
          {t('import.cells.edit', { n: cells })}
        </Button>
      )}
      {done === 0 ? null : <span className="tg f12">{t('import.cells.corrected', { done, n: cells })}</span>}
    </Group>
  );
}

function Group({ count, reason, example, children }: { readonly count: number; readonly reason: Text; readonly example: string; readonly children: ReactNode }) {
  const { text } = useWords();
  return (
    <div>
      <div>
        <b className="num tw">{formatNumber(count)}</b> <span className="m">{text(reason)}</span>
      </div>
      <div className="t3 f12 el" title={example}>
        {example}
      </div>
      <div className="row g6 wrap">{children}</div>
    </div>
  );
}

function FixButton({ fix: { label, options }, onFix }: { readonly fix: { readonly label: Text; readonly options: ImportOptions }; onFix(options: ImportOptions): void }) {
  const { text } = useWords();
  return (
    <Button size="small" onPress={() => onFix(options)} testId="import-fix">
      {text(label)}
    </Button>
  );
}
