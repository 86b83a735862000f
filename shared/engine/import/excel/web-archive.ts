import { fromBase64, fromQuotedPrintable } from './transfer-encodings.ts';

/** A web page inside of a web archive. */
export interface ArchivedPage {
  readonly bytes: Uint8Array;
  /** The encoding that the archive says it is in. */
  readonly charset: string | null;
}

/** One byte is one character in it, so that places in the text are places in the bytes. */
const decoder = new TextDecoder('latin1');
/** What ends the header lines. */
const BLANK_LINE = /\r?\n\r?\n/;
/** The names of the sheets, as Excel shows them to be clicked: a table that holds none of their rows. */
const TAB_STRIP = /tabstrip\.html?$/i;

/** Whether a file is a web page saved as a single file (MHTML), by its beginning. */
export function isWebArchive(beginning: string): boolean {
  const header = beginning.trimStart().split(/\r?\n\r?\n/, 1)[0] as string;
  return /^[\w-]+:/.test(header) && /^MIME-Version:/im.test(header) && /^Content-Type:\s*multipart\//im.test(header);
}

/** The pages of a web archive that hold tables, in their order. */
export function archivedPages(bytes: Uint8Array): readonly ArchivedPage[] {
  const text = decoder.decode(bytes);
  const boundary = boundaryOf(headersOf(text).headers);
  if (boundary === null) return [];
  const pages: ArchivedPage[] = [];
  const delimiter = `--${boundary}`;
  for (let at = text.indexOf(delimiter); at >= 0; ) {
    const start = at + delimiter.length;
    const next = text.indexOf(delimiter, start);
    const end = next < 0 ? text.length : next;
    const page = pageOf(text.slice(start, end), bytes.subarray(start, end));
    if (page !== null) pages.push(page);
    at = next;
  }
  return pages;
}

function pageOf(text: string, bytes: Uint8Array): ArchivedPage | null {
  const { headers, behind } = headersOf(text);
  const type = /^content-type:\s*text\/html\b.*$/im.exec(headers)?.[0];
  if (type === undefined || TAB_STRIP.test(/^content-location:\s*(\S+)/im.exec(headers)?.[1] ?? '')) return null;
  const how = /^content-transfer-encoding:\s*(\S+)/im.exec(headers)?.[1]?.toLowerCase();
  const body = bytes.subarray(behind);
  const content = how === 'base64' ? fromBase64(body) : how === 'quoted-printable' ? fromQuotedPrintable(body) : body;
  return /<table\b/i.test(decoder.decode(content)) ? { bytes: content, charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase() ?? null } : null;
}

/** The lines that a part begins with, those that are folded made whole, and where what they tell of begins. */
function headersOf(text: string): { readonly headers: string; readonly behind: number } {
  const blank = BLANK_LINE.exec(text);
  const end = blank?.index ?? text.length;
  return {
    headers: text
      .slice(0, end)
      .trim()
      .replace(/\r?\n[ \t]+/g, ' '),
    behind: blank === null ? text.length : end + blank[0].length,
  };
}

function boundaryOf(headers: string): string | null {
  const found = /^content-type:\s*multipart\/.*?\bboundary\s*=\s*(?:"([^"\n]+)"|([^\s;"]+))/im.exec(headers);
  return found?.[1] ?? found?.[2] ?? null;
}
