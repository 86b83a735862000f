// Builds the double into out/double, beside the application that it runs.
import fs from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const here = import.meta.dirname;
const out = path.resolve(here, '../../out/double');
const NODE = { 'bin.cjs': 'main/bin.ts', 'utility.cjs': 'main/utility.ts' };
const PAGE = { 'main-world.js': 'page/main-world.ts', 'preload-world.js': 'page/preload-world.ts' };

async function bundle(input, platform, format, name) {
  const built = await rolldown({ input: path.join(here, input), platform, external: ['bufferutil', 'utf-8-validate'], logLevel: 'silent' });
  await built.write({ file: path.join(out, name), format, codeSplitting: false });
  await built.close();
}

export async function buildDouble() {
  for (const [name, input] of Object.entries(NODE)) await bundle(input, 'node', 'cjs', name);
  for (const [name, input] of Object.entries(PAGE)) await bundle(input, 'browser', 'iife', name);
  fs.writeFileSync(path.join(out, 'electron'), `#!${process.execPath}\nrequire('./bin.cjs');\n`, { mode: 0o755 });
}
