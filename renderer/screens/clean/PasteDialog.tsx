import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { CellEdit } from './cellEdits.ts';
import { byColumn, type PastePlan } from './pastePlan.ts';

/** What a paste, or emptying cells, is going to do. */
export interface PasteProposal extends PastePlan {
  readonly kind: 'paste' | 'empty';
  readonly refused: readonly { readonly column: string; readonly label: string; readonly value: string; readonly type: string }[];
  readonly beyond: number;
}

/** Refused values that are named one by one. */
const NAMED = 6;

interface PasteDialogProps {
  readonly proposal: PasteProposal;
  onSet(edits: readonly CellEdit[]): void;
  onClose(): void;
}

/** Says how many cells of which columns will be set, and what is kept out. */
export function PasteDialog({ proposal, onSet, onClose }: PasteDialogProps) {
  const { t } = useWords();
  const { kind, edits, refused, computed, masked, beyond, same } = proposal;
  const notes = [
    computed > 0 ? t('paste.computed', { n: computed }) : null,
    masked > 0 ? t('paste.masked', { n: masked }) : null,
    beyond > 0 ? t('paste.beyond', { n: beyond }) : null,
    same > 0 ? t('paste.same', { n: same }) : null,
  ].filter((note) => note !== null);
  return (
    <Dialog
      title={edits.length === 0 ? t('paste.nothing') : t(kind === 'paste' ? 'paste.title' : 'paste.emptyTitle', { n: edits.length })}
      onClose={onClose}
      style={{ width: 520 }}
      testId="paste-dialog"
      footer={
        <>
          <span className="t3 f12">{edits.length === 0 ? '' : t('paste.detail')}</span>
          <span className="sp" />
          <Button onPress={onClose}>{edits.length === 0 ? t('close') : t('cancel')}</Button>
          {edits.length === 0 ? null : (
            <Button kind="primary" autoFocus onPress={() => onSet(edits)} testId="paste-set">
              {t(kind === 'paste' ? 'paste.set' : 'paste.empty')}
            </Button>
          )}
        </>
      }
    >
      <div className="paste">
        {edits.length === 0 ? null : (
          <div className="paste-cols">
            {byColumn(edits).map(({ name, values }) => (
              <span key={name} className="chip">
                <b className="el">{name}</b> {formatNumber(values.length)}
              </span>
            ))}
          </div>
        )}
        {refused.length === 0 ? null : (
          <div className="notice" data-testid="paste-refused">
            <b>{t('paste.refused', { n: refused.length })}</b>
            <ul>
              {refused.slice(0, NAMED).map((one, index) => (
                <li key={index} className="el">
                  {t('paste.refusedOne', { column: one.column, row: one.label, value: one.value, type: one.type })}
                </li>
              ))}
              {refused.length > NAMED ? <li>{t('paste.more', { n: refused.length - NAMED })}</li> : null}
            </ul>
          </div>
        )}
        {notes.map((note) => (
          <p key={note} className="t2 f12 lines">
            {note}
          </p>
        ))}
      </div>
    </Dialog>
  );
}
