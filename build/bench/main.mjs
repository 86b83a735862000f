// `npm run bench`: time and peak memory of our imports beside what other programs need for the same files, taking turns in one run.
// Writes docs/performance.md, unless SUANPAN_BENCH_ROWS asks for another size. Only the ratios say something.
import fs from 'node:fs';
import path from 'node:path';
import { checkNode, installPackages, root } from '../setup.mjs';

const ROWS = 1_000_000;

checkNode();
installPackages();
const { build } = await import('../build.mjs');
await build();
const asked = process.env.SUANPAN_BENCH_ROWS;
const { bench } = await import('./bench.mjs');
const page = await bench(path.join(root, 'out/cli.cjs'), asked === undefined ? ROWS : wholeRows(asked));
console.log(page);
if (asked === undefined) fs.writeFileSync(path.join(root, 'docs/performance.md'), page);

/** The sizes are hundredths and fifths of it. */
function wholeRows(text) {
  const rows = Number(text);
  if (Number.isInteger(rows / 100) && rows >= 1000) return rows;
  console.error('SUANPAN_BENCH_ROWS has to be a multiple of 100, from 1000.');
  process.exit(2);
}
