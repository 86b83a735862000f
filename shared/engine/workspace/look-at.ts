import type { ImportOptions } from '#contract/documents';
import type { ImportedFile } from '#contract/import';
import { mergedOptions } from '#contract/import-options';
import { checkOptions, LARGEST_APART, type ParsedFile, readTables, withLog } from '../import/index.ts';
import type { Ports, ReadableFile, Work } from '../ports.ts';
import { importHost } from './import-host.ts';
import { knowledgeOf } from './knowledge.ts';
import { layoutChoices, layoutOf, presetFor } from './presets.ts';
import type { SeenFile, SeenFiles } from './seen-files.ts';
import type { Workspace } from './workspace.ts';

/** Files up to this size are looked at as a whole. */
const WHOLE_BYTES = LARGEST_APART;
/** Previews of larger ones read only their beginning, so that a choice shows at once. */
const PREVIEW_BYTES = 1 << 20;

/** How much of a file is read to look at it; nothing where it is all of it. */
export const previewLimit = (size: number): { readonly limit?: number } => (size > WHOLE_BYTES ? { limit: PREVIEW_BYTES } : {});

/** A file on its way in, as it would be read. */
export interface Looked {
  readonly file: ReadableFile;
  readonly seen: SeenFile;
  readonly parsed: ParsedFile;
  /** What was chosen now, or before for files of its layout. */
  readonly options: ImportOptions;
  /** What was chosen before, where that is what counts. */
  readonly preset: ImportOptions | null;
}

/** Reads a file as it would be imported, by what was chosen now or before; touches no workspace. The file is open while it is used. */
export async function lookAt<T>(
  ports: Ports,
  { source, options: chosen = {}, plain }: ImportedFile,
  work: Work,
  workspace: Workspace | null,
  files: SeenFiles,
  use: (looked: Looked) => T | Promise<T>,
): Promise<T> {
  checkOptions(chosen);
  const file = withLog(ports.openSource(source));
  try {
    const seen = files.of(ports, source, file);
    const request = { file, knowledge: knowledgeOf(workspace), work, host: files.host(ports, importHost(ports), file, seen), ...previewLimit(file.size) };
    let parsed = await readTables({ ...request, options: chosen });
    const preset = workspace === null || plain === true || layoutChoices(chosen) !== null ? null : presetFor(workspace, layoutOf(parsed));
    const options = mergedOptions(chosen, preset ?? {});
    if (preset !== null) parsed = await readTables({ ...request, options });
    return await use({ file, seen, parsed, options, preset });
  } finally {
    file.close();
  }
}
