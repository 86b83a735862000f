// Compiles the WebAssembly modules of the engine from their AssemblyScript.
import path from 'node:path';
import asc from 'assemblyscript/asc';

const root = path.resolve(import.meta.dirname, '..');

/** Writes the module that reads delimited text in bulk. */
export const compileBulk = (file) => compile('shared/engine/bulk/assembly/index.ts', file);

/** Writes the module that turns rows into records of SQLite's format. */
export const compileRecords = (file) => compile('shared/engine/store/assembly/index.ts', file);

async function compile(source, file) {
  const { error, stderr } = await asc.main([
    path.join(root, source),
    '--outFile',
    file,
    '--baseDir',
    root,
    ...['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--enable', 'bulk-memory'],
  ]);
  if (error !== null) throw new Error(stderr.toString(), { cause: error });
}
