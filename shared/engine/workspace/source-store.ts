import type { Finding } from '#contract/values';
import type { ParsedFile, ParsedTable } from '../import/index.ts';
import { saveColumns } from '../store/columns.ts';
import type { Work } from '../ports.ts';
import { inTurns } from '../values/sliced.ts';
import type { ReadFile } from './import-assignment.ts';
import type { Workspace } from './workspace.ts';

/** How rows of a file were counted when it was read. */
export interface StoredSummary {
  readonly preamble: number;
  readonly header: number;
  readonly footer: number;
  readonly blank: number;
  readonly total: number;
  readonly setAside: number;
  /** Absent in workspaces of older versions. */
  readonly findings?: readonly Finding[];
}

/** A sheet full of errors says enough with its first ones. */
const KEPT_FINDINGS = 200;

/**
 * Keeps a table as it was read, with the rows that were set aside; returns the number of the source.
 *
 * @param original number of the kept bytes; `null` where only path and fingerprint are kept
 */
export async function storeSource(
  { database, ports, freshSources }: Workspace,
  file: Pick<ReadFile, 'name' | 'path' | 'sha256' | 'bytes' | 'options'>,
  parsedFile: ParsedFile,
  parsed: ParsedTable,
  original: number | null,
  work: Work,
): Promise<number> {
  const summary: StoredSummary = {
    findings: parsed.findings.slice(0, KEPT_FINDINGS),
    preamble: parsed.preamble.length,
    header: parsed.headerRows,
    footer: parsed.footer.length,
    blank: parsed.blankRows,
    total: parsed.totalRows,
    setAside: parsed.setAside.length,
  };
  database.run('INSERT INTO sp_sources (name, path, sha256, bytes, format, encoding, sheet, options, rows, imported_at, original, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    file.name,
    file.path,
    file.sha256,
    file.bytes,
    parsedFile.format,
    parsedFile.encoding,
    parsed.name,
    JSON.stringify(file.options),
    parsed.table.rows,
    ports.now(),
    original,
    JSON.stringify(summary),
  ]);
  const id = database.one<{ id: number }>('SELECT max(id) AS id FROM sp_sources')?.id ?? 0;
  await inTurns(saveColumns(database, `source:${id}`, parsed.table), work);
  // Raw cells are not stored: what is read back has none.
  if (parsed.table.columns.every(({ raw }) => raw === undefined)) freshSources.keep(id, parsed.table);
  for (const { row, reason, bytes } of parsed.setAside)
    database.run('INSERT INTO sp_set_aside (source, row, reason_en, reason_zh, bytes) VALUES (?, ?, ?, ?, ?)', [id, row, reason.en, reason.zh, bytes]);
  return id;
}
