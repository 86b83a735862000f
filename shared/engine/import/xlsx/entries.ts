import type { Ports, ReadableFile } from '../../ports.ts';
import { pieces } from '../pieces.ts';
import { dataStart, type ZipEntry } from '../zip/directory.ts';
import { damaged, encrypted } from './errors.ts';

/** No sheet that Excel can hold comes near this. */
const LARGEST_ENTRY = 4 * 2 ** 30;
/** Up to this size an entry may be packed as tightly as it likes. */
const UNSUSPICIOUS = 64 << 20;
/** Sheets of real workbooks are packed 5 to 40 times. */
const TIGHTEST = 250;

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
  const start = dataStart(file, entry);
  if (start === null) throw damaged(file.name, { en: `${entry.name} breaks off or is not where the directory says`, zh: `${entry.name} 不完整或不在目录所示的位置` });
  const packed = pieces(file, start, entry.packedSize);
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

/** What kind of workbook a zip holds; `null` when it holds none. */
export function workbookKind(entries: readonly ZipEntry[]): 'xlsx' | 'xlsb' | 'ods' | null {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('content.xml') && names.has('mimetype')) return 'ods';
  return entries.some(({ name }) => /^\/?xl\/|(^|\/)workbook\.xml$/i.test(name)) ? 'xlsx' : null;
}
