import fs from 'node:fs';
import { Worker } from 'node:worker_threads';
import { runIsolated } from '#engine/isolated';
import { type IsolationLimits, LimitError, type PlainWorkbook, type Ports, type WorkbookInput } from '#engine/ports';

/**
 * Reads hostile bytes in a thread of its own, which is ended when it takes too long, too much memory, or the user cancels.
 *
 * @param code file with the compiled `parser-worker.ts`; in a tree that was never built the work is done here
 */
export function isolatedBy(code: string): Ports['isolate'] {
  if (!fs.existsSync(code)) return async (input) => runIsolated(input);
  let source: string | undefined;
  return (input, limits, signal) => {
    // Given as text: inside of a packed application there is no file that a thread could be started from.
    source ??= fs.readFileSync(code, 'utf8');
    return inThread(source, input, limits, signal);
  };
}

function inThread(code: string, input: WorkbookInput, { milliseconds, megabytes }: IsolationLimits, signal: AbortSignal): Promise<PlainWorkbook> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: input, resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true });
    const end = (settle: () => void) => {
      clearTimeout(clock);
      signal.removeEventListener('abort', cancel);
      settle();
      void worker.terminate();
    };
    const cancel = () => end(() => reject(signal.reason));
    const clock = setTimeout(() => end(() => reject(new LimitError(`more than ${milliseconds / 1000} s`))), milliseconds);
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', (reply: { ok: true; result: PlainWorkbook } | { ok: false; message: string }) => end(() => (reply.ok ? resolve(reply.result) : reject(new Error(reply.message)))));
    worker.once('error', (error: NodeJS.ErrnoException) => end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new LimitError(`more than ${megabytes} MB of memory`) : error)));
    worker.once('exit', () => end(() => reject(new LimitError('the parser ended without an answer'))));
  });
}
