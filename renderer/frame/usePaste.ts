import { useEffect } from 'react';
import { useWords } from '../i18n/index.ts';
import { addFiles } from '../state/importSession.ts';
import { pastedFile } from '../state/pastedFile.ts';
import { toast } from '../state/toasts.ts';
import { inTextField } from './keys.ts';

/** Files, and a table copied from a spreadsheet or a web page, can be pasted right on the screen that uses it. */
export function usePaste(): void {
  const { t } = useWords();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData: data } = event;
      if (data === null || inTextField(event.target) || document.querySelector('[role=dialog]:not([data-testid=import-dialog])') !== null) return;
      const files = [...data.files];
      const text = data.getData('text/plain');
      const html = data.getData('text/html');
      // A spreadsheet hands over a picture of its cells as well.
      const pasted = text === '' && html === '' ? null : pastedFile({ text, html }, t('start.pasted'));
      if (pasted !== null) void addFiles([pasted]);
      else if (files.length > 0) void addFiles(files);
      else toast(t('start.noTable'));
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [t]);
}
