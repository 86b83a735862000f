import type { ImportOptions } from '#contract/documents';
import { headerSignature, type ParsedFile, readTables } from '../import/index.ts';
import type { ReadableFile, Work } from '../ports.ts';
import { importHost } from './import-host.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Workspace } from './workspace.ts';

/** What a layout is known by stands in the first stretch of a file. */
const LOOKED_AT = 256 << 10;

/** Choices about one file that say nothing about the next of its kind, or that its table remembers: another one calls its columns otherwise. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['shop', 'version', 'renames']);

/** The choices that belong to a layout; `null` when there are none. */
export function layoutChoices({ tables, ...options }: ImportOptions): ImportOptions | null {
  const isOfLayout = ([name]: [string, unknown]) => !OF_THE_FILE.has(name);
  const chosen = Object.entries(options).filter((entry) => entry[1] !== undefined && isOfLayout(entry));
  // Where all was taken back for a table that is a choice as well: it goes before what is remembered.
  const ofTables = Object.entries(tables ?? {}).flatMap(([table, own]) => {
    const all = Object.entries(own);
    const kept = all.filter(isOfLayout);
    return kept.length === 0 && all.length > 0 ? [] : [[table, Object.fromEntries(kept)]];
  });
  if (chosen.length + ofTables.length === 0) return null;
  return { ...Object.fromEntries(chosen), ...(ofTables.length > 0 && { tables: Object.fromEntries(ofTables) }) };
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
