import type { ImportedFile, SetAsideRow } from '#contract/import';
import { propose } from '../import/index.ts';
import type { Ports, Work } from '../ports.ts';
import { knowledgeOf } from './knowledge.ts';
import { lookAt } from './look-at.ts';
import type { SeenFiles } from './seen-files.ts';
import type { Workspace } from './workspace.ts';

const decoder = new TextDecoder();
/** A row that a quote has swallowed may be as long as its file. */
const SHOWN_BYTES = 4000;

/**
 * The rows of a table that would be set aside, were its file imported so. Of a large file those of its beginning, as they are counted
 * when it is looked at.
 *
 * @param name of the table in the file
 */
export async function asideRows(ports: Ports, request: ImportedFile, name: string, work: Work, workspace: Workspace | null, files: SeenFiles): Promise<SetAsideRow[]> {
  return await lookAt(ports, request, work, workspace, files, ({ file, parsed, options }) => {
    const table = parsed.tables.find((one) => one.name === name);
    if (table === undefined) return [];
    const proposed = propose(table, options, knowledgeOf(workspace), workspace?.state.timeZone ?? null, file.name);
    return proposed.parsed.setAside.map(({ row, reason, bytes }) => ({ file: file.name, row, reason, text: decoder.decode(bytes.subarray(0, SHOWN_BYTES)) }));
  });
}
