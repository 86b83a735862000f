import { fork } from 'node:child_process';
import fs from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type IsolatedRequest, runIsolated } from '#engine/isolated';
import { type IsolatedProgress, type IsolatedWork, type IsolationLimits, LimitError, type Ports } from '#engine/ports';
import { nodeFileSystem } from './file-system.ts';
import { openReadable } from './readable.ts';

type Result = IsolatedWork[keyof IsolatedWork]['result'];
/** What comes back: how far it is, time and again, and at last how it ended. */
export type IsolatedReply = { readonly progress: IsolatedProgress } | { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly message: string };
/** What the process is given. */
export interface IsolatedTask {
  readonly request: IsolatedRequest;
  /** Resident memory beyond which the process ends itself: arrays of bytes lie outside of what V8 limits. */
  readonly mostBytes: number | null;
}

/** What was started to read the bytes. */
interface Started {
  /** Tells every reply, and the error by which it ended. */
  onReply(told: (reply: IsolatedReply | Error) => void): void;
  stop(): void;
}

/** Arrays of bytes that a parser may hold beside its heap: the file itself, and what it unpacks. */
const BESIDE_HEAP = 256;
const LOOKS_MS = 50;

/**
 * Reads hostile bytes where that can be ended: when it takes too long, too much memory, or the user cancels.
 *
 * A process of its own is the rule: when V8 itself runs out of memory a thread takes its whole process down. Inside of Electron, whose
 * program does not run as Node, it is a thread; the engine there is a process that is started again.
 *
 * @param code file with the compiled `parser-worker.ts`; in a tree that was never built the work is done here
 */
export function isolatedBy(code: string): Ports['isolate'] {
  const isBuilt = fs.existsSync(code);
  const start = process.versions.electron === undefined ? inProcess : inThread;
  return async <Kind extends keyof IsolatedWork>(kind: Kind, input: IsolatedWork[Kind]['input'], limits: IsolationLimits, run: Parameters<Ports['isolate']>[3]) => {
    const request = { kind, input } as IsolatedRequest;
    const result = isBuilt ? settled(start(code, request, limits), limits, run) : runIsolated(request, { files: nodeFileSystem, open: openReadable, told: (progress) => run.told?.(progress) });
    return (await result) as IsolatedWork[Kind]['result'];
  };
}

function settled(started: Started, { milliseconds }: IsolationLimits, { signal, told }: Parameters<Ports['isolate']>[3]): Promise<Result> {
  return new Promise((resolve, reject) => {
    let at: string | null = null;
    const end = (settle: () => void) => {
      clearTimeout(clock);
      signal.removeEventListener('abort', cancel);
      settle();
      started.stop();
    };
    const cancel = () => end(() => reject(signal.reason));
    const clock = setTimeout(() => end(() => reject(new LimitError(`more than ${milliseconds / 1000} s`, 'time', at))), milliseconds);
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    started.onReply((reply) => {
      if (reply instanceof LimitError) end(() => reject(new LimitError(reply.message, reply.over, at)));
      else if (reply instanceof Error) end(() => reject(reply));
      else if ('progress' in reply) {
        at = reply.progress.at ?? null;
        told?.(reply.progress);
      } else end(() => (reply.ok ? resolve(reply.result) : reject(new Error(reply.message))));
    });
  });
}

function inProcess(code: string, request: IsolatedRequest, { megabytes }: IsolationLimits): Started {
  const child = fork(code, { execArgv: [`--max-old-space-size=${megabytes}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const task: IsolatedTask = { request, mostBytes: (megabytes + BESIDE_HEAP) * 2 ** 20 };
  // One that ends before it has read all of it says so by its exit.
  child.send(task, () => undefined);
  return {
    onReply(told) {
      child.on('message', (reply) => told(reply as IsolatedReply));
      child.once('error', told);
      child.once('exit', (_code, signal) => told(new LimitError(`ended without an answer${signal === null ? '' : ` (${signal})`}, perhaps for want of more than ${megabytes} MB of memory`, 'memory')));
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

/** The code is given as text: inside of a packed application there is no file that a thread could be started from. */
function inThread(code: string, request: IsolatedRequest, { megabytes }: IsolationLimits): Started {
  const task: IsolatedTask = { request, mostBytes: null };
  const worker = new Worker(fs.readFileSync(code, 'utf8'), { eval: true, workerData: task, resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true });
  const before = process.memoryUsage.rss();
  const mostBytes = before + (megabytes + BESIDE_HEAP) * 2 ** 20;
  let watch: NodeJS.Timeout | undefined;
  return {
    onReply(told) {
      const tooMuch = () => told(new LimitError(`more than ${megabytes} MB of memory`, 'memory'));
      watch = setInterval(() => process.memoryUsage.rss() > mostBytes && tooMuch(), LOOKS_MS);
      worker.on('message', told);
      worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : told(error)));
      worker.once('exit', () => told(new LimitError('ended without an answer')));
    },
    stop() {
      clearInterval(watch);
      void worker.terminate();
    },
  };
}
