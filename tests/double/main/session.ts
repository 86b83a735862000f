import type { Cdp } from './cdp.ts';
import { strict } from './strict.ts';

type Decision = { cancel?: boolean };
type BeforeRequest = (details: { url: string; method: string; resourceType: string; webContentsId: number }, decide: (decision: Decision) => void) => void;
type PermissionRequest = (contents: unknown, permission: string, grant: (granted: boolean) => void, details: object) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;

// As Electron and as Chromium name them.
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'microphone'],
  ['media', 'camera'],
  ['clipboard-read', 'clipboard-read'],
  ['midi', 'midi'],
] as const;

let beforeRequest: BeforeRequest | null = null;
let permissionRequest: PermissionRequest | null = null;
let permissionCheck: PermissionCheck | null = null;

/** Electron's `session.defaultSession`. */
export const defaultSession = strict(
  {
    webRequest: strict(
      {
        onBeforeRequest(listener: BeforeRequest) {
          beforeRequest = listener;
        },
      },
      'session.webRequest',
    ),
    setPermissionRequestHandler(handler: PermissionRequest) {
      permissionRequest = handler;
    },
    setPermissionCheckHandler(handler: PermissionCheck) {
      permissionCheck = handler;
    },
    // Devices cannot be offered by a headless browser: accepted, and listed in README.md among what is not shown.
    setDevicePermissionHandler() {},
  },
  'session',
);

/** Whether the application lets a request go out. */
export function letsThrough(details: Parameters<BeforeRequest>[0]): Promise<boolean> {
  const listener = beforeRequest;
  if (listener === null) return Promise.resolve(true);
  return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel !== true)));
}

async function granted(contents: unknown, permission: string): Promise<boolean> {
  if (permissionCheck !== null && !permissionCheck(contents, permission, '', {})) return false;
  const handler = permissionRequest;
  return handler === null ? true : new Promise((resolve) => handler(contents, permission, resolve, {}));
}

/** Chromium's protocol has no hook for a prompt, so the application is asked once, when a window is made. Without handlers Electron grants all. */
export async function settlePermissions(cdp: Cdp, contents: unknown): Promise<void> {
  for (const [permission, name] of PERMISSIONS) {
    const setting = (await granted(contents, permission)) ? 'granted' : 'denied';
    await cdp.browser.send('Browser.setPermission', { permission: { name }, setting });
  }
}
