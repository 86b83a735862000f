// Builds everything into out/: the renderer by Vite, each Node entry as one file by rolldown, resources beside them. The command line
// starts anew for every command: what few commands need (writing workbooks, drawing charts) lies in files beside it and waits.
import fs from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { build as viteBuild } from 'vite';
import { compileBulk, compileRecords } from './wasm.mjs';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out');

const ENTRIES = {
  'cli.cjs': 'hosts/cli/main.ts',
  'web-worker.cjs': 'hosts/web/worker.ts',
  'main.cjs': 'electron/main/main.ts',
  'preload.cjs': 'electron/preload/preload.ts',
  'utility.cjs': 'electron/utility/engine.ts',
};

const FONTS = {
  'inter-400.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter-600.woff2': '@fontsource/inter/files/inter-latin-600-normal.woff2',
  'inter-700.woff2': '@fontsource/inter/files/inter-latin-700-normal.woff2',
  'noto-sans-sc-400.woff2': '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2',
  'noto-sans-sc-700.woff2': '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff2',
};

// Charts are drawn as SVG text: the variant of vega-canvas that looks for a native canvas module is not wanted.
async function bundle(name, input) {
  const built = await rolldown({
    input: path.join(root, input),
    platform: 'node',
    external: ['electron', 'bufferutil', 'utf-8-validate', 'canvas'],
    logLevel: 'silent',
    cwd: root,
    resolve: { alias: { 'vega-canvas': path.join(root, 'node_modules/vega-canvas/build/vega-canvas.browser.js') } },
  });
  const waits = name === 'cli.cjs' && { dir: out, entryFileNames: name, chunkFileNames: 'cli-[name].cjs', codeSplitting: true };
  await built.write({ format: 'cjs', sourcemap: false, minify: false, ...(waits || { file: path.join(out, name), codeSplitting: false }) });
  await built.close();
}

export async function build() {
  fs.mkdirSync(path.join(out, 'resources', 'fonts'), { recursive: true });
  for (const [name, input] of Object.entries(ENTRIES)) if (fs.existsSync(path.join(root, input))) await bundle(name, input);
  fs.writeFileSync(path.join(out, 'package.json'), JSON.stringify({ type: 'commonjs' }));
  await bundle('resources/parser.cjs', 'shared/node/parser-worker.ts');
  fs.copyFileSync(path.join(root, 'node_modules/sql.js/dist/sql-wasm.wasm'), path.join(out, 'resources', 'sql-wasm.wasm'));
  await compileBulk(path.join(out, 'resources', 'bulk.wasm'));
  await compileRecords(path.join(out, 'resources', 'records.wasm'));
  for (const [name, file] of Object.entries(FONTS)) fs.copyFileSync(path.join(root, 'node_modules', file), path.join(out, 'resources', 'fonts', name));
  if (fs.existsSync(path.join(root, 'build/sample-shop/main.ts'))) {
    await bundle('sample-shop.cjs', 'build/sample-shop/main.ts');
    const { writeSampleShop } = await import(new URL('../out/sample-shop.cjs', import.meta.url));
    await writeSampleShop(path.join(out, 'resources', 'sample'));
  }
  if (fs.existsSync(path.join(root, 'renderer/vite.config.mts'))) await viteBuild({ configFile: path.join(root, 'renderer/vite.config.mts'), logLevel: 'warn' });
}

if (process.argv[1] === import.meta.filename) await build();
