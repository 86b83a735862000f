import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Toggle.tsx';
import type { TableFinding } from './useTableFind.ts';

interface FindBarProps {
  readonly find: TableFinding;
  /** Whether some columns are not searched, being hidden. */
  readonly hidden: boolean;
}

/** The field over the table to find in it: Enter goes on, Shift Enter back, Escape closes; the search can be held to one column. */
export function FindBar({ find, hidden }: FindBarProps) {
  const { t } = useWords();
  const { text, reply, busy, setText, step, field, column, only, setOnly, close } = find;
  const none = text !== '' && reply !== null && reply.total === 0;
  const told = text === '' ? '' : reply === null ? (busy ? t('find.searching') : '') : reply.match === null ? t('find.none') : t('find.count', { n: reply.match.n + 1, total: reply.total });
  return (
    <search className="dg-bar" data-testid="find-bar">
      <span className="find-in">
        <Search className="i s t3" aria-hidden="true" />
        <input
          ref={field}
          aria-label={t('find.label')}
          placeholder={t('find.placeholder')}
          value={text ?? ''}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
            else if (event.key === 'Enter' && !event.nativeEvent.isComposing) step(event.shiftKey ? -1 : 1);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
          data-testid="find-text"
        />
      </span>
      <span className={none ? 'find-n miss' : 'find-n'} role="status" data-testid="find-count">
        {told}
      </span>
      <Button kind="icon" label={t('find.previous')} icon={<ChevronUp className="i" />} onPress={() => step(-1)} disabled={reply === null || reply.total === 0} testId="find-previous" />
      <Button kind="icon" label={t('find.next')} icon={<ChevronDown className="i" />} onPress={() => step(1)} disabled={reply === null || reply.total === 0} testId="find-next" />
      {column === null ? null : (
        <span className="find-only" title={t('find.only', { column })}>
          <Tick on={only} onChange={setOnly} testId="find-only">
            <span className="el">{t('find.only', { column })}</span>
          </Tick>
        </span>
      )}
      {hidden && none && !only ? (
        <span className="t3 f12 el" title={t('find.hidden')}>
          {t('find.hidden')}
        </span>
      ) : null}
      <span className="sp" />
      <Button kind="icon" label={t('find.close')} icon={<X className="i" />} onPress={close} testId="find-close" />
    </search>
  );
}
