import { takeParted } from '../delimited/lone-returns.ts';
import { type RecordView, Tokenizer } from '../delimited/tokenizer.ts';
import { isFilled, looksLikeData } from './headers.ts';
import type { Dialect } from '../parsed.ts';
import { shortTableWidth, withoutRemarks } from './structure.ts';

const DELIMITERS = [',', '\t', ';', '|'];
/** Tried only where they occur: `~`, `^`, Hive's \u0001, the separators that ASCII is meant to have, `:` and blanks. */
const RARE_DELIMITERS = ['~', '^', '\u0001', '\u001f', ':', ' '];
/** Stand inside of names, addresses and times as well: what they part has to look like columns. */
const WEAK_DELIMITERS = [':', ' '];
/** How much less a rare separator counts: names and texts hold blanks and colons in plenty. */
const RARE_WEIGHT = 0.6;
const BACKSLASH = '\\';
const BACKSLASH_BYTE = 92;
/** What stands behind the quote that ends a field: a comma, a semicolon, a bar. */
const ENDS_FIELD: readonly number[] = [44, 59, 124];
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
/** Quoted texts hold separators without a blank. */
const PADDED = 0.9;
/** A short table below a long preamble is more than one column, and less than a separator that most lines agree in. */
const SHORT_TABLE = 0.02;
/** Share of a column's cells that are of its kind. */
const ONE_KIND = 0.9;
/** One sentence has blanks too. */
const FEWEST_FOR_RARE = 3;
const decoder = new TextDecoder();

export interface DetectedDialect {
  readonly dialect: Dialect;
  /** Records that split into the usual number of fields, of those looked at. */
  readonly agreeing: number;
  readonly looked: number;
  readonly width: number;
}

/**
 * Splits a UTF-8 sample into records of strings.
 *
 * @param width where it is known: lone returns end records too where they have it then
 */
export function splitSample(sample: Uint8Array, dialect: Dialect, most = 400, width = 0): string[][] {
  const rows: string[][] = [];
  const options = bytesOf(dialect);
  const take = (record: RecordView) => {
    if (rows.length < most) rows.push(Array.from({ length: record.count }, (_, i) => decoder.decode((record.buffers[i] as Uint8Array).subarray(record.starts[i], record.ends[i]))));
    return 'next' as const;
  };
  const tokenizer = new Tokenizer(options, (record) => takeParted(record, options, width, take).answer);
  tokenizer.push(sample);
  tokenizer.finish();
  return rows;
}

/** The dialect as the tokenizer wants it. */
export function bytesOf(dialect: Dialect): { delimiter: number; quote: number; returnEndsLine: boolean; padded: boolean; escape: number } {
  return {
    delimiter: dialect.delimiter.charCodeAt(0),
    quote: dialect.quote === '' ? 0 : dialect.quote.charCodeAt(0),
    returnEndsLine: dialect.newline === '\r',
    padded: dialect.padded === true,
    // A quote escapes itself without more.
    escape: dialect.escape === dialect.quote || dialect.escape === '' ? 0 : dialect.escape.charCodeAt(0),
  };
}

/**
 * Finds the separator by consistency: the one that splits most records into the same number of fields, more fields counting more.
 *
 * @param sample the beginning of the file in UTF-8, cut after a whole line
 */
export function detectDialect(sample: Uint8Array, forced: { readonly delimiter?: string; readonly quote?: string }): DetectedDialect {
  const found = detectWith(sample, forced, newlineOf(sample));
  if (found.dialect.newline === '\r' || !isMostlyReturns(sample)) return found;
  const parted = detectWith(sample, forced, '\r');
  // Cells with returns in them would come apart to lines of all widths.
  const agrees = parted.width > 1 && parted.agreeing * found.looked >= found.agreeing * parted.looked;
  return agrees && parted.looked > found.looked ? parted : found;
}

function newlineOf(sample: Uint8Array): string {
  const first = sample.indexOf(NEWLINE);
  if (first < 0 && sample.includes(RETURN)) return '\r';
  return sample[first - 1] === RETURN ? '\r\n' : '\n';
}

/** Whether more lone returns than line feeds stand in it: a line feed may have been put behind a text of old Macs. */
function isMostlyReturns(sample: Uint8Array): boolean {
  let balance = 0;
  for (let at = sample.indexOf(RETURN); at >= 0; at = sample.indexOf(RETURN, at + 1)) if (sample[at + 1] !== NEWLINE) balance++;
  if (balance === 0) return false;
  for (let at = sample.indexOf(NEWLINE); at >= 0 && balance > 0; at = sample.indexOf(NEWLINE, at + 1)) balance--;
  return balance > 0;
}

function detectWith(sample: Uint8Array, forced: { readonly delimiter?: string; readonly quote?: string }, newline: string): DetectedDialect {
  const candidates = forced.delimiter === undefined ? [...DELIMITERS, ...RARE_DELIMITERS.filter((rare) => sample.includes(rare.charCodeAt(0)))] : [forced.delimiter];
  let best: (DetectedDialect & { score: number }) | null = null;
  for (const delimiter of candidates) {
    for (const quote of forced.quote === undefined ? quotesToTry(sample) : [forced.quote]) {
      const padded = isPadded(sample, delimiter, quote) && { padded: true as const };
      for (const mark of escapesToTry(sample, delimiter, quote)) {
        const dialect: Dialect = { delimiter, quote, escape: mark, newline, ...padded };
        const rows = splitSample(sample, dialect);
        const measured = measure(rows, dialect, RARE_DELIMITERS.includes(delimiter) ? RARE_WEIGHT : 1);
        if (WEAK_DELIMITERS.includes(delimiter) && forced.delimiter === undefined && !partsColumns(rows, measured, sample)) continue;
        const isAsGood = mark === BACKSLASH && best?.dialect.delimiter === delimiter && best.dialect.quote === quote && measured.score >= best.score - 1e-9 && hasEscapedQuotes(sample, quote);
        if (best === null || measured.score > best.score + 1e-9 || isAsGood) best = measured;
      }
    }
  }
  return best ?? { dialect: { delimiter: ',', quote: '"', escape: '"', newline }, agreeing: 0, looked: 0, width: 1 };
}

/**
 * Whether a separator that texts hold as well parts columns: it stands beside quotes, parts every line into as many filled cells, or makes
 * more than two columns of different kinds in the first line as in the others. A list of names, times or addresses has one column.
 */
function partsColumns(rows: readonly string[][], { dialect, width }: DetectedDialect, sample: Uint8Array): boolean {
  const { delimiter, quote } = dialect;
  if (quote !== '' && hasQuotesBeside(decoder.decode(sample.subarray(0, 4096)), delimiter, quote)) return true;
  const filled = rows.filter((row) => row.some(isFilled));
  if (width < 3 || filled[0]?.length !== width) return false;
  // Lines that read as one value, such as times, are one. With blanks numbers read so as well, that are many: 1 2 3.
  const values = filled.filter((row) => looksLikeData(row.join(delimiter)));
  if (values.length * 2 > filled.length && delimiter !== ' ') return false;
  const body = filled.slice(1).filter((row) => row.length === width);
  // Every line has as many, the first too: names above columns of one kind, or nothing but numbers.
  const isEven = filled.length > 2 && filled.every((row) => row.length === width && row.every(isFilled));
  const isTimes = delimiter === ':' && filled.slice(1).some((row) => /^\d\d$/.test((row.at(-1) as string).trim()) && /\d[T ]\d\d?$/.test(row[0] as string));
  if (isEven && !isTimes) return true;
  const shares = Array.from({ length: width }, (_, column) => body.filter((row) => looksLikeData(row[column] as string)).length / body.length);
  return shares.some((share) => share >= ONE_KIND) && shares.some((share) => share <= 1 - ONE_KIND);
}

/** Whether a quoted field stands beside a separator, as in `a "b c" d`. */
function hasQuotesBeside(text: string, delimiter: string, quote: string): boolean {
  return text
    .split(/[\r\n]+/)
    .some((line) => (line.startsWith(quote) && line.includes(`${quote}${delimiter}`)) || (line.includes(`${delimiter}${quote}`) && (line.endsWith(quote) || line.includes(`${quote}${delimiter}`))));
}

/** A backslash is tried only where it stands before a separator or a quote. */
function escapesToTry(sample: Uint8Array, delimiter: string, quote: string): readonly string[] {
  const marks = [delimiter.charCodeAt(0), quote.charCodeAt(0)];
  for (let at = sample.indexOf(BACKSLASH_BYTE); at >= 0; at = sample.indexOf(BACKSLASH_BYTE, at + 1)) if (marks.includes(sample[at + 1] as number)) return [quote, BACKSLASH];
  return [quote];
}

/** Whether a backslash stands before a quote that neither ends its field nor is doubled: `"5\\" wide"`. */
function hasEscapedQuotes(sample: Uint8Array, quote: string): boolean {
  const byte = quote.charCodeAt(0);
  for (let at = sample.indexOf(BACKSLASH_BYTE); at >= 0; at = sample.indexOf(BACKSLASH_BYTE, at + 2)) {
    if (sample[at + 1] !== byte) continue;
    const next = sample[at + 2] ?? NEWLINE;
    if (next > SPACE - 1 && next !== byte && !ENDS_FIELD.includes(next)) return true;
  }
  return false;
}

/** Single quotes are tried only where they open a field. */
function quotesToTry(sample: Uint8Array): readonly string[] {
  const text = decoder.decode(sample.subarray(0, 4096));
  return /(^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\r\n])/.test(text) && !text.includes('"') ? ['"', "'"] : ['"'];
}

/** Whether blanks stand behind nearly every separator, also before quotes: there the quotes would not count otherwise. */
function isPadded(sample: Uint8Array, delimiter: string, quote: string): boolean {
  const separator = delimiter.charCodeAt(0);
  let separators = 0;
  let padded = 0;
  let quoted = false;
  for (let at = sample.indexOf(separator); at >= 0; at = sample.indexOf(separator, at + 1)) {
    const next = sample[at + 1];
    // An empty field at the end of a line has nothing to pad.
    if (next === undefined || next === NEWLINE || next === RETURN) continue;
    separators++;
    if (next !== SPACE) continue;
    padded++;
    let field = at + 1;
    while (sample[field] === SPACE) field++;
    if (sample[field] === quote.charCodeAt(0)) quoted = true;
  }
  return quoted && separator !== SPACE && padded >= separators * PADDED;
}

function measure(all: readonly string[][], dialect: Dialect, trust: number): DetectedDialect & { score: number } {
  const rows = withoutRemarks(all);
  const counts = new Map<number, number>();
  let looked = 0;
  for (const row of rows) {
    if (row.length === 1 && (row[0] ?? '').trim() === '') continue;
    looked++;
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  let width = 1;
  let agreeing = 0;
  for (const [count, times] of counts) {
    const weight = (n: number, w: number) => n * (w > 1 ? 1 : 0.3);
    if (weight(times, count) > weight(agreeing, width) || (times === agreeing && count > width)) {
      width = count;
      agreeing = times;
    }
  }
  const share = looked === 0 ? 0 : agreeing / looked;
  const short = width > 1 || trust < 1 ? null : shortTableWidth(rows);
  if (short !== null) return { dialect, agreeing: counts.get(short) as number, looked, width: short, score: SHORT_TABLE * (1 + Math.log2(short)) };
  return { dialect, agreeing, looked, width, score: width < 2 ? share * 0.01 : trust < 1 && (share < 0.95 || looked < FEWEST_FOR_RARE) ? 0 : trust * share * share * (1 + Math.log2(width)) };
}
