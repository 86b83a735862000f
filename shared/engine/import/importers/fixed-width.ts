import { beginningOf } from '../encoding/beginning.ts';
import { detectFile } from '../encoding/file.ts';
import { fill } from '../fill.ts';
import { cut, findColumns } from '../fixed/boundaries.ts';
import { GridCollector } from '../structure/grid.ts';
import type { ParsedFile, ParseRequest } from '../parsed.ts';
import { transcoderOf } from '../transcode.ts';
import { defineImporter } from './define.ts';

const SAMPLE = 256 << 10;
const CHUNK = 1 << 20;
const decoder = new TextDecoder();

const linesOf = (text: string) => text.split(/\r\n|\n|\r/);
/** A separator that every line has as often is one. */
const hasSeparator = (lines: readonly string[]) => [',', ';', '|'].some((mark) => new Set(lines.map((line) => line.split(mark).length)).size === 1 && (lines[0] ?? '').includes(mark));

export const fixedWidth = defineImporter({
  id: 'fixed-width',
  title: { en: 'Text in columns of fixed width', zh: '固定列宽文本' },
  extensions: ['txt', 'prn', 'dat'],
  sniff(head, name) {
    if (head.some((byte) => byte === 0) || /\.(csv|tsv|json|log)$/i.test(name)) return 0;
    const lines = linesOf(beginningOf(head)).slice(0, -1);
    return hasSeparator(lines.filter((line) => line !== '')) || findColumns(lines) === null ? 0 : 0.93;
  },
  parse: parseFixedWidth,
});

const standing = (columns: number) => ({ because: { en: `Its cells stand under each other in ${columns} columns.`, zh: `单元格上下对齐，共 ${columns} 列。` } });

/** Reads lines whose cells stand under each other: the blanks that all lines share are the gaps. */
async function parseFixedWidth(request: ParseRequest): Promise<ParsedFile> {
  const { file, options, host, work } = request;
  const head = new Uint8Array(Math.min(SAMPLE, file.size));
  fill(file, head, 0);
  const encoding = await detectFile(file, head, request, options.encoding);
  const transcoder = transcoderOf(encoding, host.decoder, file.name);
  const sample = transcoderOf(encoding, host.decoder, file.name).push(head.subarray(encoding.markLength), head.length === file.size);
  const starts = findColumns(linesOf(decoder.decode(sample))) ?? [0];
  const grid = new GridCollector('', request);
  const end = Math.min(file.size, request.limit ?? file.size);
  const chunk = new Uint8Array(CHUNK);
  const streaming = new TextDecoder();
  let rest = '';
  let row = 0;
  for (let at = encoding.markLength; at < end; ) {
    work.signal.throwIfAborted();
    const read = file.read(chunk.subarray(0, Math.min(CHUNK, end - at)), at);
    if (read === 0) break;
    at += read;
    const text = rest + streaming.decode(transcoder.push(chunk.slice(0, read), at >= end), { stream: at < end });
    // A return at the end may be half of a line end.
    const half = at < end && text.endsWith('\r') ? '\r' : '';
    const lines = linesOf(half === '' ? text : text.slice(0, -1));
    rest = at < end ? (lines.pop() ?? '') + half : '';
    if (at >= end && lines.at(-1) === '') lines.pop();
    for (const line of lines) grid.push(++row, cut(line, starts));
    work.progress({ done: at, total: end, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
    await work.breathe();
  }
  const table = grid.finish([]);
  return {
    format: 'fixed-width',
    encoding: encoding.encoding,
    tables: table === null ? [] : [{ ...table, reasons: { ...table.reasons, format: standing(starts.length), encoding } }],
    partial: end < file.size,
  };
}
