import type { ReadableFile } from '../../ports.ts';
import { beginningOf } from '../encoding/beginning.ts';
import { fill } from '../fill.ts';
import { workbookKind } from '../xlsx/entries.ts';
import { withoutFirstComments } from './markup.ts';
import { isWebArchive } from './web-archive.ts';
import { isZip, readZipDirectory, type ZipEntry } from '../zip/directory.ts';

/** Workbooks that come through SheetJS, by what they truly are. */
export type WorkbookKind = 'xls' | 'xlsb' | 'xml' | 'html' | 'mhtml' | 'dbf';
/** OpenDocument spreadsheets: packed, or as one XML file. */
export type OpenDocumentKind = 'ods' | 'fods';

export const isOpenDocument = (kind: WorkbookKind | OpenDocumentKind | null): kind is OpenDocumentKind => kind === 'ods' || kind === 'fods';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Bytes of a BIFF stream that stands alone, as Excel 2 to 5 wrote it: the record BOF. */
const BIFF = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
];
/** First bytes of dBase III to 7 and FoxPro, with and without memos. */
const DBASE = [0x03, 0x04, 0x30, 0x31, 0x83, 0x8b, 0xf5];
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

const decoder = new TextDecoder();

/** What kind of workbook a file is, by its content; `null` when it is none of these. */
export function kindOf(head: Uint8Array, file: ReadableFile): WorkbookKind | OpenDocumentKind | null {
  const starts = (magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);
  if (starts(OLE) || BIFF.some(starts)) return 'xls';
  // A dBase table begins with a version and a date, which says little: its name has to agree.
  if (/\.dbf$/i.test(file.name) && DBASE.includes(head[0] as number)) return 'dbf';
  return isZip(head) ? zipKind(file) : markupKind(head);
}

function zipKind(file: ReadableFile): 'xlsb' | 'ods' | null {
  const entries = readZipDirectory(file) ?? [];
  const kind = workbookKind(entries);
  if (kind === 'xlsb') return kind;
  return kind === 'ods' && isSpreadsheet(file, entries) ? kind : null;
}

/** OpenDocument says in its entry `mimetype` whether it is a text, a drawing or a spreadsheet. */
function isSpreadsheet(file: ReadableFile, entries: readonly ZipEntry[]): boolean {
  const entry = entries.find(({ name }) => name === 'mimetype');
  // It is to be stored as it is; from who packs it all the same only the name can tell.
  if (entry === undefined || entry.method !== 0) return /\.ods$/i.test(file.name);
  const bytes = new Uint8Array(256);
  return decoder.decode(bytes.subarray(0, fill(file, bytes, entry.header))).includes(SPREADSHEET);
}

function markupKind(head: Uint8Array): 'xml' | 'fods' | 'html' | 'mhtml' | null {
  const text = beginningOf(head);
  if (isWebArchive(text)) return 'mhtml';
  if (!/^\s*</.test(text)) return null;
  if (/urn:schemas-microsoft-com:office:spreadsheet|<\?mso-application\s+progid="Excel\.Sheet"/.test(text) && /^\s*<(\?xml|\?mso|(\w+:)?Workbook)/.test(text)) return 'xml';
  if (/<office:document\b/.test(text)) return text.includes(SPREADSHEET) ? 'fods' : null;
  return /^<(!doctype\s+html|html|head|meta|body|style|table)\b/i.test(withoutFirstComments(text)) ? 'html' : null;
}
