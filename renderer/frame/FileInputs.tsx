import { type ChangeEvent, useEffect, useRef } from 'react';
import { useWords } from '../i18n/index.ts';
import { addFiles } from '../state/importSession.ts';

function take(event: ChangeEvent<HTMLInputElement>): void {
  const files = [...(event.target.files ?? [])];
  // The same file can be chosen again.
  event.target.value = '';
  void addFiles(files);
}

/** The page's own inputs for files and for a folder: hidden, opened by buttons where the host has no picker. */
export function FileInputs() {
  const { t } = useWords();
  const folder = useRef<HTMLInputElement | null>(null);
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  return (
    <div hidden>
      <input type="file" multiple onChange={take} data-testid="file-input" aria-label={t('choose.files')} />
      <input type="file" ref={folder} onChange={take} data-testid="folder-input" aria-label={t('choose.folder')} />
    </div>
  );
}
