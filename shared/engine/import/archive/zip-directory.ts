import { SuanpanError } from '#contract/errors';
import type { ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';

/** A file in a zip, as the directory at its end tells (APPNOTE.TXT 6.3, sections 4.3 to 4.5). */
export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflated; others are named by {@link methodName}. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ALL_ONES = 0xffffffff;
const LONGEST_COMMENT = 65_535;

/**
 * The files of a zip, folders left out.
 *
 * @throws SuanpanError `file-damaged` when the directory is missing or does not fit the file
 */
export function readZipDirectory(file: ReadableFile): ZipEntry[] {
  const end = findEnd(file);
  if (end.start + end.length > file.size) throw damagedZip(file.name, 'directory beyond the end');
  const bytes = new Uint8Array(end.length);
  fill(file, bytes, end.start);
  const view = new DataView(bytes.buffer);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damagedZip(file.name, 'directory entry cut off');
    const flags = view.getUint16(at + 8, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const extra = new DataView(bytes.buffer, at + 46 + nameLength, extraLength);
    const path = unicodePath(extra) ?? decodeName(name, (flags & 0x800) !== 0);
    const wide = wideSizes(extra, { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) });
    if (!path.endsWith('/')) entries.push({ path, method: view.getUint16(at + 10, true), encrypted: (flags & 1) !== 0, crc: view.getUint32(at + 16, true), ...wide });
    at = next;
  }
  if (entries.length === 0 && end.count > 0) throw damagedZip(file.name, 'directory unreadable');
  return entries;
}

/** Where the packed bytes of an entry begin. */
export function dataStart(file: ReadableFile, entry: ZipEntry): number {
  const header = new Uint8Array(30);
  if (entry.offset + 30 > file.size) throw damagedZip(file.name, `${entry.path} beyond the end`);
  fill(file, header, entry.offset);
  const view = new DataView(header.buffer);
  if (view.getUint32(0, true) !== LOCAL) throw damagedZip(file.name, `${entry.path} is not where the directory says`);
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packed > file.size) throw damagedZip(file.name, `${entry.path} is cut off`);
  return start;
}

/** How a packing method that we do not unpack is called. */
export function methodName(method: number): string {
  return ({ 9: 'Deflate64', 12: 'bzip2', 14: 'LZMA', 93: 'Zstandard', 95: 'XZ', 98: 'PPMd', 99: 'AES' } as Readonly<Record<number, string>>)[method] ?? `method ${method}`;
}

export function damagedZip(name: string, details: string): SuanpanError {
  return new SuanpanError({
    code: 'file-damaged',
    where: { file: name },
    message: { en: `${name} is a damaged or incomplete zip`, zh: `${name} 压缩包已损坏或不完整` },
    hint: { en: 'Download it again', zh: '请重新下载' },
    details,
  });
}

function findEnd(file: ReadableFile): { start: number; length: number; count: number } {
  const tail = new Uint8Array(Math.min(file.size, LONGEST_COMMENT + 22 + 20));
  fill(file, tail, file.size - tail.length);
  const view = new DataView(tail.buffer);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const plain = { count: view.getUint16(at + 10, true), length: view.getUint32(at + 12, true), start: view.getUint32(at + 16, true) };
    if (at < 20 || view.getUint32(at - 20, true) !== END64_LOCATOR) return plain;
    const record = new Uint8Array(56);
    fill(file, record, Number(view.getBigUint64(at - 12, true)));
    const wide = new DataView(record.buffer);
    if (wide.getUint32(0, true) !== END64) return plain;
    return { count: Number(wide.getBigUint64(32, true)), length: Number(wide.getBigUint64(40, true)), start: Number(wide.getBigUint64(48, true)) };
  }
  throw damagedZip(file.name, 'no directory at the end');
}

/** Sizes beyond 4 GB stand in an extra field, in this order and only those that do not fit. */
function wideSizes<S extends { size: number; packed: number; offset: number }>(extra: DataView, sizes: S): S {
  const field = extraField(extra, 0x0001);
  if (field === null) return sizes;
  const result = { ...sizes };
  let at = 0;
  for (const key of ['size', 'packed', 'offset'] as const) {
    if (result[key] !== ALL_ONES || at + 8 > field.byteLength) continue;
    result[key] = Number(field.getBigUint64(at, true));
    at += 8;
  }
  return result;
}

function unicodePath(extra: DataView): string | null {
  const field = extraField(extra, 0x7075);
  return field === null || field.byteLength < 6 ? null : new TextDecoder().decode(new Uint8Array(field.buffer, field.byteOffset + 5, field.byteLength - 5));
}

function extraField(extra: DataView, id: number): DataView | null {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true);
    if (at + 4 + length > extra.byteLength) return null;
    if (extra.getUint16(at, true) === id) return new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    at += 4 + length;
  }
  return null;
}

/** Names without the UTF-8 mark come from Windows in the encoding of its language: Chinese ones in GBK. */
function decodeName(bytes: Uint8Array, utf8: boolean): string {
  if (!utf8) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('gb18030').decode(bytes);
    }
  }
  return new TextDecoder().decode(bytes);
}
