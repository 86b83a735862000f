import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { connect } from '#contract/rpc';
import { compileSteadily } from '../../../hosts/web/steady-compiler.ts';
import type { WorkerData } from '../../../hosts/web/worker.ts';
import { frameWire, type PortLike } from '../../../shared/node/wires.ts';

/**
 * Starts the engine in a thread of its own, as the app does.
 *
 * @param out folder of the built program
 */
export function runningApp(out: string) {
  compileSteadily();
  const workerData: WorkerData = { resources: path.join(out, 'resources'), uploads: '', downloads: '', version: 'bench' };
  const worker = new Worker(path.join(out, 'web-worker.cjs'), { workerData });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'connect', port: port1 }, [port1]);
  const engine = connect(frameWire(port2 as unknown as PortLike));
  return {
    engine,
    async stop() {
      await engine.call('workspace.close', {});
      await worker.terminate();
      process.exit(0);
    },
  };
}
