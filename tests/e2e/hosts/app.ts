import type { ElectronApplication, Page } from '@playwright/test';

/** `double` runs the compiled Electron code under `tests/double`; `electron` runs it under Electron itself. */
export type HostKind = 'web' | 'double' | 'electron';

/** What a spec may ask of any host. */
export interface App {
  readonly kind: HostKind;
  readonly page: Page;
  /** Folder of the workspaces. */
  readonly home: string;
  /** What the page complained about: script errors, refused styles, requests that leave this computer. */
  readonly complaints: string[];
  /** Complaints that a spec provokes. */
  readonly expected: RegExp[];
  /** On the web host, the address with the one-time token. */
  readonly launchUrl: string | null;
  readonly electron: ElectronApplication | null;
  /** Goes to a screen, e.g. `metrics/overview`. */
  go(screen: string): Promise<void>;
  /** What `click` exports: a download on the web, a file that the user chose a name for on the desktop. */
  exported(click: () => Promise<void>): Promise<Buffer>;
}

/** Notes what a page complains about. */
export function listen(page: Page, isOurs: (url: URL) => boolean): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !isOurs(new URL(request.url()))) complaints.push(`left this computer: ${request.url()}`);
  });
  return complaints;
}

/** By the address line, as a link would; the page follows the part after `#` without loading anew. */
export const goTo = (page: Page) => async (screen: string) => {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${screen}`);
};
