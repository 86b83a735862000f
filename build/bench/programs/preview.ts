// Arguments: folder of the built program, workspace to make, file. Looks at the file as the import dialog does, and once more after each of a
// few choices; prints the milliseconds from each request to its reply, as JSON.
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { ImportOptions } from '#contract/documents';
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
await engine.call('workspace.create', { name: 'bench', path: workspace });

const look = async (options?: ImportOptions) => {
  const start = performance.now();
  const { tables } = await engine.call('import.inspect', { source: { kind: 'path', path: file }, ...(options !== undefined && { options }) });
  return { took: performance.now() - start, column: tables[0]?.columns[0]?.name ?? '' };
};
const { took: first, column } = await look();
const choices: ImportOptions[] = [{ types: { [column]: 'text' } }, { headerRows: 2 }, { preambleRows: 3 }, { dateOrder: 'dmy' }, { decimal: ',' }, { headerRows: 0 }, { footerRows: 2 }, {}];
const again: number[] = [];
for (const options of choices) again.push((await look(options)).took);
console.log(JSON.stringify({ first, again }));
await engine.call('workspace.close', {});
await worker.terminate();
process.exit(0);
