import { SuanpanError } from '#contract/errors';
import type { ReadableFile } from '../../ports.ts';
import { beginningOf } from '../encoding/beginning.ts';
import { detectFile } from '../encoding/file.ts';
import type { DetectedEncoding } from '../encoding/index.ts';
import { fill } from '../fill.ts';
import { callBefore, withoutCall } from '../json/callback.ts';
import { JsonDocument } from '../json/document.ts';
import { commentsBefore, withoutComments } from '../json/comments.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { createTranscoder } from '../transcode.ts';
import { defineImporter } from './define.ts';

const SAMPLE = 64 << 10;

export const json = defineImporter({
  id: 'json',
  title: { en: 'JSON', zh: 'JSON' },
  extensions: ['json', 'ndjson', 'jsonl', 'geojson'],
  sniff(head, name) {
    const beginning = beginningOf(head).slice(0, 2048);
    const text = beginning.slice((callBefore(beginning) || commentsBefore(beginning)).length);
    if (/^\s*(\{\s*("|\}|$)|\[\s*([[{\]"\d-]|true|false|null|$))/.test(text)) return /\.(json|ndjson|jsonl|geojson)$/i.test(name) ? 0.97 : looksLikeJson(text) ? 0.92 : 0.2;
    return 0;
  },
  parse: parseJson,
});

/** `[x], [y]` begins many a text file: without the name of JSON it has to begin with a named field or a list of lists. */
const looksLikeJson = (text: string) => /^\s*(\[\s*)?\{\s*"([^"\\]|\\.)*"\s*:/.test(text) || /^\s*\[\s*\[/.test(text);

/**
 * Reads a list of records, a list of lists, records or lists line by line, or a document with lists somewhere inside.
 *
 * Everything is text as it was written: numbers keep all of their digits.
 */
async function parseJson(asked: ParseRequest): Promise<ParsedFile> {
  const head = headOf(asked.file);
  const { file: bare, comments } = withoutComments(asked.file, head);
  const request = { ...asked, file: comments.length > 0 ? bare : withoutCall(asked.file, head) };
  const { file, options } = request;
  const encoding = byStandard(await detectFile(file, headOf(file), request, options.encoding));
  const utf8 = await asUtf8(request, encoding);
  try {
    const tables = await new JsonDocument(request, utf8.file, utf8.start).read();
    const wanted = options.table === undefined ? tables : tables.filter(({ name }) => name === options.table);
    if (wanted.length === 0)
      throw new SuanpanError({
        code: 'file-empty',
        where: { file: file.name },
        message: { en: `${file.name} holds no records`, zh: `${file.name} 中没有记录` },
        hint: { en: 'Export it again', zh: '请重新导出' },
      });
    const found = wanted.map((table, i) => ({ ...(i === 0 ? withPreamble(table, comments) : table), reasons: { ...table.reasons, encoding } }));
    return { format: 'json', encoding: encoding.encoding, tables: found, partial: utf8.partial };
  } finally {
    utf8.close();
  }
}

/** Comments are kept like the lines above a table. */
function withPreamble(table: ParsedTable, comments: readonly string[]): ParsedTable {
  return { ...table, preamble: [...comments.map((line) => [line]), ...table.preamble], totalRows: table.totalRows + comments.length };
}

function headOf(file: ReadableFile): Uint8Array {
  const head = new Uint8Array(Math.min(SAMPLE, file.size));
  return head.subarray(0, fill(file, head, 0));
}

/** What is valid UTF-8 is so in JSON (RFC 8259), however rare its letters are: no few bytes of another encoding are suspected. */
function byStandard(found: DetectedEncoding): DetectedEncoding {
  return found.how === 'statistics' && found.brokenUtf8At === null ? { ...found, encoding: 'utf-8', how: 'valid', sure: true, sample: null } : found;
}

/** JSON is UTF-8 by its standard; what is not is turned into it first. */
async function asUtf8({ file, host, work }: ParseRequest, encoding: DetectedEncoding): Promise<{ file: ReadableFile; start: number; partial: boolean; close(): void }> {
  if (encoding.encoding === 'utf-8') return { file, start: encoding.markLength, partial: false, close: () => undefined };
  const transcoder = createTranscoder(encoding.encoding, host.decoder, file.name);
  const scratch = host.scratch(file.name);
  const chunk = new Uint8Array(SAMPLE);
  for (let at = encoding.markLength; at < file.size; ) {
    work.signal.throwIfAborted();
    const read = file.read(chunk, at);
    if (read === 0) break;
    at += read;
    scratch.write(transcoder.push(chunk.slice(0, read), at >= file.size));
    await work.breathe();
  }
  const sealed = scratch.seal();
  return { file: sealed, start: 0, partial: false, close: () => sealed.close() };
}
