import { extractWorkbook } from './import/excel/extract.ts';
import { fileOf, readWhole } from './import/fill.ts';
import { extractArrow } from './import/typed/extract-arrow.ts';
import { extractParquet } from './import/typed/extract-parquet.ts';
import { extractSqlite } from './import/typed/extract-sqlite.ts';
import type { BroughtBytes, FileSystem, IsolatedProgress, IsolatedWork, ReadableFile } from './ports.ts';
import { openBrought } from './workspace/foreign-database.ts';

/** What isolated work needs of the process it runs in. */
export interface IsolationDoors {
  readonly files: FileSystem;
  open(path: string): ReadableFile;
  told(progress: IsolatedProgress): void;
}

/** What is asked of a process that reads hostile bytes. */
export type IsolatedRequest = { readonly [Kind in keyof IsolatedWork]: { readonly kind: Kind; readonly input: IsolatedWork[Kind]['input'] } }[keyof IsolatedWork];

/** Work on hostile bytes that a host runs where it can be ended: plain data in, plain data out. */
export async function runIsolated({ kind, input }: IsolatedRequest, doors: IsolationDoors): Promise<IsolatedWork[keyof IsolatedWork]['result']> {
  if (kind === 'workbook') return extractWorkbook(input);
  const file = opened(input.bytes, doors);
  try {
    if (kind === 'parquet') return await extractParquet(file, input.limit, doors.told);
    const bytes = readWhole(file);
    if (kind === 'arrow') return extractArrow(bytes);
    const database = await openBrought(doors.files, input.wasm, bytes);
    try {
      return extractSqlite(database, input, doors.told);
    } finally {
      database.close();
    }
  } finally {
    file.close();
  }
}

function opened(bytes: BroughtBytes, doors: IsolationDoors): ReadableFile {
  if (!(bytes instanceof Uint8Array)) return doors.open(bytes.path);
  return fileOf('', bytes);
}
