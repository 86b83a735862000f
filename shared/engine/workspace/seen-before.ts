import type { ReadableFile, Work } from '../ports.ts';
import { datasetOfSource } from './dataset-of-source.ts';
import { sha256Bytes } from './hash.ts';
import { fingerprint } from './originals.ts';
import type { Workspace } from './workspace.ts';

interface Known {
  readonly [key: string]: string | number;
  readonly id: number;
  readonly sha256: string;
  readonly bytes: number;
}

const writtenKey = (sha256: string) => `written:${sha256}`;

/** Keeps in mind that a file is one of ours: where the folder it was saved in is watched, it is no news. */
export function noteWritten({ database, ports }: Workspace, bytes: Uint8Array): void {
  database.run('INSERT OR REPLACE INTO sp_meta (key, value) VALUES (?, ?)', [writtenKey(sha256Bytes(ports, bytes)), ports.now()]);
}

/** Whether a file was written from here. */
export function wasWritten({ database }: Workspace, sha256: string): boolean {
  return database.one<{ value: string }>('SELECT value FROM sp_meta WHERE key = ?', [writtenKey(sha256)]) !== null;
}

/** Whether a file was in and is not any more: its import was undone, or its table removed. */
export function wasTakenOut({ database }: Workspace, sha256: string): boolean {
  return database.one<{ n: number }>('SELECT count(*) AS n FROM sp_sources WHERE sha256 = ?', [sha256])?.n !== 0;
}

/**
 * What is in of a file from when it was not complete: the newest source from the same place whose bytes are the first ones of the file now.
 *
 * @returns the fingerprint of these bytes; `null` where there are none
 */
export async function stageOf(workspace: Workspace, path: string, file: ReadableFile, work: Pick<Work, 'signal' | 'breathe'>): Promise<string | null> {
  const known = workspace.database.all<Known>('SELECT id, sha256, bytes FROM sp_sources WHERE path = ? AND bytes > 0 AND bytes < ? ORDER BY id DESC', [path, file.size]);
  const newest = known.find(({ id }) => datasetOfSource(workspace, id) !== null);
  if (newest === undefined) return null;
  return (await fingerprint(workspace.ports, beginning(file, newest.bytes), work)) === newest.sha256 ? newest.sha256 : null;
}

function beginning(file: ReadableFile, size: number): ReadableFile {
  return { ...file, size, read: (target, position) => file.read(target.subarray(0, Math.max(0, Math.min(target.length, size - position))), position) };
}
