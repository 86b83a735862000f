import path from 'node:path';
import { measure } from './measure.mjs';

const HEAP = '--max-old-space-size=4096';

/** Writes the files of all measurements; each with its path, rows and MB. */
export async function writeData(folder, rows) {
  console.log('Writing the files…');
  const { output } = await measure(process.execPath, [HEAP, path.join(import.meta.dirname, 'programs/data.mjs'), folder, String(rows)]);
  return JSON.parse(output);
}
