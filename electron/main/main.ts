import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { answerDialogs } from './dialogs.ts';
import { EngineProcess } from './engine-process.ts';
import { declareScheme, serveFiles } from './files.ts';
import { installMenu } from './menu.ts';
import { printToPdf } from './print.ts';
import { answer, lockDown, ORIGIN } from './security.ts';

declareScheme();
app.enableSandbox();
if (!app.requestSingleInstanceLock()) app.exit(0);

let window: BrowserWindow | null = null;
const send = (command: string) => window?.webContents.send('command', command);
const engine = new EngineProcess(() => send('engine-restarted'), printToPdf);

async function openWindow(): Promise<void> {
  window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    webPreferences: { preload: path.join(__dirname, 'preload.cjs'), contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
  });
  window.once('ready-to-show', () => window?.show());
  window.on('closed', () => {
    window = null;
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') window?.webContents.reload();
  });
  await window.loadURL(`${ORIGIN}/index.html`);
}

app.on('second-instance', () => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
app.on('window-all-closed', () => app.quit());
app.on('before-quit', () => engine.stop());

void app.whenReady().then(async () => {
  lockDown();
  serveFiles(path.join(__dirname, 'renderer'));
  answer('engine:open', (event) => event.senderFrame?.postMessage('engine:port', null, [engine.connect()]));
  answerDialogs(() => window);
  installMenu(send);
  engine.start();
  await openWindow();
});
