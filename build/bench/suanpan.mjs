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
  const told = toldOf(JSON.parse(result.output));
  return { seconds: result.seconds, peak: result.peak, rows: told.rowsRead, told };
}

/**
 * The same import in the app, whose engine runs already when the file comes.
 *
 * @param app the built programs/app.ts
 * @returns seconds from the request to the reply
 */
export async function importInApp({ app, cli }, workspace, file) {
  const { output } = await measure(process.execPath, [app, path.dirname(cli), workspace, file], { SUANPAN_HOME: path.dirname(workspace) });
  const { seconds, replies } = JSON.parse(output);
  return { alone: seconds, told: toldOf(replies) };
}

/** Both into a new workspace each, which are removed: as a whole process, and in the app. */
export async function importBothWays(setting, workspace, file) {
  const result = await importBySuanpan(setting.cli, workspace, file);
  removeWorkspace(workspace);
  const { alone, told } = await importInApp(setting, workspace, file);
  removeWorkspace(workspace);
  if (JSON.stringify(told) !== JSON.stringify(result.told)) throw new Error(`the app told ${JSON.stringify(told)} instead of ${JSON.stringify(result.told)}`);
  return { ...result, alone };
}

function toldOf(replies) {
  if (replies.length !== 1 || replies[0].skipped !== null) throw new Error(`unexpected answer: ${JSON.stringify(replies).slice(0, 300)}`);
  const [{ dataset, template, rowsRead, rowsNew, rowsUpdated, rowsUnchanged }] = replies;
  return { dataset, template, rowsRead, rowsNew, rowsUpdated, rowsUnchanged };
}

/** Removes a workspace and what stands beside it, so that later programs find the disk as it was. */
export function removeWorkspace(workspace) {
  const folder = path.dirname(workspace);
  for (const name of fs.readdirSync(folder)) if (name.startsWith(path.basename(workspace))) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
}
