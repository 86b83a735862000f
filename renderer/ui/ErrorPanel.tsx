import { TriangleAlert } from 'lucide-react';
import type { ErrorInfo } from '#contract/errors';
import type { Place } from '#contract/values';
import { useWords, type Words } from '../i18n/index.ts';
import { toast } from '../state/toasts.ts';
import { Button } from './Button.tsx';

/** A place in words: file, sheet, row, column. */
export function placeText({ t }: Words, place: Place | undefined): string {
  if (place === undefined) return '';
  return [
    place.file,
    place.sheet === undefined ? undefined : t('error.sheet', { sheet: place.sheet }),
    place.row === undefined ? undefined : t('error.row', { row: place.row }),
    place.column === undefined ? undefined : t('error.column', { column: place.column }),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** What went wrong, where, and what to do about it. */
export function ErrorPanel({ error, onRetry }: { readonly error: ErrorInfo; readonly onRetry?: () => void }) {
  const words = useWords();
  const { t, text } = words;
  const place = placeText(words, error.where);
  const copy = () => {
    const details = [error.code, error.message.en, placeText(words, error.where === undefined ? undefined : { ...error.where, file: undefined }), error.details].filter(Boolean).join('\n');
    void navigator.clipboard.writeText(details).then(() => toast(t('error.copied')));
  };
  return (
    <div className="errbox" role="alert">
      <div className="row g8 err-row">
        <span className="tc">
          <TriangleAlert className="i" aria-hidden="true" />
        </span>
        <div className="sp">
          <div className="b">{text(error.message)}</div>
          {place === '' || text(error.message).includes(place) ? null : <div className="t2 f12">{place}</div>}
          {error.hint === undefined ? null : <div className="t2 f12">{text(error.hint)}</div>}
          <div className="row g8 gap-top">
            {onRetry === undefined ? null : (
              <Button size="small" onPress={onRetry}>
                {t('error.retry')}
              </Button>
            )}
            <Button size="small" kind="quiet" onPress={copy}>
              {t('error.copy')}
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}
