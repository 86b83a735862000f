import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { UtilityMessage } from '../wire/messages.ts';
import { clone, type MessagePortMain, Transport } from '../wire/ports.ts';
import { strict } from './strict.ts';

interface Options {
  serviceName?: string;
  stdio?: 'inherit' | 'ignore' | 'pipe';
  env?: NodeJS.ProcessEnv;
  execArgv?: string[];
}

const running = new Set<UtilityProcess>();

/** Electron's UtilityProcess: a Node process with a `parentPort`. */
class UtilityProcess extends EventEmitter {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #transport: Transport;

  constructor(file: string, args: string[], options: Options) {
    super();
    this.name = options.serviceName ?? 'Node Utility Process';
    this.#child = fork(file, args, {
      execArgv: [...(options.execArgv ?? []), '-r', path.join(__dirname, 'utility.cjs')],
      serialization: 'advanced',
      env: options.env ?? process.env,
      stdio: [0, 1, 2].map(() => (options.stdio === 'inherit' ? 'inherit' : 'ignore') as 'inherit' | 'ignore').concat('ipc' as never),
    });
    this.#transport = new Transport('main', (message) => this.#send(message));
    running.add(this);
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message: UtilityMessage) => {
      if (!this.#transport.receive(message) && message.kind === 'message') this.emit('message', message.data);
    });
    this.#child.on('exit', (code, signal) => {
      running.delete(this);
      this.#transport.closeAll();
      this.emit('exit', code ?? (signal === 'SIGTERM' ? 15 : 9));
    });
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, transfer: MessagePortMain[] = []): void {
    this.#send({ kind: 'message', data: clone(data), ports: transfer.map((port) => this.#transport.export(port.take())) });
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }

  #send(message: UtilityMessage): void {
    if (this.#child.connected) this.#child.send(message);
  }
}

export const utilities = () => [...running].map(({ pid, name }) => ({ pid: pid ?? 0, name }));

export function killUtilities(): void {
  for (const utility of running) utility.kill();
}

/** Electron's `utilityProcess`. */
export const utilityProcess = (isReady: () => boolean) =>
  strict(
    {
      fork(file: string, args: string[] = [], options: Options = {}) {
        if (!isReady()) throw new Error('utilityProcess cannot be created before app is ready.');
        return strict(new UtilityProcess(file, args, options), 'UtilityProcess');
      },
    },
    'utilityProcess',
  );
