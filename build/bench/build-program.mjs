import path from 'node:path';
import { build } from 'vite';
import { root } from '../setup.mjs';

/** Builds a program of programs/ that uses the project's own modules; gives its file. */
export async function buildProgram(folder, name) {
  const shared = (zone) => path.join(root, 'shared', zone);
  const outDir = path.join(folder, name);
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { ssr: path.join(root, 'build/bench/programs', `${name}.ts`), outDir, minify: false, rollupOptions: { output: { entryFileNames: `${name}.mjs` } } },
    ssr: { noExternal: true },
    resolve: { alias: { '#contract': shared('contract'), '#engine': shared('engine'), '#node': shared('node') } },
  });
  return path.join(outDir, `${name}.mjs`);
}
