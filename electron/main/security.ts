import { app, type IpcMainInvokeEvent, ipcMain, session } from 'electron';

export const ORIGIN = 'app://bundle';

/** The page may load nothing from elsewhere and run nothing that is not a file of ours. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types suanpan-report";

/** The one way to answer the page: only its main frame, only from our own origin. */
export function answer<Args extends unknown[], Reply>(channel: string, reply: (event: IpcMainInvokeEvent, ...args: Args) => Reply): void {
  ipcMain.handle(channel, (event, ...args) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || frame.origin !== ORIGIN) throw new Error('untrusted sender');
    return reply(event, ...(args as Args));
  });
}

/** No navigation away, no new windows, no embedded pages, no permissions, no network. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !/^(app|blob|data|devtools|file):/.test(details.url) }));
}
