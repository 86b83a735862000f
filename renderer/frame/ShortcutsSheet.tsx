import { type PlainKey, useWords } from '../i18n/index.ts';
import { dialog } from '../state/actions.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { keyName } from './keys.ts';

const KEYS: readonly (readonly [PlainKey, readonly (readonly [string, PlainKey])[]])[] = [
  [
    'keys.everywhere',
    [
      ['Alt 1–7', 'keys.stage'],
      ['Ctrl K', 'keys.palette'],
      ['Ctrl O', 'keys.import'],
      ['Ctrl P', 'keys.print'],
      ['Ctrl E', 'keys.export'],
      ['Ctrl Z', 'keys.undo'],
      ['Ctrl Shift Z', 'keys.redo'],
      ['Ctrl Shift L', 'keys.lang'],
      ['Ctrl Shift D', 'keys.theme'],
      ['?', 'keys.sheet'],
    ],
  ],
  [
    'keys.tables',
    [
      ['↑ ↓ ← →', 'keys.move'],
      ['Ctrl ↑ ↓', 'keys.jump'],
      ['Shift ↑ ↓', 'keys.extend'],
      ['Ctrl A', 'keys.selectAll'],
      ['Ctrl C', 'keys.copy'],
      ['Ctrl V', 'keys.paste'],
      ['Delete', 'keys.empty'],
      ['Ctrl F', 'keys.findTable'],
      ['Shift F10', 'keys.columnMenu'],
    ],
  ],
  [
    'keys.screens',
    [
      ['Enter', 'keys.importRun'],
      ['↑ ↓', 'keys.importFile'],
      ['Alt ← →', 'keys.importColumn'],
      ['F8', 'keys.nextProblem'],
      ['Alt ↑ ↓', 'keys.moveStep'],
      ['Space', 'keys.onOff'],
      ['[ ]', 'keys.nextStep'],
      ['Delete', 'keys.deleteStep'],
      ['1 2 3', 'keys.answer'],
      ['T', 'keys.chartTable'],
      ['Ctrl Enter', 'keys.runSql'],
    ],
  ],
];

/** All keys on one sheet. */
export function ShortcutsSheet() {
  const { t } = useWords();
  return (
    <Dialog title={t('keys.title')} onClose={() => dialog.set('none')} style={{ width: 640 }} testId="shortcuts">
      <div className="sheet">
        {KEYS.map(([title, rows]) => (
          <section key={title}>
            <h4>{t(title)}</h4>
            <dl>
              {rows.map(([keys, what]) => (
                <div key={what} className="row g8">
                  <dt>
                    <span className="kbd">{keyName(keys)}</span>
                  </dt>
                  <dd>{t(what)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
