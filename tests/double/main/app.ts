import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { preventable } from './event.ts';

const argument = (name: string) => process.argv.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3);

/** What else runs. */
interface Processes {
  /** @returns whether all windows agreed to close */
  closeWindows(): boolean;
  killAll(): void;
  utilities(): { pid: number; name: string }[];
}

/** Electron's `app`. */
export class App extends EventEmitter {
  name = 'electron-double';
  isPackaged = false;
  /** Folder of the application's package.json. */
  _root = process.cwd();
  _processes: Processes = { closeWindows: () => true, killAll: () => undefined, utilities: () => [] };
  _quitting = false;
  #isReady = false;
  #becomeReady!: () => void;
  readonly #ready = new Promise<void>((resolve) => {
    this.#becomeReady = resolve;
  });
  readonly #userData = argument('user-data-dir') ?? path.join(os.tmpdir(), `electron-double-user-${process.pid}`);

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  _start(): void {
    this.#isReady = true;
    this.emit('ready', preventable(), {});
    this.#becomeReady();
  }

  getVersion(): string {
    return (JSON.parse(fs.readFileSync(path.join(this._root, 'package.json'), 'utf8')) as { version: string }).version;
  }

  getAppPath(): string {
    return this._root;
  }

  getLocale(): string {
    return argument('lang') ?? 'en-US';
  }

  getPath(name: string): string {
    if (name === 'userData') return this.#userData;
    if (name === 'temp') return os.tmpdir();
    if (name === 'home') return os.homedir();
    throw new Error(`electron double: app.getPath('${name}') is not doubled`);
  }

  getAppMetrics(): { pid: number; type: string; name?: string }[] {
    return [{ pid: process.pid, type: 'Browser' }, ...this._processes.utilities().map((utility) => ({ ...utility, type: 'Utility' }))];
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  /** Synchronous by contract: a lock file decides, and a file beside it tells the first instance. */
  requestSingleInstanceLock(): boolean {
    fs.mkdirSync(this.#userData, { recursive: true });
    const lock = path.join(this.#userData, 'SingletonLock');
    if (fs.existsSync(lock) && isAlive(Number(fs.readFileSync(lock, 'utf8')))) {
      const message = path.join(this.#userData, `SecondInstance-${process.pid}`);
      fs.writeFileSync(`${message}.part`, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
      fs.renameSync(`${message}.part`, message);
      return false;
    }
    fs.writeFileSync(lock, String(process.pid));
    this.#hearSecondInstances();
    process.on('exit', () => fs.rmSync(lock, { force: true }));
    return true;
  }

  quit(): void {
    if (this._quitting) return;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this._quitting = true;
    const will = preventable();
    if (this._processes.closeWindows()) this.emit('will-quit', will);
    else will.preventDefault();
    if (will.defaultPrevented) this._quitting = false;
    else this.exit(0);
  }

  exit(code = 0): void {
    this._quitting = true;
    this.emit('quit', preventable(), code);
    this._processes.killAll();
    process.exit(code);
  }

  #hearSecondInstances(): void {
    const watcher = fs.watch(this.#userData, (_event, name) => {
      const message = path.join(this.#userData, name ?? '');
      if (!/^SecondInstance-\d+$/.test(name ?? '') || !fs.existsSync(message)) return;
      const { argv, cwd } = JSON.parse(fs.readFileSync(message, 'utf8')) as { argv: string[]; cwd: string };
      fs.rmSync(message);
      this.emit('second-instance', preventable(), argv, cwd, undefined);
    });
    watcher.unref();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
