import { useEffect } from 'react';
import { dialog, redo, screenCommands, undo } from '../state/actions.ts';
import { workspace } from '../state/engine.ts';
import { chooseFiles, importFiles } from '../state/importSession.ts';
import { toggleLang, toggleTheme } from '../state/preferences.ts';
import { go } from '../state/router.ts';
import { inTextField, pressed } from './keys.ts';
import { STAGES } from './stages.ts';

/** Keys that act everywhere. `text`: also inside a text field. */
const KEYS: Readonly<Record<string, { readonly text: boolean; readonly inDialogs?: boolean; run(): void }>> = {
  'Ctrl+K': { text: true, run: () => dialog.set('palette') },
  'Ctrl+O': { text: true, run: () => void chooseFiles() },
  'Ctrl+P': { text: true, run: () => (screenCommands.print === null ? go('report') : screenCommands.print()) },
  'Ctrl+E': { text: true, run: () => screenCommands.export?.() },
  'Ctrl+Z': { text: false, run: () => void undo() },
  'Ctrl+Shift+Z': { text: false, run: () => void redo() },
  'Ctrl+Y': { text: false, run: () => void redo() },
  'Ctrl+Shift+L': { text: true, inDialogs: true, run: toggleLang },
  'Ctrl+Shift+D': { text: true, inDialogs: true, run: toggleTheme },
  '?': { text: false, run: () => dialog.set('shortcuts') },
};

function shortcut(event: KeyboardEvent): void {
  const name = pressed(event);
  const stage = /^Alt\+([1-7])$/.exec(name)?.[1];
  if (stage !== undefined) {
    event.preventDefault();
    const target = STAGES[Number(stage) - 1];
    if (target !== undefined && workspace.get() && importFiles.get() === null) go(target);
    return;
  }
  const key = KEYS[name];
  if (key === undefined || (!key.text && inTextField(event.target))) return;
  // The browser's own print and open would act on the wrong thing, also while a dialog is open.
  event.preventDefault();
  if (key.inDialogs !== true && document.querySelector('[role=dialog]') !== null) return;
  key.run();
}

/** Listens for the keys of the whole window. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', shortcut);
    return () => window.removeEventListener('keydown', shortcut);
  }, []);
}
