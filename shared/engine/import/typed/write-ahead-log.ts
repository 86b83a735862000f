import type { Finding, Text } from '#contract/values';
import type { ReadableFile } from '../../ports.ts';

/** What SQLite calls the file beside a database in which it keeps what was written last. */
const ENDING = '-wal';
/** A log with no more than its header holds nothing. */
const HEADER = 32;

/** Whether a log lies beside a database: what stands in it is not in the file that is read. */
export const hasWriteAheadLog = (file: Pick<ReadableFile, 'sizeBeside'>): boolean => (file.sizeBeside?.(ENDING) ?? 0) > HEADER;

/** What brings the rows of the log into the database. */
export const logHint = (name: string): Text => ({
  en: `${name}${ENDING} beside it may hold newer rows: close the program that writes it, or run PRAGMA wal_checkpoint(TRUNCATE) on it, and import it again`,
  zh: `旁边的 ${name}${ENDING} 可能含有更新的行：请关闭写入它的程序，或对其执行 PRAGMA wal_checkpoint(TRUNCATE)，然后重新导入`,
});

/** Says that rows may be missing, and how to get them. */
export const logFinding = (name: string): Finding => ({
  code: 'write-ahead-log',
  severity: 'warning',
  where: { file: name },
  message: { en: `Only ${name} itself was read; ${logHint(name).en}`, zh: `只读取了 ${name} 本身；${logHint(name).zh}` },
});
