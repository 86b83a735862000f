import type { ReadableFile } from '../../ports.ts';
import { fill, readWhole } from '../fill.ts';
import { committedPages } from './log-frames.ts';
import { isSqlite, LOG_ENDING } from './write-ahead-log.ts';

/** What is put together travels to the parser as bytes: of larger files only the database itself is read. */
const LARGEST = 256 << 20;

/**
 * A SQLite file as its program sees it: with the transactions that so far only stand in the log beside it. Once they are in the database,
 * its bytes are the same. Any other file, and one whose log cannot be read, is given back as it is.
 */
export function withLog(file: ReadableFile): ReadableFile {
  const size = file.sizeBeside?.(LOG_ENDING) ?? 0;
  if (size === 0 || file.size + size > LARGEST || !isSqlite(file)) return file;
  const beside = file.openBeside?.(LOG_ENDING) ?? null;
  if (beside === null) return file;
  const log = readAll(beside);
  const committed = committedPages(log);
  if (committed === null || (committed.pageCount !== null && committed.pageSize !== pageSizeOf(file))) return file;
  // Pages that are new stand in the log: a number beyond that was never written.
  if ((committed.pageCount ?? 0) * committed.pageSize > file.size + log.length) return file;
  const { name } = file;
  // Nothing counts but what is in the database already.
  if (committed.pageCount === null) return { ...file, sizeBeside: () => null };
  const bytes = new Uint8Array(committed.pageCount * committed.pageSize);
  fill(file, bytes, 0);
  for (const [page, at] of committed.pages) {
    const start = (page - 1) * committed.pageSize;
    if (start < bytes.length) bytes.set(log.subarray(at, at + committed.pageSize), start);
  }
  return {
    name,
    size: bytes.length,
    pagesOfLog: committed.pages.size,
    read(target, position) {
      const piece = bytes.subarray(position, position + target.length);
      target.set(piece);
      return piece.length;
    },
    close: () => file.close(),
  };
}

function readAll(file: ReadableFile): Uint8Array {
  try {
    return readWhole(file);
  } finally {
    file.close();
  }
}

/** As its header says it; 1 stands for 65,536. */
function pageSizeOf(file: ReadableFile): number {
  const bytes = new Uint8Array(2);
  fill(file, bytes, 16);
  const size = (bytes[0] as number) * 256 + (bytes[1] as number);
  return size === 1 ? 65_536 : size;
}
