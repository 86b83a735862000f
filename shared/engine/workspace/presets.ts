import type { ImportOptions } from '#contract/documents';
import { headerSignature, type ParsedFile, readTables } from '../import/index.ts';
import type { ReadableFile, Work } from '../ports.ts';
import { importHost } from './import-host.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Workspace } from './workspace.ts';

/** What a layout is known by stands in the first stretch of a file. */
const LOOKED_AT = 256 << 10;

/** Choices about one file that say nothing about the next of its kind. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['shop', 'version']);

/** The choices that belong to a layout; `null` when there are none. */
export function layoutChoices(options: ImportOptions): ImportOptions | null {
  const chosen = Object.entries(options).filter(([name, value]) => value !== undefined && !OF_THE_FILE.has(name));
  return chosen.length === 0 ? null : (Object.fromEntries(chosen) as ImportOptions);
}

/** What a file looks like when nobody has chosen anything: the mark by which choices are remembered. */
export function layoutOf({ tables }: Pick<ParsedFile, 'tables'>): string | null {
  const [first] = tables;
  return first === undefined ? null : headerSignature(first.table.columns.map(({ name }) => name));
}

/** The layout of a file that is read by choice: it is read once more without, its beginning only. `null` where that fails. */
export async function plainLayout(workspace: Workspace, file: ReadableFile, work: Work): Promise<string | null> {
  try {
    return layoutOf(await readTables({ file, options: {}, knowledge: knowledgeOf(workspace), work, host: importHost(workspace.ports), ...(file.size > LOOKED_AT && { limit: LOOKED_AT }) }));
  } catch (thrown) {
    if (work.signal.aborted) throw thrown;
    return null;
  }
}

/** What was chosen for files of this layout before. */
export function presetFor({ state }: Workspace, layout: string | null): ImportOptions | null {
  return layout !== null && Object.hasOwn(state.presets, layout) ? (state.presets[layout] ?? null) : null;
}
