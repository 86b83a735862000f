import { fork } from 'node:child_process';
import fs from 'node:fs';
import type { IsolatedRequest } from '#engine/isolated';
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
  readonly mostBytes: number;
}

/** What was started to read the bytes. */
export interface Started {
  /** Tells every reply, and the error by which it ended. */
  onReply(told: (reply: IsolatedReply | Error) => void): void;
  stop(): void;
}

/** Starts the parser in a process of its own and gives it its task. */
export type StartParser = (task: IsolatedTask, limits: IsolationLimits) => Started;

/** Arrays of bytes that a parser may hold beside its heap: the file itself, and what it unpacks. */
const BESIDE_HEAP = 256;

/**
 * Reads hostile bytes where that can be ended: when it takes too long, too much memory, or the user cancels.
 *
 * That is a process of its own: when V8 itself runs out of memory a thread takes its whole process down.
 *
 * @param code file with the compiled `parser-worker.ts`; in a tree that was never built the work is done here
 * @param start starts it otherwise than as a child of this process
 */
export function isolatedBy(code: string, start: StartParser = childOf(code)): Ports['isolate'] {
  const isBuilt = fs.existsSync(code);
  return async <Kind extends keyof IsolatedWork>(kind: Kind, input: IsolatedWork[Kind]['input'], limits: IsolationLimits, run: Parameters<Ports['isolate']>[3]) => {
    const request = { kind, input } as IsolatedRequest;
    const task = { request, mostBytes: (limits.megabytes + BESIDE_HEAP) * 2 ** 20 };
    const result = isBuilt ? settled(start(task, limits), limits, run) : runHere(request, run.told);
    return (await result) as IsolatedWork[Kind]['result'];
  };
}

/** The parsers are large, and only a tree that was never built needs them here. */
async function runHere(request: IsolatedRequest, told: Parameters<Ports['isolate']>[3]['told']): Promise<Result> {
  const { runIsolated } = await import('#engine/isolated');
  return runIsolated(request, { files: nodeFileSystem, open: openReadable, told: (progress) => told?.(progress) });
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

function childOf(code: string): StartParser {
  return (task, { megabytes }) => {
    const child = fork(code, { execArgv: [`--max-old-space-size=${megabytes}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    // One that ends before it has read all of it says so by its exit.
    child.send(task, () => undefined);
    return {
      onReply(told) {
        child.on('message', (reply) => told(reply as IsolatedReply));
        child.once('error', told);
        child.once('exit', (_code, signal) =>
          told(new LimitError(`ended without an answer${signal === null ? '' : ` (${signal})`}, perhaps for want of more than ${megabytes} MB of memory`, 'memory')),
        );
      },
      stop: () => void child.kill('SIGKILL'),
    };
  };
}
