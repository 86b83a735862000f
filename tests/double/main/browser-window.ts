import { EventEmitter } from 'node:events';
import type { App } from './app.ts';
import type { Cdp } from './cdp.ts';
import { preventable } from './event.ts';
import { strict } from './strict.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';

interface Options {
  width?: number;
  height?: number;
  show?: boolean;
  webPreferences?: WebPreferences;
}

const SECURE: WebPreferences = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true };
const windows: BrowserWindowDouble[] = [];
let app: App;
let cdp: Cdp;

/** Before any window is made. */
export function attachBrowser(owner: App, browser: Cdp): void {
  app = owner;
  cdp = browser;
  cdp.browser.on('Target.targetCreated', ({ targetInfo }) => {
    const opener = windows.find((window) => window.webContents._targetId === targetInfo.openerId);
    if (targetInfo.type === 'page') opener?.webContents._opened(targetInfo);
  });
  cdp.browser.on('Target.targetDestroyed', ({ targetId }) => windows.find((window) => window.webContents._targetId === targetId)?._closed());
}

/** @returns whether all agreed */
export function closeWindows(): boolean {
  for (const window of [...windows]) window.close();
  return windows.length === 0;
}

class BrowserWindowDouble extends EventEmitter {
  readonly webContents: WebContents;
  #visible: boolean;
  #minimised = false;
  #dead = false;

  constructor(options: Options = {}) {
    super();
    if (!app?.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#visible = options.show !== false;
    this.webContents = strict(new WebContents(cdp, { ...SECURE, ...options.webPreferences }, { width: options.width ?? 800, height: options.height ?? 600 }), 'webContents');
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    windows.push(this);
    app.emit('web-contents-created', preventable(), this.webContents);
  }

  static getAllWindows(): BrowserWindowDouble[] {
    return [...windows];
  }

  get id(): number {
    return this.webContents.id;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(file: string): Promise<void> {
    return this.webContents.loadFile(file);
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  minimize(): void {
    this.#minimised = true;
  }

  isMinimized(): boolean {
    return this.#minimised;
  }

  restore(): void {
    this.#minimised = false;
  }

  focus(): void {
    this.emit('focus');
  }

  isDestroyed(): boolean {
    return this.#dead;
  }

  close(): void {
    if (this.#dead) return;
    const event = preventable();
    this.emit('close', event);
    if (event.defaultPrevented) app._quitting = false;
    else this.destroy();
  }

  destroy(): void {
    if (this.#dead) return;
    const targetId = this.webContents._targetId;
    this._closed();
    if (targetId !== '') void cdp.browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }

  _closed(): void {
    if (this.#dead) return;
    this.#dead = true;
    windows.splice(windows.indexOf(this), 1);
    this.webContents._destroyed();
    this.emit('closed');
    if (windows.length > 0 || app._quitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}

/** Electron's BrowserWindow: its instances and the class itself fail on what they lack. */
export const BrowserWindow = strict(new Proxy(BrowserWindowDouble, { construct: (Window, [options]) => strict(new Window(options as Options), 'BrowserWindow') }), 'BrowserWindow');
