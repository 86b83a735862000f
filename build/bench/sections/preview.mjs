import path from 'node:path';
import { buildProgram } from '../build-program.mjs';
import { measure } from '../measure.mjs';
import { removeWorkspace } from '../suanpan.mjs';
import { sizeOf } from '../table.mjs';

const ROUNDS = 3;
/** The preview is to be redrawn within so many milliseconds. */
const BAR = 200;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Measures how long the import dialog waits for its preview: when a file comes, and after each choice. */
export async function measurePreviews({ cli, folder, data: { csv, gb18030, platform, xlsx, largeXlsx } }) {
  const program = await buildProgram(folder, 'preview');
  const workspace = path.join(folder, 'preview.suanpan');
  const files = [
    { name: 'CSV', data: csv },
    { name: 'CSV as GB18030', data: gb18030 },
    { name: 'a platform’s own CSV', data: platform },
    { name: 'XLSX', data: xlsx },
    { name: 'XLSX', data: largeXlsx },
  ];
  const runs = files.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { name, data }] of files.entries()) {
      const { output } = await measure(process.execPath, [program, path.dirname(cli), workspace, data.file], { SUANPAN_HOME: folder });
      removeWorkspace(workspace);
      runs[i].push(JSON.parse(output));
      console.log(`${round + 1}/${ROUNDS}  preview of ${name}: ${output.trim()}`);
    }
  }
  return files.map(({ name, data }, i) => ({
    name: `${name}, ${sizeOf(data)}`,
    first: median(runs[i].map(({ first }) => first)),
    usual: median(runs[i].flatMap(({ again }) => again)),
    slowest: Math.max(...runs[i][0].again.map((_, choice) => median(runs[i].map(({ again }) => again[choice])))),
  }));
}

export function previewSection(previews) {
  const ms = (value) => `${value.toFixed(0)} ms`;
  const lines = previews.map(({ name, first, usual, slowest }) => `| ${name} | ${ms(first)} | ${ms(usual)} | ${ms(slowest)} | ≤ ${BAR} ms | ${slowest <= BAR ? 'met' : 'missed'} |`);
  return `## Preview in the import dialog

From the question to the answer, in the app: when the file comes, which is fingerprinted then, and after each of eight choices (a type, rows of the
header, the preamble and the footer, the order of dates, the decimal sign). The bar is for the slowest of these; a program that has just started is slower.

| file | when it comes | after a choice | after the slowest | bar | reached |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}`;
}
