import path from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { ExportTarget } from '#contract/reports';
import { answer } from './security.ts';

const DATA = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xls', 'log'];

/** Native pickers. What they give back are paths the user chose, and nothing else reaches the page. */
export function answerDialogs(window: () => BrowserWindow | null): void {
  answer('files:pick', async (_event, kind: 'data' | 'workspace') => {
    const owner = window();
    if (owner === null) return null;
    const filters =
      kind === 'workspace'
        ? [{ name: 'Suanpan', extensions: ['suanpan'] }]
        : [
            { name: 'CSV, Excel', extensions: DATA },
            { name: '*', extensions: ['*'] },
          ];
    const { canceled, filePaths } = await dialog.showOpenDialog(owner, { filters, properties: kind === 'workspace' ? ['openFile'] : ['openFile', 'multiSelections'] });
    return canceled ? null : filePaths;
  });
  answer('files:target', async (_event, name: string): Promise<ExportTarget | null> => {
    const owner = window();
    if (owner === null) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(owner, { defaultPath: path.basename(name) });
    return canceled || filePath === '' ? null : { kind: 'path', path: filePath };
  });
  answer('files:reveal', (_event, file: string) => {
    if (path.isAbsolute(file)) shell.showItemInFolder(file);
  });
}
