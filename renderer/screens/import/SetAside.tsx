import { ShieldAlert } from 'lucide-react';
import type { ImportOptions } from '#contract/documents';
import type { InspectedTable, SetAsideGroup } from '#contract/import';
import { maskPersonal } from '#contract/personal';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

/** Rows that were set aside, by what is wrong with them, with what would make them fit: one click each. */
export function SetAside({ table, onFix }: { readonly table: Pick<InspectedTable, 'setAside' | 'setAsideRows'>; onFix(options: ImportOptions): void }) {
  const { t, text } = useWords();
  if (table.setAsideRows === 0) return null;
  return (
    <div className="imp-aside" data-testid="import-set-aside">
      <div className="row g8">
        <ShieldAlert className="i tw" aria-hidden="true" />
        <span className="b">{t('import.aside.title', { n: table.setAsideRows })}</span>
        <span className="t2 f12 el">{t('import.aside.detail')}</span>
      </div>
      <div className="imp-aside-groups">
        {table.setAside.map((group) => (
          <div key={group.reason.en}>
            <div>
              <b className="num tw">{formatNumber(group.rows)}</b> <span className="m">{text(group.reason)}</span>
            </div>
            <div className="t3 f12 el" title={maskPersonal(group.example.text)}>
              {t('import.aside.example', { row: group.example.row, text: maskPersonal(group.example.text) })}
            </div>
            <FixButton group={group} onFix={onFix} />
          </div>
        ))}
      </div>
    </div>
  );
}

function FixButton({ group: { fix }, onFix }: { readonly group: SetAsideGroup; onFix(options: ImportOptions): void }) {
  const { text } = useWords();
  if (fix === undefined) return null;
  return (
    <Button size="small" onPress={() => onFix(fix.options)} testId="import-fix">
      {text(fix.label)}
    </Button>
  );
}
