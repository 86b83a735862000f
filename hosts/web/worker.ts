import path from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { serve } from '#contract/rpc';
import { createNodeEngine } from '#node/create-node-engine';
import { createBrowserPrint } from '#node/print';
import { frameWire, type PortLike } from '#node/wires';

/** What the host hands the engine's thread. */
export interface WorkerData {
  readonly resources: string;
  readonly uploads: string;
  readonly downloads: string;
  readonly version: string;
}

const data = workerData as WorkerData;
const engine = createNodeEngine({
  resources: data.resources,
  version: data.version,
  host: 'web',
  upload: (id) => path.join(data.uploads, /^[0-9a-f]{32}$/.test(id) ? id : 'unknown'),
  download: (name) => path.join(data.downloads, encodeURIComponent(name)),
  print: createBrowserPrint(),
});

parentPort?.on('message', (message: { type: 'connect'; port: MessagePort } | { type: 'open'; path: string } | { type: 'close' }) => {
  if (message.type === 'connect') serve(frameWire(message.port as unknown as PortLike), engine.handlers);
  if (message.type === 'open') void openAtStart(message.path);
  if (message.type === 'close') {
    engine.close();
    parentPort?.postMessage({ type: 'closed' });
  }
});

/** Opens the workspace named on the command line, or makes it. */
async function openAtStart(file: string): Promise<void> {
  const context = { signal: new AbortController().signal, progress: () => undefined };
  try {
    await engine.handlers['workspace.create']({ name: path.basename(file).replace(/\.suanpan$/, ''), path: file }, context);
    parentPort?.postMessage({ type: 'opened' });
  } catch (thrown) {
    parentPort?.postMessage({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
