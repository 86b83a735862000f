import type { Database } from './database.ts';

// Large arrays lie in pieces: SQLite holds a row and what is bound to it in its own memory, whole and twice, and never gives that back.

const PIECE = 1 << 20;

/** An array of a stored table. */
export interface Part {
  readonly owner: string;
  readonly position: number;
  readonly name: 'cells' | 'texts' | 'ends' | 'source' | 'row';
}

/** Stores what lies behind the first piece of an array; answers that piece, for the row that the array belongs to. */
export function storeRest(database: Database, { owner, position, name }: Part, bytes: Uint8Array): Uint8Array {
  for (let piece = 1; piece * PIECE < bytes.length; piece++)
    database.run('INSERT INTO sp_pieces (owner, position, part, piece, bytes) VALUES (?, ?, ?, ?, ?)', [owner, position, name, piece, bytes.subarray(piece * PIECE, (piece + 1) * PIECE)]);
  return bytes.length > PIECE ? bytes.subarray(0, PIECE) : bytes;
}

/** The whole array that begins with this piece, in a buffer of its own. */
export function wholeOf(database: Database, { owner, position, name }: Part, first: Uint8Array): ArrayBuffer {
  // Versions before the third wrote every array in one.
  const rest = first.length === PIECE ? database.all<{ bytes: Uint8Array }>('SELECT bytes FROM sp_pieces WHERE owner = ? AND position = ? AND part = ? ORDER BY piece', [owner, position, name]) : [];
  if (rest.length === 0) return (first.byteLength === first.buffer.byteLength ? first.buffer : first.slice().buffer) as ArrayBuffer;
  const whole = new Uint8Array(rest.reduce((sum, { bytes }) => sum + bytes.length, first.length));
  whole.set(first);
  let at = first.length;
  for (const { bytes } of rest) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole.buffer;
}

export function dropPieces(database: Database, owner: string): void {
  database.run('DELETE FROM sp_pieces WHERE owner = ?', [owner]);
}
