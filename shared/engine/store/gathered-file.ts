import type { FileSystem } from '../ports.ts';

const ROOM = 1 << 20;
/** So much is written before the disk is set to work on it. */
const AHEAD = 16 << 20;

/**
 * A file whose writes are gathered as long as each begins where the last one ended: SQLite writes page after page, and a call to the
 * system costs more than the page.
 *
 * Nothing is promised before {@link sync}, as SQLite expects of any file. A write that fails is told by the next call; what was
 * gathered is dropped then, and SQLite restores the file from its journal.
 */
export class GatheredFile {
  readonly #files: FileSystem;
  readonly #handle: number;
  readonly #path: string;
  #bytes: Uint8Array | null = null;
  #start = 0;
  #length = 0;
  /** Bytes that were handed over since the disk was set to work last. */
  #behind = 0;

  constructor(files: FileSystem, path: string, handle: number) {
    this.#files = files;
    this.#path = path;
    this.#handle = handle;
  }

  read(target: Uint8Array, position: number): number {
    const end = this.#start + this.#length;
    if (position < end && position + target.length > this.#start) this.settle();
    const read = this.#files.read(this.#handle, target, position);
    // What is gathered lies behind: up to there the file is not yet at its end.
    if (read === target.length || position + read >= end || this.#length === 0) return read;
    this.settle();
    return this.#files.read(this.#handle, target, position);
  }

  write(bytes: Uint8Array, position: number): number {
    if (position !== this.#start + this.#length || this.#length + bytes.length > ROOM) this.settle();
    if (bytes.length > ROOM) return this.#files.write(this.#handle, bytes, position);
    if (this.#length === 0) this.#start = position;
    this.#bytes ??= new Uint8Array(ROOM);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return bytes.length;
  }

  /** Hands what was gathered over to the system. */
  settle(): void {
    const { length, start } = { length: this.#length, start: this.#start };
    this.#length = 0;
    for (let done = 0; done < length; ) done += this.#files.write(this.#handle, (this.#bytes as Uint8Array).subarray(done, length), start + done);
    this.#behind += length;
    if (this.#behind < AHEAD) return;
    this.#behind = 0;
    this.#files.flushAhead?.(this.#path);
  }

  truncate(size: number): void {
    this.settle();
    this.#files.truncate(this.#handle, size);
  }

  /** Makes what was written survive power loss. */
  sync(): void {
    this.settle();
    this.#behind = 0;
    this.#files.flush(this.#handle);
    this.#bytes = null;
  }

  get size(): number {
    this.settle();
    return this.#files.size(this.#handle);
  }

  get identity(): { readonly ino: number; readonly dev: number } {
    return this.#files.identity(this.#handle);
  }

  close(): void {
    try {
      this.settle();
    } finally {
      this.#files.close(this.#handle);
    }
  }
}
