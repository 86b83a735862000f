import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode, encode } from '../wire/codec.ts';
import { type FromPage, filePlaceholder, type ToPage } from '../wire/messages.ts';
import { clone, MessagePortMain, Transport } from '../wire/ports.ts';
import type { Cdp, CdpSession } from './cdp.ts';
import { preventable } from './event.ts';
import { ipcMain } from './ipc.ts';
import { answerRequest, type PausedRequest } from './requests.ts';
import { originOf, own, served } from './schemes.ts';
import { settlePermissions } from './session.ts';

const WORLD = 'electron-double-preload';
const DOOR = 'electronDoubleDoor';

export interface WebPreferences {
  preload?: string;
  contextIsolation?: boolean;
  sandbox?: boolean;
  nodeIntegration?: boolean;
  webSecurity?: boolean;
  javascript?: boolean;
}

export interface PrintOptions {
  preferCSSPageSize?: boolean;
  printBackground?: boolean;
  generateTaggedPDF?: boolean;
  generateDocumentOutline?: boolean;
  landscape?: boolean;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** The frame that sent a message. */
class WebFrameMain {
  readonly parent = null;
  readonly url: string;
  readonly origin: string;
  readonly #contents: WebContents;

  constructor(contents: WebContents, url: string) {
    this.#contents = contents;
    this.url = own(url);
    this.origin = originOf(url);
  }

  postMessage(channel: string, message: unknown, transfer?: MessagePortMain[]): void {
    this.#contents.postMessage(channel, message, transfer);
  }
}

let count = 0;

/** Electron's WebContents: one page of the browser. */
export class WebContents extends EventEmitter {
  readonly id = ++count;
  _targetId = '';
  readonly #cdp: Cdp;
  readonly #preferences: WebPreferences;
  readonly #ready: Promise<void>;
  readonly #secret = `e${randomUUID().replaceAll('-', '')}`;
  readonly #files = new Map<string, string>();
  #session!: CdpSession;
  #transport = this.#newTransport();
  #preloadContext = 0;
  #url = '';
  #loading = false;
  #dead = false;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  /** Messages of the page are handled in order, also while the path of a file is looked up. */
  #queue: Promise<void> = Promise.resolve();

  constructor(cdp: Cdp, preferences: WebPreferences, size: { width: number; height: number }) {
    super();
    if (preferences.contextIsolation !== true || preferences.sandbox !== true || preferences.nodeIntegration === true || preferences.webSecurity === false)
      throw new Error('electron double: only secure webPreferences are doubled');
    this.#cdp = cdp;
    this.#preferences = preferences;
    this.#ready = this.#open(size);
    this.#ready.catch((thrown) => {
      if (!this.#dead) console.error('electron double:', thrown);
    });
  }

  async loadURL(url: string): Promise<void> {
    await this.#ready;
    this.#loading = true;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await this.#session.send('Page.navigate', { url: served(url) });
    if (errorText !== undefined) {
      this.#loading = false;
      throw new Error(`${errorText} loading '${url}'`);
    }
    await loaded;
  }

  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(path.resolve(file)).href);
  }

  reload(): void {
    this.#loading = true;
    void this.#session.send('Page.reload');
  }

  getURL(): string {
    return own(this.#url);
  }

  get mainFrame(): WebFrameMain {
    return new WebFrameMain(this, this.#url);
  }

  /** Untyped in Electron as well, and there. */
  getLastWebPreferences(): WebPreferences {
    return { ...this.#preferences };
  }

  send(channel: string, ...args: unknown[]): void {
    this.#post({ kind: 'event', channel, args: clone(args), ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    this.#post({ kind: 'event', channel, args: [clone(message)], ports: transfer.map((port) => this.#transport.export(port.take())) });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async printToPDF(options: PrintOptions): Promise<Buffer> {
    const { data } = await this.#session.send('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  }

  forcefullyCrashRenderer(): void {
    void this.#session.send('Page.crash').catch(() => undefined);
  }

  isDestroyed(): boolean {
    return this.#dead;
  }

  /** A page that this page opened. */
  _opened(target: { targetId: string; url: string }): void {
    if (this.#openHandler({ url: own(target.url) }).action === 'deny') void this.#closePopup(target.targetId);
  }

  _destroyed(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#transport.closeAll();
    this.emit('destroyed');
  }

  #newTransport(): Transport {
    return new Transport('main', (message) => this.#post(message));
  }

  async #open(size: { width: number; height: number }): Promise<void> {
    const { browser } = this.#cdp;
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size });
    this._targetId = targetId;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = this.#cdp.session(sessionId);
    this.#listen();
    await Promise.all([
      this.#session.send('Page.enable'),
      this.#session.send('Runtime.enable'),
      this.#session.send('Inspector.enable'),
      this.#session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }),
      this.#session.send('Runtime.addBinding', { name: DOOR, executionContextName: WORLD }),
      this.#session.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#script('main-world.js') }),
    ]);
    if (this.#preferences.preload !== undefined) {
      const preload = fs.readFileSync(this.#preferences.preload, 'utf8');
      const source = `${this.#script('preload-world.js')};globalThis.electronDoubleRun?.(function(require,module,exports,process){${preload}\n})`;
      await this.#session.send('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source });
    }
    if (this.#preferences.javascript === false) await this.#session.send('Emulation.setScriptExecutionDisabled', { value: true });
    await settlePermissions(this.#cdp, this);
  }

  #script(name: string): string {
    const environment = { secret: this.#secret, platform: process.platform, argv: [process.execPath] };
    return `(()=>{const electronDouble=${JSON.stringify(environment)};${fs.readFileSync(path.join(__dirname, name), 'utf8')}\n})()`;
  }

  #listen(): void {
    const session = this.#session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD && context.auxData.frameId === this._targetId) this.#preloadContext = context.id;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === DOOR && executionContextId === this.#preloadContext) this.#enqueue(payload, executionContextId);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#transport.closeAll();
      this.#transport = this.#newTransport();
      this.#url = frame.url;
    });
    session.on('Page.loadEventFired', () => {
      this.#loading = false;
      this.emit('did-finish-load', preventable());
    });
    session.on('Inspector.targetCrashed', () => this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 1 }));
    session.on('Fetch.requestPaused', (paused: PausedRequest) => {
      void this.#answer(paused).catch((thrown) => {
        if (!this.#dead) console.error('electron double:', thrown);
      });
    });
  }

  async #answer(paused: PausedRequest): Promise<void> {
    if (paused.resourceType === 'Document' && paused.frameId === this._targetId && !this.#loading) {
      const event = preventable({ url: own(paused.request.url), isMainFrame: true });
      this.emit('will-navigate', event);
      if (event.defaultPrevented) {
        await this.#session.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
        return;
      }
      this.#loading = true;
    }
    await answerRequest(this.#session, paused, this.id);
  }

  #enqueue(payload: string, contextId: number): void {
    this.#queue = this.#queue
      .then(async () => {
        const message = decode(payload, (text) => this.#files.get(text) ?? text) as FromPage;
        if (message.kind === 'file') await this.#findPath(message.id, contextId);
        else this.#receive(message);
      })
      .catch((thrown) => console.error('electron double:', thrown));
  }

  async #findPath(id: number, contextId: number): Promise<void> {
    const { result } = await this.#session.send('Runtime.evaluate', { contextId, expression: `electronDoubleFiles.get(${id})` });
    const { path: found } = await this.#session.send('DOM.getFileInfo', { objectId: result.objectId });
    this.#files.set(filePlaceholder(id), found);
  }

  #receive(message: Exclude<FromPage, { kind: 'file' }>): void {
    if (this.#transport.receive(message)) return;
    const event = { sender: this, senderFrame: this.mainFrame };
    if (message.kind === 'send') ipcMain.emit(message.channel, { ...event, ports: message.ports.map((id) => new MessagePortMain(this.#transport.import(id))) }, ...message.args);
    if (message.kind === 'invoke') void this.#invoke(message.channel, message.id, message.args, event);
    if (message.kind === 'preload-error') this.emit('preload-error', preventable(), this.#preferences.preload, Object.assign(new Error(message.message), { stack: message.stack }));
  }

  async #invoke(channel: string, id: number, args: unknown[], event: object): Promise<void> {
    try {
      this.#post({ kind: 'reply', id, ok: true, value: clone(await ipcMain._answer(channel, event, args)) });
    } catch (thrown) {
      this.#post({ kind: 'reply', id, ok: false, message: `Error invoking remote method '${channel}': ${thrown}` });
    }
  }

  #post(message: ToPage): void {
    if (this.#dead || this.#preloadContext === 0) return;
    const expression = `globalThis.electronDoubleReceive?.(${JSON.stringify(encode(message))})`;
    // A page that is navigating away loses its messages, as in Electron.
    void this.#session.send('Runtime.evaluate', { contextId: this.#preloadContext, expression }).catch(() => undefined);
  }

  /** Playwright attaches to a popup paused; closed at once, `window.open` could wait for ever. So it is resumed first. */
  async #closePopup(targetId: string): Promise<void> {
    const { browser } = this.#cdp;
    try {
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
      await this.#cdp.session(sessionId).send('Runtime.runIfWaitingForDebugger');
      await new Promise((resolve) => setTimeout(resolve, 50));
      await browser.send('Target.closeTarget', { targetId });
    } catch {
      // It has gone by itself.
    }
  }
}
