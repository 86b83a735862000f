import { closeWorkspace, dialog, openSample, pickWorkspace, redo, screenCommands, undo } from '../state/actions.ts';
import { chooseFiles } from '../state/importSession.ts';
import { toggleLang, toggleTheme } from '../state/preferences.ts';
import { go } from '../state/router.ts';

/** What the commands of the native menu do. */
export const hostCommands: Readonly<Record<string, () => void>> = {
  import: () => void chooseFiles(),
  'open-workspace': () => void pickWorkspace(),
  'new-workspace': () => dialog.set('new-workspace'),
  'close-workspace': () => void closeWorkspace(),
  sample: () => void openSample(),
  undo: () => void undo(),
  redo: () => void redo(),
  print: () => (screenCommands.print === null ? go('report') : screenCommands.print()),
  export: () => screenCommands.export?.(),
  palette: () => dialog.set('palette'),
  shortcuts: () => dialog.set('shortcuts'),
  settings: () => go('settings'),
  history: () => go('history'),
  language: toggleLang,
  theme: toggleTheme,
};
