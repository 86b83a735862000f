import { fork } from 'node:child_process';
import fs from 'node:fs';
import { Worker } from 'node:worker_threads';
import { runIsolated } from '#engine/isolated';
import { type IsolationLimits, LimitError, type PlainWorkbook, type Ports, type WorkbookInput } from '#engine/ports';

type Reply = { readonly ok: true; readonly result: PlainWorkbook } | { readonly ok: false; readonly message: string };

/** What was started to read the bytes. */
interface Started {
  /** Tells the answer, or the error by which it ended. */
  onEnd(told: (reply: Reply | Error) => void): void;
  stop(): void;
}

/**
 * Reads hostile bytes where that can be ended: when it takes too long, too much memory, or the user cancels.
 *
 * A process of its own is the rule: when V8 itself runs out of memory a thread takes its whole process down. Inside of Electron, whose
 * program does not run as Node, it is a thread; the engine there is a process that is started again.
 *
 * @param code file with the compiled `parser-worker.ts`; in a tree that was never built the work is done here
 */
export function isolatedBy(code: string): Ports['isolate'] {
  if (!fs.existsSync(code)) return async (input) => runIsolated(input);
  const start = process.versions.electron === undefined ? inProcess : inThread;
  return (input, limits, signal) => settled(start(code, input, limits), limits, signal);
}

function settled(started: Started, { milliseconds }: IsolationLimits, signal: AbortSignal): Promise<PlainWorkbook> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(clock);
      signal.removeEventListener('abort', cancel);
      settle();
      started.stop();
    };
    const cancel = () => end(() => reject(signal.reason));
    const clock = setTimeout(() => end(() => reject(new LimitError(`more than ${milliseconds / 1000} s`))), milliseconds);
    signal.addEventListener('abort', cancel, { once: true });
    started.onEnd((reply) => end(() => (reply instanceof Error ? reject(reply) : reply.ok ? resolve(reply.result) : reject(new Error(reply.message)))));
  });
}

function inProcess(code: string, input: WorkbookInput, { megabytes }: IsolationLimits): Started {
  const child = fork(code, { execArgv: [`--max-old-space-size=${megabytes}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.send(input);
  return {
    onEnd(told) {
      child.once('message', (reply) => told(reply as Reply));
      child.once('error', told);
      child.once('exit', () => told(new LimitError(`ended without an answer, perhaps for want of more than ${megabytes} MB of memory`)));
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

/** The code is given as text: inside of a packed application there is no file that a thread could be started from. */
function inThread(code: string, input: WorkbookInput, { megabytes }: IsolationLimits): Started {
  const worker = new Worker(fs.readFileSync(code, 'utf8'), { eval: true, workerData: input, resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true });
  return {
    onEnd(told) {
      worker.once('message', told);
      worker.once('error', (error: NodeJS.ErrnoException) => told(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new LimitError(`more than ${megabytes} MB of memory`) : error));
      worker.once('exit', () => told(new LimitError('ended without an answer')));
    },
    stop: () => void worker.terminate(),
  };
}
