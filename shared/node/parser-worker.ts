import { Worker } from 'node:worker_threads';
import { runIsolated } from '#engine/isolated';
import { nodeFileSystem } from './file-system.ts';
import type { IsolatedReply, IsolatedTask } from './isolate.ts';
import { openReadable } from './readable.ts';
import type { PortLike } from './wires.ts';

// Where files are read that could hang or swell: a process of its own. Whoever started it ends it.

async function work({ request, mostBytes }: IsolatedTask, post: (reply: IsolatedReply) => void): Promise<void> {
  watchMemory(mostBytes);
  try {
    post({ ok: true, result: await runIsolated(request, { files: nodeFileSystem, open: openReadable, told: (progress) => post({ progress }) }) });
  } catch (thrown) {
    post({ ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** A thread beside the parser's, which a loop in the parser does not keep from looking. */
function watchMemory(mostBytes: number): void {
  new Worker('setInterval(() => process.memoryUsage.rss() > require("node:worker_threads").workerData && process.kill(process.pid, "SIGKILL"), 50)', { eval: true, workerData: mostBytes }).unref();
}

/** What Electron gives a utility process: its first message brings the port to the engine. */
interface Parent {
  on(event: 'message', listener: (event: { readonly ports: readonly PortLike[] }) => void): void;
}

const parent = (process as unknown as { readonly parentPort?: Parent }).parentPort;
if (parent === undefined) process.once('message', (task) => void work(task as IsolatedTask, (reply) => process.send?.(reply)));
else
  parent.on('message', ({ ports: [port] }) => {
    port?.on('message', ((event: { readonly data: IsolatedTask }) => void work(event.data, (reply) => port.postMessage(reply))) as (value: never) => void);
    port?.start?.();
  });
