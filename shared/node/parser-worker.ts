import { parentPort, Worker, workerData } from 'node:worker_threads';
import { runIsolated } from '#engine/isolated';
import type { IsolatedWork } from '#engine/ports';
import { nodeFileSystem } from './file-system.ts';
import type { IsolatedReply, IsolatedTask } from './isolate.ts';
import { openReadable } from './readable.ts';

// Where files are read that could hang or swell: a process of its own, or a thread where none can be started. Whoever started it ends it.

type Post = (reply: IsolatedReply, transfer?: readonly ArrayBuffer[]) => void;

async function work({ request, mostBytes }: IsolatedTask, post: Post): Promise<void> {
  if (mostBytes !== null) watchMemory(mostBytes);
  try {
    const result = await runIsolated(request, { files: nodeFileSystem, open: openReadable, told: (progress) => post({ progress }) });
    post({ ok: true, result }, buffersOf(result));
  } catch (thrown) {
    post({ ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** A thread beside the parser's, which a loop in the parser does not keep from looking. */
function watchMemory(mostBytes: number): void {
  new Worker('setInterval(() => process.memoryUsage.rss() > require("node:worker_threads").workerData && process.kill(process.pid, "SIGKILL"), 50)', { eval: true, workerData: mostBytes }).unref();
}

/** The arrays of tables, which change hands instead of being copied. */
function buffersOf(result: IsolatedWork[keyof IsolatedWork]['result']): readonly ArrayBuffer[] {
  if (!('tables' in result)) return [];
  const all = result.tables.flatMap(({ columns }) => columns.flatMap(({ codes, bytes, ends }) => [codes.buffer, bytes.buffer, ends.buffer]));
  return [...new Set(all)].filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
}

const port = parentPort;
if (port !== null) void work(workerData as IsolatedTask, (reply, transfer = []) => port.postMessage(reply, transfer));
else process.once('message', (task) => void work(task as IsolatedTask, (reply) => process.send?.(reply)));
