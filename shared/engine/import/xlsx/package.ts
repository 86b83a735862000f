import type { ParseRequest } from '../parsed.ts';
import { createTranscoder, type Transcoder } from '../transcode.ts';
import { damaged } from './errors.ts';
import { scanPart } from './scan-part.ts';
import { XmlScanner } from './xml.ts';
import { OPEN } from './xml-tokens.ts';
import { readZipDirectory, type ZipEntry } from '../zip/directory.ts';
import { unpackEntry } from './entries.ts';

/** A link from one part of a workbook to another. */
export interface Relation {
  readonly id: string;
  /** Last word of its kind, such as `worksheet`: transitional and strict workbooks write different addresses before it. */
  readonly kind: string;
  readonly path: string;
}

/** The parts of a workbook file by their paths, and the links between them. */
export class WorkbookPackage {
  readonly #request: ParseRequest;
  readonly #entries = new Map<string, ZipEntry>();
  /** Packed bytes of the parts that are read: parts lie in the file in any order, so a place in it tells no progress. */
  #read = 0;

  /** @throws SuanpanError `file-damaged` when the zip has no directory */
  constructor(request: ParseRequest) {
    this.#request = request;
    const entries = readZipDirectory(request.file);
    if (entries === null) throw damaged(request.file.name, { en: 'the zip has no directory; it probably breaks off', zh: '压缩包缺少目录，文件可能不完整' });
    // Excel itself does not tell capital from small letters here.
    for (const entry of entries) this.#entries.set(normalised(entry.name).toLowerCase(), entry);
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** Unpacked size of a part; 0 when it is not there. */
  size(path: string): number {
    return this.#entries.get(path.toLowerCase())?.size ?? 0;
  }

  scanner(path: string): XmlScanner {
    return new XmlScanner(this.#request.file.name, path);
  }

  /** The bytes of a part as UTF-8, as they come out of the zip. Cancel and progress get through between pieces. */
  async *pieces(path: string): AsyncGenerator<Uint8Array> {
    const { file, work, host } = this.#request;
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) throw damaged(file.name, { en: `${path} is missing`, zh: `缺少 ${path}` });
    let transcoder: Transcoder | null | undefined;
    let done = 0;
    for await (const piece of unpackEntry(file, entry, host)) {
      work.signal.throwIfAborted();
      const first = transcoder === undefined;
      if (first) transcoder = transcoderFor(piece, host.decoder, file.name);
      done += piece.length;
      const bytes = transcoder == null ? piece : transcoder.push(piece, done === entry.size);
      yield first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
      const read = this.#read + (entry.packedSize * done) / Math.max(1, entry.size);
      work.progress({ done: Math.min(read, file.size), total: file.size, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
      await work.breathe();
    }
    this.#read += entry.packedSize;
  }

  /** Where the links of a part lead; none when it has no links. Links that leave the file are left out. */
  async relations(path: string): Promise<readonly Relation[]> {
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const links = `${folder}_rels/${path.slice(slash)}.rels`;
    const found: Relation[] = [];
    if (!this.has(links)) return found;
    const scanner = this.scanner(links);
    await scanPart(scanner, this.pieces(links), (token) => {
      if (token !== OPEN || !scanner.is('Relationship')) return;
      const [id, kind, target] = [scanner.value('Id'), scanner.value('Type'), scanner.value('Target')];
      if (id === null || kind === null || target === null || scanner.value('TargetMode') === 'External') return;
      found.push({ id, kind: kind.slice(kind.lastIndexOf('/') + 1), path: normalised(target.startsWith('/') ? target : `${folder}${target}`) });
    });
    return found;
  }
}

/** Without a leading slash, `.` and `..`. */
function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** XML says its encoding by a mark, by the zero bytes around its first `<`, or in its first line; `null` is UTF-8. */
function transcoderFor(head: Uint8Array, decoder: ParseRequest['host']['decoder'], file: string): Transcoder | null {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return createTranscoder('utf-16le', decoder, file);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return createTranscoder('utf-16be', decoder, file);
  const line = String.fromCharCode(...head.subarray(0, 120));
  const declared = /^[^<]*<\?xml[^>]*?encoding=["']([\w.-]+)["']/.exec(line)?.[1]?.toLowerCase();
  return declared === undefined || /^(utf-?8|us-ascii|ascii)$/.test(declared) ? null : createTranscoder(declared, decoder, file);
}
