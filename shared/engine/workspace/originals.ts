import { SuanpanError } from '#contract/errors';
import { withLog } from '../import/index.ts';
import { takeTurn } from '../import/turns.ts';
import type { Ports, ReadableFile, Work } from '../ports.ts';
import type { Database } from '../store/database.ts';
import { toHex } from '../values/hex.ts';

// Originals lie in the workspace as they came, a piece at a time: a file is never in memory whole.

const PIECE = 1 << 20;

/** `PK` and gzip: workbooks and archives are packed already. Packing them again takes long and gains nothing. */
const isPacked = (head: Uint8Array) => (head[0] === 0x50 && head[1] === 0x4b) || (head[0] === 0x1f && head[1] === 0x8b);

/** The bytes of a file, each piece packed by itself. */
export type Packed = readonly [Uint8Array, ...Uint8Array[]];

/** The bytes of a file, packed in pieces as {@link storeOriginal} takes them. */
export async function packOriginal(ports: Pick<Ports, 'deflate'>, file: ReadableFile, work: Pick<Work, 'signal' | 'breathe'>): Promise<Packed> {
  const deflated: Uint8Array[] = [];
  let packed = false;
  await eachPiece(file, work, (piece) => {
    if (deflated.length === 0) packed = isPacked(piece);
    deflated.push(ports.deflate(piece, packed));
  });
  const [first, ...rest] = deflated;
  return [first ?? ports.deflate(new Uint8Array(0), false), ...rest];
}

/** Keeps the bytes of a file, once for all of its tables; returns their number. */
export function storeOriginal(database: Database, sha256: string, bytes: number, [first, ...rest]: Packed): number {
  const known = database.one<{ id: number }>('SELECT id FROM sp_originals WHERE sha256 = ?', [sha256]);
  if (known !== null) return known.id;
  database.run('INSERT INTO sp_originals (sha256, bytes, deflated) VALUES (?, ?, ?)', [sha256, bytes, first]);
  const id = database.one<{ id: number }>('SELECT max(id) AS id FROM sp_originals')?.id ?? 0;
  for (const [i, piece] of rest.entries()) database.run('INSERT INTO sp_original_pieces (original, piece, deflated) VALUES (?, ?, ?)', [id, i + 1, piece]);
  return id;
}

/** The bytes of a kept file, piece by piece; `null` for one that is damaged. Versions before the fourth wrote all of a file in one. */
export function* originalPieces(database: Database, ports: Pick<Ports, 'inflate'>, id: number): Iterable<Uint8Array | null> {
  const first = database.one<{ deflated: Uint8Array }>('SELECT deflated FROM sp_originals WHERE id = ?', [id]);
  yield first === null ? null : inflated(ports, first.deflated);
  for (const { piece } of database.all<{ piece: number }>('SELECT piece FROM sp_original_pieces WHERE original = ? ORDER BY piece', [id])) {
    const stored = database.one<{ deflated: Uint8Array }>('SELECT deflated FROM sp_original_pieces WHERE original = ? AND piece = ?', [id, piece]);
    yield stored === null ? null : inflated(ports, stored.deflated);
  }
}

function inflated(ports: Pick<Ports, 'inflate'>, deflated: Uint8Array): Uint8Array | null {
  try {
    return ports.inflate(deflated);
  } catch {
    return null;
  }
}

/** A file that was imported, as it lies in the workspace or, where it was too large for that, in its place. */
interface Kept {
  readonly name: string;
  readonly path: string | null;
  readonly sha256: string;
  readonly original: number | null;
}

/**
 * Opens the very bytes that were imported.
 *
 * @throws SuanpanError `workspace-damaged` when those kept are not they any more, `file-missing` when those at the file's place are not
 */
export async function openOriginal(database: Database, ports: Ports, kept: Kept, work: Pick<Work, 'signal' | 'breathe'>): Promise<ReadableFile> {
  const file = kept.original === null ? (kept.path === null ? null : openPlace(ports, kept.path)) : unpacked(database, ports, kept.name, kept.original);
  try {
    if (file !== null && (await fingerprint(ports, file, work)) === kept.sha256) return file;
  } catch (thrown) {
    file?.close();
    throw thrown;
  }
  file?.close();
  if (kept.original !== null) {
    throw new SuanpanError({
      code: 'workspace-damaged',
      where: { file: kept.name },
      message: { en: `What the workspace keeps of ${kept.name} is damaged`, zh: `工作区中保存的 ${kept.name} 已损坏` },
      hint: { en: 'Import the file anew', zh: '请重新导入该文件' },
    });
  }
  throw new SuanpanError({
    code: 'file-missing',
    where: { file: kept.name },
    message: { en: `${kept.name} is too large to be kept in the workspace, and at its place there is no such file any more`, zh: `${kept.name} 过大未存入工作区，且原位置已没有该文件` },
    hint: { en: 'Put it back as it was, or import the file anew', zh: '请将文件恢复原样，或重新导入该文件' },
  });
}

/** SHA-256 of a file, as hex. */
export async function fingerprint(ports: Pick<Ports, 'sha256'>, file: ReadableFile, work: Pick<Work, 'signal' | 'breathe'> & Partial<Work>): Promise<string> {
  const hash = ports.sha256();
  await eachPiece(file, work, (piece) => hash.update(piece));
  return toHex(hash.digest());
}

/** Reads a file into one buffer, over and over: a piece counts only until the next one. */
async function eachPiece(file: ReadableFile, work: Pick<Work, 'signal' | 'breathe'> & Partial<Work>, take: (piece: Uint8Array) => void): Promise<void> {
  const buffer = new Uint8Array(PIECE);
  for (let at = 0; at < file.size; ) {
    work.signal.throwIfAborted();
    const read = file.read(buffer, at);
    if (read === 0) break;
    take(buffer.subarray(0, read));
    at += read;
    await takeTurn(file, at, read, work);
  }
}

function openPlace(ports: Ports, path: string): ReadableFile | null {
  try {
    return withLog(ports.openSource({ kind: 'path', path }));
  } catch (thrown) {
    if (thrown instanceof SuanpanError && thrown.info.code === 'file-missing') return null;
    throw thrown;
  }
}

function unpacked(database: Database, ports: Ports, name: string, id: number): ReadableFile | null {
  const scratch = ports.scratch(name);
  for (const piece of originalPieces(database, ports, id)) {
    if (piece === null) {
      scratch.drop();
      return null;
    }
    scratch.write(piece);
  }
  return scratch.seal();
}
