import type { ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';

/** A file or folder in a zip, as the directory at its end tells (APPNOTE.TXT 6.3, sections 4.3 to 4.5). */
export interface ZipEntry {
  /** Path inside the archive, with forward slashes; that of a folder ends with one. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  /** Where its local header begins. */
  readonly header: number;
  readonly encrypted: boolean;
}

const LARGEST_DIRECTORY = 64 << 20;

const END = 0x06054b50;
const END_LENGTH = 22;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_LENGTH = 20;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;
const UTF8 = 0x800;
const ZIP64_EXTRA = 0x0001;
const UNICODE_PATH_EXTRA = 0x7075;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** The central directory of a zip file; `null` when there is none, as in a file that breaks off. */
export function readZipDirectory(file: ReadableFile): ZipEntry[] | null {
  const end = findEnd(file);
  if (end === null || end.size > LARGEST_DIRECTORY || end.size > end.position) return null;
  // Bytes before the archive shift all offsets; the directory ends right before its end record.
  const start = end.position - end.size;
  const shift = start - end.offset;
  const directory = new Uint8Array(end.size);
  if (shift < 0 || fill(file, directory, start) < directory.length) return null;
  const view = new DataView(directory.buffer);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === CENTRAL; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > directory.length) return null;
    const flags = view.getUint16(at + 8, true);
    const extra = new DataView(directory.buffer, at + 46 + nameLength, extraLength);
    const told = { size: view.getUint32(at + 24, true), packedSize: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true) };
    const sizes = wideSizes(extra, told);
    const name = unicodePath(extra) ?? decodeName(directory.subarray(at + 46, at + 46 + nameLength), (flags & UTF8) !== 0);
    entries.push({
      name: name.replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...sizes,
      header: sizes.header + shift,
      encrypted: (flags & ENCRYPTED) !== 0,
    });
    at = next;
  }
  return entries.length === end.count || entries.length % 65_536 === end.count ? entries : null;
}

interface End {
  /** Where the record (of zip64, where there is one) begins. */
  readonly position: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

function findEnd(file: ReadableFile): End | null {
  const tail = new Uint8Array(Math.min(file.size, END_LENGTH + LOCATOR64_LENGTH + FULL16));
  const tailStart = file.size - tail.length;
  if (fill(file, tail, tailStart) < tail.length) return null;
  const view = new DataView(tail.buffer);
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const end = { position: tailStart + at, count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) };
    const locator = at - LOCATOR64_LENGTH;
    return locator >= 0 && view.getUint32(locator, true) === LOCATOR64 ? findEnd64(file, large(view, locator + 8), tailStart + locator) : end;
  }
  return null;
}

/** The zip64 end record stands where its locator says, or right before the locator when bytes precede the archive. */
function findEnd64(file: ReadableFile, told: number, locator: number): End | null {
  const record = new Uint8Array(56);
  const view = new DataView(record.buffer);
  for (const position of [told, locator - record.length]) {
    if (position < 0 || fill(file, record, position) < record.length || view.getUint32(0, true) !== END64) continue;
    return { position, count: large(view, 32), size: large(view, 40), offset: large(view, 48) };
  }
  return null;
}

/** Sizes beyond 4 GB stand in an extra field, in this order and only those that do not fit. */
function wideSizes<S extends { size: number; packedSize: number; header: number }>(extra: DataView, told: S): S {
  const field = extraField(extra, ZIP64_EXTRA);
  if (field === null) return told;
  const sizes = { ...told };
  let at = 0;
  for (const name of ['size', 'packedSize', 'header'] as const) {
    if (sizes[name] !== FULL32 || at + 8 > field.byteLength) continue;
    sizes[name] = large(field, at);
    at += 8;
  }
  return sizes;
}

function unicodePath(extra: DataView): string | null {
  const field = extraField(extra, UNICODE_PATH_EXTRA);
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
  if (utf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Where the packed bytes of an entry begin; `null` when it is not where the directory says. */
export function dataStart(file: ReadableFile, entry: ZipEntry): number | null {
  const header = new Uint8Array(LOCAL_LENGTH);
  const view = new DataView(header.buffer);
  if (fill(file, header, entry.header) < header.length || view.getUint32(0, true) !== LOCAL) return null;
  const start = entry.header + header.length + view.getUint16(26, true) + view.getUint16(28, true);
  return start + entry.packedSize > file.size ? null : start;
}
