import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '../i18n/index.ts';
import { importFiles } from '../state/importSession.ts';
import { useStore } from '../state/store.ts';
import { dismissToast, dismissToasts, toasts } from '../state/toasts.ts';
import { Button } from '../ui/Button.tsx';

/** Short messages at the bottom of the window, spoken as they come. */
export function Toasts() {
  const { t } = useWords();
  const all = useStore(toasts);
  const isImporting = useStore(importFiles) !== null;
  useEffect(() => {
    if (isImporting) dismissToasts();
  }, [isImporting]);
  // The top layer: over an open dialog a message can be answered, and answering it does not close the dialog.
  return (
    <div className="toasts" aria-live="polite" role="status" data-react-aria-top-layer="true">
      {all.map((toast) => (
        <div key={toast.id} className={`toast ${toast.tone}`} data-testid="toast">
          {toast.tone === 'error' ? <TriangleAlert className="i" aria-hidden="true" /> : <Check className="i" aria-hidden="true" />}
          <span className="sp">{toast.text}</span>
          {toast.action === undefined ? null : (
            <button
              type="button"
              className="toast-act"
              onClick={() => {
                dismissToast(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <Button kind="icon" label={t('close')} icon={<X className="i s" />} onPress={() => dismissToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
