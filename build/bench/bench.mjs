import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildProgram } from './build-program.mjs';
import { writeData } from './data.mjs';
import { takeTurns } from './rounds.mjs';
import * as again from './sections/again.mjs';
import * as csv from './sections/csv.mjs';
import * as gb18030 from './sections/gb18030.mjs';
import * as platform from './sections/platform.mjs';
import { measurePreviews, previewSection } from './sections/preview.mjs';
import { measureTables, tablesSection } from './sections/tables.mjs';
import * as xlsx from './sections/xlsx.mjs';
import { findTools } from './tools.mjs';

/**
 * Measures everything and returns the page.
 *
 * @param cli the built command line
 * @param rows of the large files; all other sizes follow it
 */
export async function bench(cli, rows) {
  const folder = temporaryFolder();
  const tools = findTools();
  const setting = { tools, cli, folder, app: await buildProgram(folder, 'app'), data: await writeData(folder, rows), workspace: (round) => path.join(folder, `${round}.suanpan`) };
  // What shares a base for its ratios takes turns together: all texts, then all workbooks.
  const turns = [[csv, again, gb18030], [platform], [xlsx]];
  const results = new Map();
  for (const sections of turns) {
    const contenders = sections.flatMap((section) => section.contenders(setting)).filter((contender) => contender !== null);
    for (const [id, result] of await takeTurns(contenders)) results.set(id, result);
  }
  return page(
    [...[csv, gb18030, again, platform, xlsx].map(({ section }) => section(setting, results)), previewSection(await measurePreviews(setting)), tablesSection(await measureTables(setting))],
    tools.missing,
  );
}

/** Everything is written below one folder, also what the measured programs put into the temporary one; it goes however this ends. */
function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-bench-'));
  process.env.TMPDIR = folder;
  process.env.TEMP = folder;
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  return folder;
}

const page = (sections, missing) => `# What was measured

\`npm run bench\` writes this page. Programs take turns in one run: the median of their runs counts, and the highest
peak of memory (of a program with several processes the sum of those that live at the same time). A peer that needs more than 20 s runs
once. Only ratios compare; absolute times belong to the machine.

*Whole process* is from the start of the program to its end, ours by its command line. *Work alone* begins when the program is there: of
ours it is what a user waits for in the app, whose engine runs when files come; sqlite3 starts in a few milliseconds. Bars of time are of
the work alone, as the figures that they were set by.

${sections.join('\n\n')}

${missing.length === 0 ? '' : `Not compared, because not here: ${missing.join(', ')}.\n\n`}Node ${process.version}, ${os.cpus().length} cores, ${os.platform()} ${os.arch()}.
`;
