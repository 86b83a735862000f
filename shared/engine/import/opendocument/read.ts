import { detectEncoding } from '../encoding/index.ts';
import { XML_ENCODING } from '../excel/markup.ts';
import { fill } from '../fill.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { pieces } from '../pieces.ts';
import { findingsOfPart } from '../structure/apart.ts';
import { createTranscoder } from '../transcode.ts';
import { emptyWorkbook } from '../xlsx/errors.ts';
import { WorkbookPackage } from '../xlsx/package.ts';
import { XmlScanner } from '../xlsx/xml.ts';
import { END, MORE, OPEN } from '../xlsx/xml-tokens.ts';
import { ContentReader } from './content.ts';
import { CellStyles } from './styles.ts';
import { refuseProtected } from './protected.ts';

const CONTENT = 'content.xml';
const STYLES = 'styles.xml';
const SAMPLE = 4096;

/** Reads an OpenDocument spreadsheet without ever holding it whole: zip or flat XML → tokens → cells → columns. */
export async function readOpenDocument(request: ParseRequest, kind: 'ods' | 'fods'): Promise<ParsedFile> {
  const { file } = request;
  if (kind === 'ods') await refuseProtected(request);
  const { stretches, encoding } = kind === 'ods' ? { stretches: new WorkbookPackage(request).pieces(CONTENT), encoding: null } : flatPieces(request);
  const styles = new CellStyles();
  if (kind === 'ods') await readStyles(request, styles);
  const scanner = new XmlScanner(file.name, kind === 'ods' ? CONTENT : file.name);
  const content = new ContentReader(scanner, request, styles);
  let pushed = 0;
  const drain = () => {
    for (let token = scanner.next(); token !== MORE && token !== END; token = scanner.next()) content.take(token, pushed - (scanner.end - scanner.at));
  };
  for await (const piece of stretches) {
    scanner.push(piece);
    pushed += piece.length;
    drain();
  }
  scanner.finish();
  drain();
  const tables = tablesOf(content);
  if (tables.length === 0) throw emptyWorkbook(file.name);
  return { format: kind, encoding, tables, partial: content.isPartial };
}

/** Takes note of the styles that the content may name: they stand in a file of their own. Those of page heads are no concern of cells. */
async function readStyles(request: ParseRequest, styles: CellStyles): Promise<void> {
  const archive = new WorkbookPackage(request);
  if (!archive.has(STYLES)) return;
  try {
    await scanStyles(archive, request, styles);
  } catch (thrown) {
    // What they say is missed, not what stands in the cells.
    if (request.work.signal.aborted) throw thrown;
  }
}

async function scanStyles(archive: WorkbookPackage, request: ParseRequest, styles: CellStyles): Promise<void> {
  const scanner = new XmlScanner(request.file.name, STYLES);
  let isOver = false;
  const drain = () => {
    for (let token = scanner.next(); token !== MORE && token !== END && !isOver; token = scanner.next()) {
      if (token !== OPEN) continue;
      isOver = scanner.is('automatic-styles') || scanner.is('master-styles');
      if (!isOver) styles.open(scanner);
    }
  };
  for await (const piece of archive.pieces(STYLES)) {
    if (isOver) break;
    scanner.push(piece);
    drain();
  }
}

/** Names of ranges are told with the sheet they lie in, those of none with the first. */
function tablesOf({ sheets, names }: ContentReader): ParsedTable[] {
  const filled = sheets.filter(({ tables }) => tables.length > 0);
  const told = (name: string, reference: string) => reference.startsWith(`${name}!`) || reference.startsWith(`'${name.replaceAll("'", "''")}'!`);
  for (const { name, refersTo } of names) (filled.find((sheet) => told(sheet.name, refersTo)) ?? filled[0])?.notes.definedName(name, refersTo);
  return filled.flatMap(({ notes, tables }) => tables.map((table) => notes.withMoney({ ...table, findings: [...findingsOfPart(notes.findings(), tables, table), ...table.findings] })));
}

/** The pieces of a file that is nothing but XML, as UTF-8: by its mark, else by the encoding it declares. */
function flatPieces({ file, options, host, work }: ParseRequest): { readonly stretches: AsyncIterable<Uint8Array>; readonly encoding: string } {
  const head = new Uint8Array(Math.min(SAMPLE, file.size));
  fill(file, head, 0);
  const found = detectEncoding(head, host.decoder, options.encoding);
  const declared = XML_ENCODING.exec(String.fromCharCode(...head))?.[1]?.toLowerCase();
  const encoding = found.how === 'statistics' && declared !== undefined ? declared : found.encoding;
  const transcoder = createTranscoder(encoding, host.decoder, file.name);
  return {
    encoding,
    stretches: (async function* () {
      let at = found.markLength;
      for (const piece of pieces(file, at, file.size - at)) {
        work.signal.throwIfAborted();
        at += piece.length;
        yield transcoder.push(piece, at >= file.size);
        work.progress({ done: at, total: file.size, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
        await work.breathe();
      }
    })(),
  };
}
