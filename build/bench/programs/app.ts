// Arguments: folder of the built program, workspace to make or open, file. Imports it as the app does, into the engine that runs already;
// prints the seconds from the request to the reply and the reply, as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { connect } from '#contract/rpc';
import { compileSteadily } from '../../../hosts/web/steady-compiler.ts';
import type { WorkerData } from '../../../hosts/web/worker.ts';
import { frameWire, type PortLike } from '../../../shared/node/wires.ts';

const [out = '', workspace = '', file = ''] = process.argv.slice(2);
compileSteadily();
const workerData: WorkerData = { resources: path.join(out, 'resources'), uploads: '', downloads: '', version: 'bench' };
const worker = new Worker(path.join(out, 'web-worker.cjs'), { workerData });
const { port1, port2 } = new MessageChannel();
worker.postMessage({ type: 'connect', port: port1 }, [port1]);
const engine = connect(frameWire(port2 as unknown as PortLike));
if (fs.existsSync(workspace)) await engine.call('workspace.open', { path: workspace });
else await engine.call('workspace.create', { name: 'bench', path: workspace });
const start = performance.now();
const replies = await engine.call('import.run', { files: [{ source: { kind: 'path', path: file } }] });
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, replies }));
await engine.call('workspace.close', {});
await worker.terminate();
process.exit(0);
