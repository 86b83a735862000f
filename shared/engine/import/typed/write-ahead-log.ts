import type { Finding, Text } from '#contract/values';
import type { ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';

/** What SQLite calls the file beside a database in which it keeps what was written last. */
export const LOG_ENDING = '-wal';
const MAGIC = 'SQLite format 3\0';
/** A log with no more than its header holds nothing. */
const HEADER = 32;

/** Whether a file begins as a SQLite database does. */
export function isSqlite(file: ReadableFile): boolean {
  const head = new Uint8Array(MAGIC.length);
  fill(file, head, 0);
  return beginsAsSqlite(head);
}

export const beginsAsSqlite = (head: Uint8Array): boolean => new TextDecoder('latin1').decode(head.subarray(0, MAGIC.length)) === MAGIC;

/** Whether a log lies beside a database that was read without it. */
export const hasWriteAheadLog = (file: Pick<ReadableFile, 'sizeBeside'>): boolean => (file.sizeBeside?.(LOG_ENDING) ?? 0) > HEADER;

/** What brings the rows of the log into the database. */
export const logHint = (name: string): Text => ({
  en: `${name}${LOG_ENDING} beside it may hold newer rows: close the program that writes it, or run PRAGMA wal_checkpoint(TRUNCATE) on it, and import it again`,
  zh: `旁边的 ${name}${LOG_ENDING} 可能含有更新的行：请关闭写入它的程序，或对其执行 PRAGMA wal_checkpoint(TRUNCATE)，然后重新导入`,
});

/** Says that rows may be missing, and how to get them. */
export const logFinding = (name: string): Finding => ({
  code: 'write-ahead-log',
  severity: 'warning',
  where: { file: name },
  message: { en: `Only ${name} itself was read; ${logHint(name).en}`, zh: `只读取了 ${name} 本身；${logHint(name).zh}` },
});

/** Says that what was read is more than the file itself. */
export const logReadFinding = (name: string, pages: number): Finding => ({
  code: 'write-ahead-log-read',
  severity: 'info',
  where: { file: name },
  message: {
    en: `${name}${LOG_ENDING} beside it holds newer rows (${pages} page${pages === 1 ? '' : 's'}): they were read`,
    zh: `旁边的 ${name}${LOG_ENDING} 含有更新的行（${pages} 页），已一并读取`,
  },
});
