import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';
import { TableBuilder } from '../builder.ts';
import { detectFile } from '../encoding/file.ts';
import type { DetectedEncoding } from '../encoding/index.ts';
import { fill } from '../fill.ts';
import type { ParsedFile, ParsedTable, ParseRequest, SetAside } from '../parsed.ts';
import { createTranscoder } from '../transcode.ts';
import type { LineReader, LogFormat } from '../weblog/format.ts';
import { formatOf } from '../weblog/formats.ts';
import { HIT_FIELDS, type Hit } from '../weblog/hit.ts';
import { Lines } from '../weblog/lines.ts';
import { remember } from '../weblog/remember.ts';
import { hostOf } from '../weblog/request.ts';
import { isAsset, isBot, Sessions, secondsOf } from '../weblog/visitors.ts';
import { defineImporter } from './define.ts';

const CHUNK = 1 << 20;
const SAMPLE = 256 << 10;
const SAMPLE_LINES = 200;
/** What importers are shown of a file to recognise it; less is all of it. */
const HEAD = 4096;
/** Set-aside bytes beyond this are cut in the listing; the original holds them whole. */
const LONGEST_KEPT = 64 << 10;
/** A file is a log when at least half of its lines are requests. */
const ENOUGH = 0.5;

const COLUMNS = [...HIT_FIELDS, 'is_bot', 'is_asset', 'session_id'] as const;
const decoder = new TextDecoder();

/** Formats without `#Fields` name their fields by what they are: there is no row to choose. */
const NO_HEADER = { row: 0, names: 0 } as const;

export const weblog = defineImporter({
  id: 'weblog',
  title: { en: 'Web server log', zh: '网站服务器日志' },
  extensions: ['log'],
  sniff(head) {
    const found = formatOf(linesOf(head, head.length < HEAD));
    return found !== null && found.share >= ENOUGH ? 0.95 : 0;
  },
  parse: parseLog,
});

/** The first lines of a sample; the last one may be cut off, and is left out unless it is the only one. */
function linesOf(sample: Uint8Array, whole: boolean): string[] {
  const lines = decoder.decode(sample).split(/\r?\n/);
  return (whole || lines.length === 1 ? lines : lines.slice(0, -1)).slice(0, SAMPLE_LINES);
}

async function parseLog(request: ParseRequest): Promise<ParsedFile> {
  const { file, options, host } = request;
  const head = new Uint8Array(Math.min(SAMPLE, file.size));
  fill(file, head, 0);
  const encoding = await detectFile(file, head, request, options.encoding);
  const whole = head.length === file.size;
  const sample = createTranscoder(encoding.encoding, host.decoder, file.name, encoding.brokenUtf8At !== null).push(head.subarray(encoding.markLength), whole);
  const found = formatOf(linesOf(sample, whole));
  if (found === null) throw noLog(file.name);
  const table = await readLines(request, encoding, found.format);
  return { format: 'weblog', encoding: encoding.encoding, tables: [table], partial: request.limit !== undefined && request.limit < file.size };
}

function noLog(file: string): SuanpanError {
  return new SuanpanError({
    code: 'file-unsupported',
    where: { file },
    message: { en: `${file} is no web server log that Suanpan knows`, zh: `${file} 不是算盘所知的网站服务器日志` },
    hint: { en: 'Export it in the combined or the W3C format', zh: '请以 combined 或 W3C 格式导出' },
  });
}

async function readLines(request: ParseRequest, encoding: DetectedEncoding, format: LogFormat): Promise<ParsedTable> {
  const { file, work } = request;
  const broken = encoding.brokenUtf8At !== null;
  const transcoder = createTranscoder(encoding.encoding, request.host.decoder, file.name, broken);
  const collector = new Collector(format, transcoder.marksBroken);
  const lines = new Lines(collector.take);
  const chunk = new Uint8Array(Math.min(CHUNK, Math.max(1, file.size)));
  const end = Math.min(file.size, request.limit ?? file.size);
  for (let at = encoding.markLength; at < end; ) {
    work.signal.throwIfAborted();
    const read = file.read(chunk.subarray(0, Math.min(chunk.length, end - at)), at);
    if (read === 0) break;
    at += read;
    lines.push(transcoder.push(chunk.subarray(0, read), at >= end));
    work.progress({ done: at, total: end, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
    await work.breathe();
  }
  if (end === file.size) lines.finish();
  return collector.table(encoding);
}

/** Puts each line where it belongs: a row of the table, preamble, set aside, or blank. */
class Collector {
  readonly #builder = new TableBuilder(COLUMNS.length);
  readonly #preamble: string[][] = [];
  readonly #setAside: SetAside[] = [];
  readonly #sessions = new Sessions();
  readonly #isBot = remember(isBot);
  readonly #isAsset = remember(isAsset);
  readonly #hostOf = remember(hostOf);
  readonly #secondsOf = remember(secondsOf);
  readonly #format: LogFormat;
  readonly #reader: LineReader;
  readonly #checksBytes: boolean;
  #lines = 0;
  #blank = 0;
  /** The line that names the fields first, from 1. */
  #header: { readonly row: number; readonly names: number } | null = null;

  constructor(format: LogFormat, checksBytes: boolean) {
    this.#format = format;
    this.#reader = format.start();
    this.#checksBytes = checksBytes;
  }

  readonly take = (bytes: Uint8Array): void => {
    const row = ++this.#lines;
    const line = decoder.decode(bytes);
    if (line.trim() === '') this.#blank++;
    else if (line.startsWith('#')) this.#comment(line, row);
    else if (this.#checksBytes && line.includes('\uFFFD')) this.#putAside(row, bytes, { en: 'bytes that cannot be decoded', zh: '含无法解码的字节' });
    else {
      const hit = this.#reader.read(line);
      const { title } = this.#format;
      if (hit === null) this.#putAside(row, bytes, { en: `not a request as in: ${title.en}`, zh: `不符合格式：${title.zh}` });
      else this.#add(hit, row);
    }
  };

  table(encoding: DetectedEncoding): ParsedTable {
    const all = this.#builder.build(COLUMNS);
    const table = { ...all, columns: all.columns.filter((_, i) => !this.#builder.isEmpty(i) || i >= HIT_FIELDS.length) };
    return {
      name: '',
      dialect: null,
      preamble: this.#preamble,
      headerRows: this.#header === null ? 0 : 1,
      footer: [],
      blankRows: this.#blank,
      totalRows: this.#lines,
      table,
      setAside: this.#setAside,
      findings: [],
      reasons: { format: this.#told(), encoding, delimiter: null, header: { ...(this.#header ?? NO_HEADER), known: this.#header?.names ?? 0 }, footer: null },
    };
  }

  #told(): NonNullable<ParsedTable['reasons']['format']> {
    const hits = this.#lines - this.#blank - this.#preamble.length - (this.#header === null ? 0 : 1) - this.#setAside.length;
    const all = hits + this.#setAside.length;
    return {
      kind: this.#format.title,
      because: {
        en: `A web server log: ${hits.toLocaleString('en')} of ${all.toLocaleString('en')} lines are requests.`,
        zh: `网站服务器日志：${all.toLocaleString('en')} 行中有 ${hits.toLocaleString('en')} 行是请求记录。`,
      },
    };
  }

  #comment(line: string, row: number): void {
    const names = this.#reader.directive?.(line) === true;
    if (names && this.#header === null) this.#header = { row, names: line.trim().split(/\s+/).length - 1 };
    else this.#preamble.push([line]);
  }

  #putAside(row: number, bytes: Uint8Array, reason: Text): void {
    this.#setAside.push({ row, reason, bytes: bytes.slice(0, LONGEST_KEPT) });
  }

  #add(hit: Hit, row: number): void {
    const builder = this.#builder;
    builder.startRow(row);
    for (const [i, field] of HIT_FIELDS.entries()) builder.setText(i, hit[field] ?? '');
    builder.setText(HIT_FIELDS.indexOf('referrer_host'), this.#hostOf(hit.referrer ?? ''));
    const bot = this.#isBot(hit.user_agent ?? '') || hit.path === '/robots.txt';
    const asset = this.#isAsset(hit.path ?? '');
    builder.setText(HIT_FIELDS.length, String(bot));
    builder.setText(HIT_FIELDS.length + 1, String(asset));
    if (!bot && !asset) builder.setText(HIT_FIELDS.length + 2, this.#sessions.idOf(hit.ip ?? '', hit.user_agent ?? '', this.#secondsOf(hit.hit_at ?? '')));
  }
}
