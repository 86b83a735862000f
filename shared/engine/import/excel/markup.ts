import type { EncodingReason, ParseRequest } from '../parsed.ts';
import { detectEncoding } from '../encoding/index.ts';
import { encodingName } from '../encoding/names.ts';
import { createTranscoder } from '../transcode.ts';

const decoder = new TextDecoder();

/**
 * The text of a web page or XML file: by its mark, else by the encoding it declares, else by what its bytes look like.
 *
 * @param told the encoding that stands beside the page
 */
export function markupText(bytes: Uint8Array, declared: RegExp, request: Pick<ParseRequest, 'options' | 'host' | 'file'>, told: string | null = null): MarkupText {
  const found = detectEncoding(bytes.subarray(0, SAMPLE), request.host.decoder, request.options.encoding);
  const label = told ?? declared.exec(String.fromCharCode(...bytes.subarray(0, DECLARATION)))?.[1]?.toLowerCase();
  // A page that says UTF-8 and is not, or that was saved as UTF-16, says what it was once.
  const isTold = label !== undefined && found.how === 'statistics' && !/^utf/.test(label) && isKnown(label);
  const encoding = isTold ? label : found.encoding;
  const transcoder = createTranscoder(encoding, request.host.decoder, request.file.name, found.brokenUtf8At !== null);
  const { how, sure, brokenUtf8At } = found;
  return {
    text: decoder.decode(transcoder.push(bytes.subarray(found.markLength), true)),
    // A stretch of a page would be quoted with its markup.
    encoding,
    why: { encoding: encodingName(encoding), brokenUtf8At, sample: null, ...(isTold ? { how: 'declared' as const, sure: true } : { how, sure }) },
  };
}

/** A page as text, and what says that it is read so. */
interface MarkupText {
  readonly text: string;
  readonly encoding: string;
  readonly why: EncodingReason;
}

const SAMPLE = 256 << 10;
const DECLARATION = 2048;

/** `<meta charset="gbk">`, `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">` */
export const META_CHARSET = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i;
/** `<?xml version="1.0" encoding="GBK"?>` */
export const XML_ENCODING = /<\?xml\b[^>]*?encoding\s*=\s*["']([\w-]+)["']/i;

/** Numbered characters of a web page as what they are, since SheetJS leaves them; what would become markup stays named. */
export function withoutNumberedCharacters(html: string): string {
  return html.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (all, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const named = NAMED[code];
    return named ?? (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? all : String.fromCodePoint(code));
  });
}

/** What follows the comments that a page begins with. One pattern for all of them would try every way to pair their ends. */
export function withoutFirstComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    if (end < 0) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

const NAMED: Readonly<Record<number, string>> = { 34: '&quot;', 38: '&amp;', 39: '&apos;', 60: '&lt;', 62: '&gt;' };

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}
