// The file calls of SQLite inside sql.js, answered by real files instead of Emscripten's memory files.
//
// The release build of sql.js names its imports by single letters. The letters below were read off sql.js 1.16.0
// (`sql-wasm.js`, the object handed to WebAssembly as `a`) by comparing it with the debug build, whose names are whole.
// They hold for exactly the wasm whose SHA-256 is SQLJS_WASM_SHA256; any other version is refused (open.ts) and must be read off anew.

import type { FileSystem } from '../ports.ts';
import { errnoOf } from './errno.ts';
import { GatheredFile } from './gathered-file.ts';
import type { OpenFile, ServedFile } from './open-file.ts';

export const SQLJS_WASM_SHA256 = '43bbcdd44287e5a2db3b6b5af34b1a3485a7a441285d247976c1ebe3c61f8dbf';

type Import = (...args: (number | bigint)[]) => number;

/** Minified name → call. */
const CALL = {
  openat: 'x',
  faccessat: 'D',
  stat: 'M',
  lstat: 'N',
  newfstatat: 'L',
  fstat: 'g',
  fcntl: 'b',
  ftruncate: 'J',
  unlinkat: 'o',
  close: 'e',
  fdstat: 'm',
  seek: 'E',
  read: 't',
  write: 'q',
  sync: 'K',
  chmod: 'i',
  fchmod: 'j',
  fchown: 'h',
} as const;

export type SqliteImports = Record<string, Import>;

const O_WRITE = 3;
const O_CREATE = 64;
const O_EXCLUSIVE = 128;
const F_GETLK = 5;
const F_GETLK64 = 12;
const F_UNLCK = 2;
const FIRST_HANDLE = 5000;
const FILE_MODE = 0o100644;
const FOLDER_MODE = 0o040755;
const FILETYPE_REGULAR = 4;

export interface FileBridge {
  /** Answers a path inside SQLite (it begins with `/`) with a file of its own until that is closed. */
  serve(path: string, file: ServedFile): void;
  /** The next database that sql.js opens is this file. */
  expect(path: string): void;
  /** True when the last expected path was really opened as a file. */
  isOpen(path: string): boolean;
  /** The last error code a file call met, for a message that says what happened ("no space left"). */
  lastError(): string | null;
}

/** Replaces SQLite's file imports by ones that reach `files` for the databases that were {@link FileBridge.expect}ed. */
export function bridgeFiles(imports: SqliteImports, files: FileSystem, memory: () => Uint8Array): FileBridge {
  const open = new Map<number, OpenFile>();
  /** Emscripten's name for a database (`dbfile_123`) → the real path. */
  const paths = new Map<string, string>();
  const served = new Map<string, ServedFile>();
  let pending: string | null = null;
  let lastPath: string | null = null;
  let next = FIRST_HANDLE;
  let lastError: string | null = null;

  const view = () => new DataView(memory().buffer);
  const text = (pointer: number | bigint) => {
    const bytes = memory();
    let end = Number(pointer);
    while (bytes[end] !== 0) end++;
    return new TextDecoder().decode(bytes.slice(Number(pointer), end));
  };
  const realPath = (name: string): string | null => {
    const match = /^\/?(dbfile_\d+)(.*)$/.exec(name);
    if (match === null) return null;
    const base = match[1] as string;
    if (!paths.has(base) && pending !== null) {
      paths.set(base, pending);
      lastPath = pending;
      pending = null;
    }
    const path = paths.get(base);
    return path === undefined ? null : path + (match[2] as string);
  };
  /** Runs a file call; a failed one becomes its errno, never an exception inside SQLite. */
  const guarded = (call: () => number, sign: 1 | -1): number => {
    try {
      return call();
    } catch (thrown) {
      const code = (thrown as { code?: string }).code ?? 'EIO';
      lastError = code;
      return sign * errnoOf(code);
    }
  };
  const original = (name: keyof typeof CALL): Import => {
    const found = imports[CALL[name]];
    if (found === undefined) throw new Error(`sql.js has no import ${CALL[name]} for ${name}: its version is not the pinned one`);
    return found;
  };
  const replace = (name: keyof typeof CALL, make: (fallback: Import) => Import) => {
    imports[CALL[name]] = make(original(name));
  };
  const writeStat = (pointer: number, size: number, ino: number, dev: number, mode: number) => {
    const out = view();
    for (let i = 0; i < 96; i += 4) out.setUint32(pointer + i, 0, true);
    out.setUint32(pointer, dev >>> 0, true);
    out.setUint32(pointer + 4, mode, true);
    out.setUint32(pointer + 8, 1, true);
    out.setBigInt64(pointer + 24, BigInt(size), true);
    out.setUint32(pointer + 32, 4096, true);
    out.setUint32(pointer + 36, Math.ceil(size / 512), true);
    out.setBigInt64(pointer + 88, BigInt(ino), true);
  };
  const statPath = (path: string, out: number) =>
    guarded(() => {
      for (const file of open.values()) if (file.kind === 'file') file.file.settle();
      const stat = files.stat(path);
      writeStat(out, stat.size, stat.ino, stat.dev, stat.mode);
      return 0;
    }, -1);

  replace('openat', (fallback) => (folder, path, flags, mode) => {
    const name = text(path as number);
    const real = realPath(name);
    const own = served.get(name);
    if (own !== undefined) {
      served.delete(name);
      open.set(next, { kind: 'served', file: own, position: 0 });
      return next++;
    }
    if (real === null) {
      // SQLite flushes the folder of a journal it removed; inside sql.js that folder is `/`.
      if (name !== '/' || lastPath === null) return fallback(folder as number, path as number, flags as number, mode as number);
      open.set(next, { kind: 'folder', path: files.parent(lastPath), position: 0 });
      return next++;
    }
    const bits = Number(flags);
    return guarded(() => {
      const handle = files.open(real, { write: (bits & O_WRITE) !== 0, create: (bits & O_CREATE) !== 0, exclusive: (bits & O_EXCLUSIVE) !== 0 });
      // A journal has to be whole before the pages it restores are written over: it is written as SQLite says.
      open.set(next, { kind: 'file', file: new GatheredFile(files, real, handle), gathers: [...paths.values()].includes(real), position: 0 });
      return next++;
    }, -1);
  });
  replace('faccessat', (fallback) => (folder, path, mode, flags) => {
    const real = realPath(text(path as number));
    if (real === null) return fallback(folder as number, path as number, mode as number, flags as number);
    return files.exists(real) ? 0 : -errnoOf('ENOENT');
  });
  for (const name of ['stat', 'lstat'] as const) {
    replace(name, (fallback) => (path, out) => {
      const real = realPath(text(path as number));
      return real === null ? fallback(path as number, out as number) : statPath(real, Number(out));
    });
  }
  replace('newfstatat', (fallback) => (folder, path, out, flags) => {
    const real = realPath(text(path as number));
    return real === null ? fallback(folder as number, path as number, out as number, flags as number) : statPath(real, Number(out));
  });
  replace('fstat', (fallback) => (fd, out) => {
    const file = open.get(Number(fd));
    if (file === undefined) return fallback(fd as number, out as number);
    return guarded(() => {
      if (file.kind === 'served') writeStat(Number(out), file.file.size, Number(fd), 1, FILE_MODE);
      else if (file.kind === 'folder') writeStat(Number(out), 0, 1, 1, FOLDER_MODE);
      else {
        const { ino, dev } = file.file.identity;
        writeStat(Number(out), file.file.size, ino, dev, FILE_MODE);
      }
      return 0;
    }, -1);
  });
  replace('fcntl', (fallback) => (fd, command, argument) => {
    if (!open.has(Number(fd))) return fallback(fd as number, command as number, argument as number);
    // "Who holds this lock?" must be answered "nobody", or SQLite leaves a hot journal alone and reads a torn file.
    if (command === F_GETLK || command === F_GETLK64) {
      const out = view();
      out.setInt16(out.getUint32(Number(argument), true), F_UNLCK, true);
    }
    return 0;
  });
  replace('ftruncate', (fallback) => (fd, size) => {
    const file = open.get(Number(fd));
    if (file === undefined) return fallback(fd as number, size as number);
    return guarded(() => {
      if (file.kind === 'file') file.file.truncate(Number(size));
      return 0;
    }, -1);
  });
  replace('unlinkat', (fallback) => (folder, path, flags) => {
    const real = realPath(text(path as number));
    if (real === null) return fallback(folder as number, path as number, flags as number);
    return guarded(() => {
      files.remove(real);
      return 0;
    }, -1);
  });
  replace('close', (fallback) => (fd) => {
    const file = open.get(Number(fd));
    if (file === undefined) return fallback(fd as number);
    open.delete(Number(fd));
    return guarded(() => {
      if (file.kind === 'file') file.file.close();
      return 0;
    }, 1);
  });
  replace('fdstat', (fallback) => (fd, out) => {
    if (!open.has(Number(fd))) return fallback(fd as number, out as number);
    const bytes = memory();
    bytes.fill(0, Number(out), Number(out) + 24);
    bytes[Number(out)] = FILETYPE_REGULAR;
    return 0;
  });
  replace('seek', (fallback) => (fd, offset, whence, out) => {
    const file = open.get(Number(fd));
    if (file === undefined) return fallback(fd as number, offset as number, whence as number, out as number);
    return guarded(() => {
      const base = whence === 0 ? 0 : whence === 1 || file.kind === 'folder' ? file.position : file.file.size;
      file.position = base + Number(offset);
      view().setBigInt64(Number(out), BigInt(file.position), true);
      return 0;
    }, 1);
  });
  /** Walks the scatter list of a read or write. */
  const transfer = (fallback: Import, move: (file: OpenFile, bytes: Uint8Array, position: number) => number): Import => {
    return (fd, list, count, out) => {
      const file = open.get(Number(fd));
      if (file === undefined) return fallback(fd as number, list as number, count as number, out as number);
      return guarded(() => {
        const vectors = view();
        let total = 0;
        for (let i = 0; i < Number(count); i++) {
          const pointer = vectors.getUint32(Number(list) + i * 8, true);
          const length = vectors.getUint32(Number(list) + i * 8 + 4, true);
          const moved = move(file, memory().subarray(pointer, pointer + length), file.position);
          file.position += moved;
          total += moved;
          if (moved < length) break;
        }
        view().setUint32(Number(out), total, true);
        return 0;
      }, 1);
    };
  };
  replace('read', (fallback) => transfer(fallback, (file, bytes, position) => (file.kind === 'folder' ? 0 : file.file.read(bytes, position))));
  replace('write', (fallback) =>
    transfer(fallback, (file, bytes, position) => {
      if (file.kind !== 'file') return 0;
      const written = file.file.write(bytes, position);
      if (!file.gathers) file.file.settle();
      return written;
    }),
  );
  replace('sync', (fallback) => (fd) => {
    const file = open.get(Number(fd));
    if (file === undefined) return fallback(fd as number);
    return guarded(() => {
      if (file.kind === 'file') file.file.sync();
      else if (file.kind === 'folder') files.flushFolder(file.path);
      return 0;
    }, 1);
  });
  replace('chmod', (fallback) => (path, mode) => (realPath(text(path as number)) === null ? fallback(path as number, mode as number) : 0));
  replace('fchmod', (fallback) => (fd, mode) => (open.has(Number(fd)) ? 0 : fallback(fd as number, mode as number)));
  replace(
    'fchown',
    (fallback) =>
      (fd, ...rest) =>
        open.has(Number(fd)) ? 0 : fallback(fd as number, ...rest),
  );

  return {
    serve(path, file) {
      served.set(path, file);
    },
    expect(path) {
      pending = path;
    },
    isOpen: (path) => [...paths.values()].includes(path) && open.size > 0,
    lastError: () => lastError,
  };
}
