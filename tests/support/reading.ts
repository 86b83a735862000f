import type { ImportOptions } from '#contract/documents';
import type { Cell } from '#contract/values';
import { isKnownHeader } from '#engine/model/index';
import { type ImportHost, type ParsedFile, type ParsedTable, readTables } from '#engine/import/index';
import type { ReadableFile, Work } from '#engine/ports';
import { rowsOf } from '#engine/table/table';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { PACKED, unpackingInPieces } from './in-pieces.ts';

/** A file in memory that gives at most `most` bytes at a time. */
export function fileOf(name: string, bytes: Uint8Array, most = Number.POSITIVE_INFINITY): ReadableFile {
  return {
    name,
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + Math.min(target.length, most));
      target.set(part);
      return part.length;
    },
    close: () => undefined,
  };
}

/** Work that nobody watches or cancels. */
export const unwatched = (): Work => ({ signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined });

/**
 * Reads a file in memory as the import does, knowing the headers of the model but no template.
 *
 * @param most bytes that come at a time, of the file or of what is unpacked of it
 */
export async function readBytes(name: string, content: Uint8Array | string, options: ImportOptions = {}, host: Partial<ImportHost> = {}, most = Number.POSITIVE_INFINITY): Promise<ParsedFile> {
  const ports = testPorts();
  try {
    const own = importHost(ports);
    return await readTables({
      file: fileOf(name, typeof content === 'string' ? new TextEncoder().encode(content) : content, PACKED.test(name) ? undefined : most),
      options,
      knowledge: { matchTemplate: () => null, isHeader: isKnownHeader, sameField: () => false, fills: () => [], template: () => null },
      work: unwatched(),
      host: { ...own, ...(Number.isFinite(most) && unpackingInPieces(own, most)), ...host },
    });
  } finally {
    ports.remove();
  }
}

/** A table as literals: header, then rows. */
export function literal({ table }: ParsedTable): Cell[][] {
  return [table.columns.map(({ name }) => name), ...rowsOf(table)];
}

/** Rows in file = preamble + header + rows + footer + set aside + blank. */
export function reconciles(parsed: ParsedTable): boolean {
  return parsed.totalRows === parsed.preamble.length + parsed.headerRows + parsed.table.rows + parsed.footer.length + parsed.setAside.length + parsed.blankRows;
}
