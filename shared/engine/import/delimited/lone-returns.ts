import { type RecordView, Tokenizer, type TokenizerOptions } from './tokenizer.ts';

const NEWLINE = 10;
const RETURN = 13;
/** So many stretches are tried in all their combinations; in more every return has to end a record. */
const MOST_TRIED = 24;

/** A stretch of bytes. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * Takes a record, or where it has too many fields and lone returns part it into records of the table's width, each of these. Returns that
 * do not have to end a record stay in their cells, and so do all where several ways lead to records of that width.
 *
 * @returns what was answered, and how many records it was
 */
export function takeParted(
  record: RecordView,
  options: TokenizerOptions,
  width: number,
  take: (record: RecordView) => 'next' | 'first-line-only',
): { readonly answer: 'next' | 'first-line-only'; readonly records: number } {
  const parts = partsOf(record, options, width);
  if (parts === null) return { answer: take(record), records: 1 };
  const tokenizer = new Tokenizer(options, take);
  for (const part of parts) tokenizer.takeRecord(part, 0, true);
  return { answer: 'next', records: parts.length };
}

/** The bytes of the records; a blank line between them has none. */
function partsOf(record: RecordView, options: TokenizerOptions, width: number): readonly Uint8Array[] | null {
  const { source, start, end, count } = record;
  if (width < 2 || count <= width || !holdsReturn(source, start, end)) return null;
  // What becomes of the parts may move the memory that the record lies in.
  const bytes = source.slice(start, end);
  const lines = linesOf(bytes, options);
  if (lines === null || lines.length < 2) return null;
  const filled = lines.filter((line) => line.end > line.start);
  if (filled.every((line) => line.count === width)) return lines.map((line) => bytes.subarray(line.start, line.end));
  if (lines.length > MOST_TRIED) return null;
  return onlyWay(lines, (first, last) => countOf(bytes.subarray(first.start, last.end), options) === width)?.map(([first, last]) => bytes.subarray(first.start, last.end)) ?? null;
}

function holdsReturn(source: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (source[at] === RETURN && source[at + 1] !== NEWLINE) return true;
  return false;
}

/** The lines where every return outside of quotes ends one; `null` where a quote stays open. */
function linesOf(bytes: Uint8Array, options: TokenizerOptions): Part[] | null {
  const lines: Part[] = [];
  let open = false;
  const tokenizer = new Tokenizer({ ...options, returnEndsLine: true }, ({ start, end, count, quoteNeverClosed }) => {
    lines.push({ start, end, count });
    open ||= quoteNeverClosed;
    return 'next';
  });
  for (let at = 0; at < bytes.length; ) at = tokenizer.takeRecord(bytes, at, true);
  return open ? null : lines;
}

/** How many fields the one record of a stretch has; 0 where it holds several. */
function countOf(bytes: Uint8Array, options: TokenizerOptions): number {
  let fields = 0;
  const tokenizer = new Tokenizer(options, ({ count, quoteNeverClosed }) => {
    fields = quoteNeverClosed ? 0 : count;
    return 'next';
  });
  return tokenizer.takeRecord(bytes, 0, true) === bytes.length ? fields : 0;
}

/** The one way to put lines together to records; `null` where there is none, or several. */
function onlyWay(lines: readonly Part[], isRecord: (first: Part, last: Part) => boolean): [Part, Part][] | null {
  // Per line how many ways lead up to it, and where the record before it begins.
  const ways = [1];
  const begins: number[] = [0];
  for (let to = 1; to <= lines.length; to++) {
    ways[to] = 0;
    for (let from = 0; from < to; from++) {
      if (ways[from] === 0 || !isRecord(lines[from] as Part, lines[to - 1] as Part)) continue;
      ways[to] = (ways[to] as number) + (ways[from] as number);
      begins[to] = from;
    }
  }
  if (ways[lines.length] !== 1) return null;
  const records: [Part, Part][] = [];
  for (let to = lines.length; to > 0; to = begins[to] as number) records.unshift([lines[begins[to] as number] as Part, lines[to - 1] as Part]);
  return records;
}
