import { isUtf8 } from 'node:buffer';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import iconv from 'iconv-lite';
import type { Source } from '#contract/import';
import type { ExportTarget } from '#contract/reports';
import { SuanpanError } from '#contract/errors';
import type { Ports } from '#engine/ports';
import { nodeFileSystem } from './file-system.ts';
import { isolatedBy, type StartParser } from './isolate.ts';
import { openReadable, unreadable } from './readable.ts';
import { relieve } from './relieve.ts';
import { createScratch } from './scratch.ts';
import { storedDeflate } from './stored-deflate.ts';
import { unpack } from './unpack.ts';

export interface NodePortsOptions {
  /** Folder with sql-wasm.wasm, fonts and the sample shop. */
  readonly resources: string;
  readonly version: string;
  readonly host: string;
  /** Path of an upload; absent where the host takes none. */
  readonly upload?: (id: string) => string;
  /** Where a download waits to be fetched; absent where the host offers none. */
  readonly download?: (name: string) => string;
  readonly print?: Ports['print'];
  /** Starts the parser of hostile files where this process cannot start one itself. */
  readonly startParser?: StartParser;
  /** Overrides for tests: `SUANPAN_HOME` does the same. */
  readonly home?: string;
}

/** Ports over Node: the same in Electron's utility process, in the web host and on the command line. */
export function createNodePorts(options: NodePortsOptions): Ports {
  const home = options.home ?? process.env.SUANPAN_HOME;
  const workspaces = home ?? path.join(os.homedir(), 'Documents', 'Suanpan');
  const preferences = home ?? path.join(configFolder(), 'suanpan');
  const locate = (source: Source): string => {
    if (source.kind === 'path') return path.resolve(source.path);
    if (options.upload === undefined) throw new SuanpanError({ code: 'file-missing', message: { en: 'This host takes no uploads', zh: '当前运行方式不支持上传' } });
    return options.upload(source.id);
  };
  return {
    files: nodeFileSystem,
    openSource: (source) => openReadable(locate(source), source.kind === 'upload' ? source.name : path.basename(source.path)),
    listSource: (source) => listSource(source, locate(source)),
    resolveTarget: (target) => resolveTarget(target, options),
    now: () => new Date().toISOString().slice(0, 19).replace('T', ' '),
    clock: () => performance.now(),
    randomBytes: (count) => new Uint8Array(crypto.randomBytes(count)),
    sha256() {
      const hash = crypto.createHash('sha256');
      return { update: (bytes) => void hash.update(bytes), digest: () => new Uint8Array(hash.digest()) };
    },
    hmac: (key, text) => crypto.createHmac('sha256', key).update(text).digest('hex'),
    // Room for all of it at once: in chunks it would be put together again. The copy leaves behind what was not needed of it.
    deflate: (bytes, packed) => (packed ? storedDeflate(bytes) : new Uint8Array(zlib.deflateRawSync(bytes, { level: 1, chunkSize: bytes.length + (bytes.length >>> 6) + 1024 }))),
    inflate: (bytes) => new Uint8Array(zlib.inflateRawSync(bytes)),
    unpack,
    isolate: isolatedBy(path.join(options.resources, 'parser.cjs'), options.startParser),
    crc32: (bytes, before) => zlib.crc32(bytes, before),
    isUtf8,
    scratch: createScratch,
    resource: (name) => new Uint8Array(fs.readFileSync(path.join(options.resources, name))),
    resources: (folder) => (fs.existsSync(path.join(options.resources, folder)) ? fs.readdirSync(path.join(options.resources, folder)).sort() : []),
    resourcePath: (folder) => path.join(options.resources, folder),
    decoder(encoding) {
      if (!iconv.encodingExists(encoding)) return null;
      const decoder = iconv.getDecoder(encoding);
      return { decode: (bytes, last) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) + (last ? (decoder.end() ?? '') : '') };
    },
    print: options.print ?? null,
    relieve,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    host: { name: options.host, version: options.version, runtime: `${process.version} ${process.versions.v8}`, user: `${os.userInfo().username}@${os.hostname()}`, process: process.pid, isRunning },
    folders: { workspaces, preferences },
  };
}

function configFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(os.homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config');
}

function listSource(source: Source, file: string): ReturnType<Ports['listSource']> {
  let stat: fs.Stats;
  try {
    stat = fs.statSync(file);
  } catch (thrown) {
    throw unreadable(source.kind === 'path' ? source.path : source.name, thrown);
  }
  if (!stat.isDirectory()) return [{ source, name: source.kind === 'upload' ? source.name : path.basename(file), bytes: stat.size, changed: stat.mtimeMs }];
  return fs
    .readdirSync(file, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      // A file may be renamed between the list and the look at it, as downloads are when they are complete.
      const stat = fs.statSync(path.join(file, name), { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ source: { kind: 'path', path: path.join(file, name) } as const, name, bytes: stat.size, changed: stat.mtimeMs }];
    });
}

function resolveTarget(target: ExportTarget, options: NodePortsOptions): { path: string; name: string } {
  if (target.kind === 'path') return { path: path.resolve(target.path), name: path.resolve(target.path) };
  if (options.download === undefined) throw new SuanpanError({ code: 'not-writable', message: { en: 'This host offers no downloads: give a path', zh: '当前运行方式不支持下载，请提供路径' } });
  return { path: options.download(target.name), name: target.name };
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
