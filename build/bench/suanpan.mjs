import fs from 'node:fs';
import path from 'node:path';
import { measure } from './measure.mjs';

/**
 * Imports one file by the command line, as a process of its own; the workspace is made when it is not there.
 *
 * @param cli the built command line
 * @returns the measure, the rows read, and in `told` what became of them
 */
export async function importBySuanpan(cli, workspace, file) {
  // Settings of the user's own are neither read nor touched.
  const result = await measure(process.execPath, [cli, 'import', workspace, file, '--json'], { SUANPAN_HOME: path.dirname(workspace) });
  const replies = JSON.parse(result.output);
  if (replies.length !== 1 || replies[0].skipped !== null) throw new Error(`unexpected answer: ${result.output.slice(0, 300)}`);
  const [{ dataset, template, rowsRead, rowsNew, rowsUpdated, rowsUnchanged }] = replies;
  return { seconds: result.seconds, peak: result.peak, rows: rowsRead, told: { dataset, template, rowsNew, rowsUpdated, rowsUnchanged } };
}

/** Removes a workspace and what stands beside it, so that later programs find the disk as it was. */
export function removeWorkspace(workspace) {
  const folder = path.dirname(workspace);
  for (const name of fs.readdirSync(folder)) if (name.startsWith(path.basename(workspace))) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
}
