// The "binary": takes Electron's command line (`electron <folder> --flags`) and runs the application's main file in this Node.
import fs from 'node:fs';
import inspector from 'node:inspector';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { electron } from './electron.ts';

const argv = process.argv.slice(2);
const root = path.resolve(argv.find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { main: string; name: string; productName?: string };
process.argv = [process.execPath, ...argv];
Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: 'double' } });
Object.defineProperty(process, 'type', { value: 'browser' });

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}
const loader = Module as unknown as Loader;
const load = loader._load;
loader._load = (request, ...rest) => (request === 'electron' || request === 'electron/main' ? electron : load(request, ...rest));

electron.app._root = root;
electron.app.name = manifest.productName ?? manifest.name;

let gate = Promise.resolve();
if (argv.includes('--inspect=0')) {
  // Playwright holds the application until it has attached, and lets it go by this function.
  gate = new Promise((resolve) => {
    Object.assign(globalThis, { __playwright_run: resolve });
  });
  inspector.open(0, '127.0.0.1');
}
const fail = (thrown: unknown) => {
  console.error('electron double:', thrown);
  process.exit(1);
};
process.on('uncaughtException', fail);
setImmediate(() => electron._double.start(gate).catch(fail));
const start = createRequire(path.join(root, 'package.json'));
start(path.resolve(root, manifest.main));
