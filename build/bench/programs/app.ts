// Arguments: folder of the built program, workspace to make or open, file. Imports it as the app does, into the engine that runs already;
// prints the seconds from the request to the reply and the reply, as JSON.
import fs from 'node:fs';
import { runningApp } from './running-app.ts';

const [out = '', workspace = '', file = ''] = process.argv.slice(2);
const { engine, stop } = runningApp(out);
if (fs.existsSync(workspace)) await engine.call('workspace.open', { path: workspace });
else await engine.call('workspace.create', { name: 'bench', path: workspace });
const start = performance.now();
const replies = await engine.call('import.run', { files: [{ source: { kind: 'path', path: file } }] });
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, replies }));
await stop();
