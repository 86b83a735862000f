import type { Ports, ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';
import { damaged, encrypted } from './errors.ts';

export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  /** Where its local header begins. */
  readonly header: number;
  readonly encrypted: boolean;
}

const PIECE = 256 << 10;
const LARGEST_DIRECTORY = 64 << 20;
/** No sheet that Excel can hold comes near this. */
const LARGEST_ENTRY = 4 * 2 ** 30;
/** Up to this size an entry may be packed as tightly as it likes. */
const UNSUSPICIOUS = 64 << 20;
/** Sheets of real workbooks are packed 5 to 40 times. */
const TIGHTEST = 250;

const END = 0x06054b50;
const END_LENGTH = 22;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_LENGTH = 20;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ZIP64_EXTRA = 0x0001;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;

const decoder = new TextDecoder();

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
    const sizes = entrySizes(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: decoder.decode(directory.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...sizes,
      header: sizes.header + shift,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
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

/** Sizes and place of an entry: what does not fit into 32 bits stands in an extra field, in this order. */
function entrySizes(view: DataView, at: number, extra: number, extraLength: number): Pick<ZipEntry, 'size' | 'packedSize' | 'header'> {
  const sizes = { size: view.getUint32(at + 24, true), packedSize: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true) };
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64_EXTRA) continue;
    let value = field + 4;
    const end = value + view.getUint16(field + 2, true);
    for (const name of ['size', 'packedSize', 'header'] as const) {
      if (sizes[name] !== FULL32 || value + 8 > end) continue;
      sizes[name] = large(view, value);
      value += 8;
    }
  }
  return sizes;
}

const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/**
 * The unpacked bytes of an entry, piece by piece.
 *
 * @throws SuanpanError `file-encrypted`; `file-damaged` when the entry breaks off, or unpacks to more than any workbook holds
 */
export async function* unpackEntry(file: ReadableFile, entry: ZipEntry, host: Pick<Ports, 'unpack' | 'crc32'>): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw encrypted(file.name);
  if (entry.method !== 0 && entry.method !== 8)
    throw damaged(file.name, { en: `${entry.name} is packed in a way that workbooks do not use`, zh: `${entry.name} 的压缩方式不用于工作簿` }, `method ${entry.method}`);
  refuseBomb(file.name, entry, entry.size);
  let size = 0;
  let checksum = 0;
  const packed = packedPieces(file, entry);
  try {
    for await (const piece of entry.method === 0 ? packed : host.unpack('deflate-raw', packed)) {
      size += piece.length;
      checksum = host.crc32(piece, checksum);
      refuseBomb(file.name, entry, size);
      yield piece;
    }
  } catch (thrown) {
    // Node's zlib tells a damaged stream by a code that begins with Z_.
    if (thrown instanceof Error && /^Z_/.test(String((thrown as { code?: unknown }).code)))
      throw damaged(file.name, { en: `${entry.name} cannot be unpacked`, zh: `${entry.name} 无法解压` }, thrown.message);
    throw thrown;
  }
  if (size !== entry.size) throw damaged(file.name, { en: `${entry.name} breaks off`, zh: `${entry.name} 不完整` }, `${size} of ${entry.size} bytes`);
  if (checksum !== entry.checksum) throw damaged(file.name, { en: `bytes of ${entry.name} have changed`, zh: `${entry.name} 的字节已被改动` }, `CRC-32 ${checksum}, not ${entry.checksum}`);
}

function refuseBomb(file: string, entry: ZipEntry, size: number): void {
  if (size > LARGEST_ENTRY || (size > UNSUSPICIOUS && size > entry.packedSize * TIGHTEST)) {
    throw damaged(file, { en: `${entry.name} unpacks to far more than a workbook holds`, zh: `${entry.name} 解压后远超工作簿的合理大小` }, `${entry.packedSize} → more than ${size} bytes`);
  }
}

function* packedPieces(file: ReadableFile, entry: ZipEntry): Generator<Uint8Array> {
  const header = new Uint8Array(30);
  const view = new DataView(header.buffer);
  const breaksOff = () => damaged(file.name, { en: `${entry.name} is not where the directory says`, zh: `${entry.name} 不在目录所示的位置` });
  if (fill(file, header, entry.header) < header.length || view.getUint32(0, true) !== LOCAL) throw breaksOff();
  const start = entry.header + header.length + view.getUint16(26, true) + view.getUint16(28, true);
  for (let at = 0; at < entry.packedSize; ) {
    // A new piece each time: the one before may still be in the hands of the unpacker.
    const piece = new Uint8Array(Math.min(PIECE, entry.packedSize - at));
    if (fill(file, piece, start + at) < piece.length) throw breaksOff();
    at += piece.length;
    yield piece;
  }
}

/** What kind of workbook a zip holds; `null` when it holds none. */
export function workbookKind(entries: readonly ZipEntry[]): 'xlsx' | 'xlsb' | 'ods' | null {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('content.xml') && names.has('mimetype')) return 'ods';
  return entries.some(({ name }) => /^\/?xl\/|(^|\/)workbook\.xml$/i.test(name)) ? 'xlsx' : null;
}
