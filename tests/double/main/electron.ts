// What `require('electron')` gives to the main process under the double.
import { MessageChannelMain } from '../wire/ports.ts';
import { App } from './app.ts';
import { BrowserWindow, closeWindows, attachBrowser } from './browser-window.ts';
import { startChromium } from './chromium.ts';
import { dialog, net, shell, shown } from './desktop.ts';
import { ipcMain } from './ipc.ts';
import { Menu, MenuItem } from './menu.ts';
import { outbound } from './requests.ts';
import { protocol } from './schemes.ts';
import { defaultSession } from './session.ts';
import { strict } from './strict.ts';
import { killUtilities, utilities, utilityProcess } from './utility-process.ts';

const app = new App();

/** Starts the browser, waits for `gate`, and says that the application is ready. */
async function start(gate: Promise<void>): Promise<void> {
  const chromium = await startChromium(app.getPath('userData'));
  app._processes = {
    closeWindows,
    utilities,
    killAll() {
      killUtilities();
      chromium.kill();
    },
  };
  attachBrowser(app, chromium.cdp);
  await chromium.cdp.browser.send('Target.setDiscoverTargets', { discover: true });
  await gate;
  app._start();
}

const isReady = () => app.isReady();

export const electron = strict(
  {
    app: strict(app, 'app'),
    BrowserWindow,
    dialog,
    ipcMain: strict(ipcMain, 'ipcMain'),
    Menu,
    MenuItem,
    MessageChannelMain,
    net,
    protocol: strict(protocol(isReady), 'protocol'),
    session: strict({ defaultSession }, 'session'),
    shell,
    utilityProcess: utilityProcess(isReady),
    /** For the specs: what a real Electron would have done to the world. */
    _double: { start, outbound, shown },
  },
  'electron',
);
