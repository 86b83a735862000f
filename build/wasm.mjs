// Compiles the WebAssembly modules of the engine from their AssemblyScript.
import path from 'node:path';
import asc from 'assemblyscript/asc';

const root = path.resolve(import.meta.dirname, '..');

/** Writes the module that reads delimited text in bulk. */
export async function compileBulk(file) {
  const source = path.join(root, 'shared/engine/bulk/assembly/index.ts');
  const { error, stderr } = await asc.main([source, '--outFile', file, '--baseDir', root, '-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--enable', 'bulk-memory']);
  if (error !== null) throw new Error(stderr.toString(), { cause: error });
}
