import v8 from 'node:v8';

/**
 * Lets threads that are started from now on compile their hot loops themselves, not beside their work; of a thread that runs already
 * at least those that are compiled while they run.
 *
 * The V8 of Node 20 sometimes gets it wrong when it compiles beside the work: about one in a hundred runs of a filter kept every row
 * from some row on. With this none of two hundred did.
 */
export function compileSteadily(): void {
  if (!process.versions.v8.startsWith('11.')) return;
  v8.setFlagsFromString('--no-concurrent-recompilation');
  v8.setFlagsFromString('--no-concurrent-osr');
  // Hundreds of functions of SQLite would be compiled once more, beside the work and on the processor that it needs: only the hottest are.
  v8.setFlagsFromString('--wasm-tiering-budget=20000000');
}
