import { words } from '../i18n/index.ts';
import { preferencesError } from './preferences.ts';
import { toast } from './toasts.ts';

/**
 * Says so when preferences cannot be kept; once, until they can be kept again.
 *
 * @returns what ends it
 */
export function tellUnsavedPreferences(): () => void {
  let told = false;
  return preferencesError.subscribe(() => {
    const error = preferencesError.get();
    if (error !== null && !told) {
      const { t, text } = words();
      toast(t('preferences.unsaved', { why: text(error.message) }), { tone: 'error' });
    }
    told = error !== null;
  });
}
