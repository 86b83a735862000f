import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { Finding } from './useFind.ts';

interface FindBarProps {
  readonly find: Finding;
  /** Whether some columns are not searched, being hidden. */
  readonly hidden: boolean;
  readonly field: Ref<HTMLInputElement>;
  onClose(): void;
}

/** The field over the table to find in it: Enter goes on, Shift Enter back, Escape closes. */
export function FindBar({ find, hidden, field, onClose }: FindBarProps) {
  const { t } = useWords();
  const { text, reply, busy, setText, step } = find;
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
            if (event.key === 'Escape') onClose();
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
      {hidden ? <span className="t3 f12 el">{t('find.hidden')}</span> : null}
      <span className="sp" />
      <Button kind="icon" label={t('find.close')} icon={<X className="i" />} onPress={onClose} testId="find-close" />
    </search>
  );
}
