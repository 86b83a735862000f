import { together } from '../transcode.ts';
import { decide } from './statistics.ts';
import { isMultibyte } from './multibyte.ts';
import type { ReadBytes } from './singlebyte.ts';
import { brokenUtf8, mostlyUtf8 } from './utf8.ts';

/** A stretch of a text that is in one encoding. */
export interface EncodedPart {
  /** First byte, and number of the line there from 1. */
  readonly from: number;
  readonly line: number;
  readonly encoding: string;
}

interface Run {
  readonly from: number;
  readonly line: number;
  readonly isUtf8: boolean;
  lines: number;
}

const NEWLINE = 10;
/** In a lone line a text of another encoding may be UTF-8 by chance, and one of UTF-8 may be damaged. */
const FEWEST_LINES = 2;
/** Files are put behind each other by the day or by the shop: more changes are none of that. */
const MOST_PARTS = 100;

/**
 * The parts of a text that files of different encodings were put together to: UTF-8 and one of several bytes a character. `null` for a
 * text of one encoding.
 *
 * @param text from its first line to the end of one
 */
export function joinedParts(text: Uint8Array, read: ReadBytes): readonly EncodedPart[] | null {
  const runs = longRuns(text);
  if (runs.length < 2 || runs.length > MOST_PARTS) return null;
  const bytesOf = (at: number) => text.subarray((runs[at] as Run).from, runs[at + 1]?.from ?? text.length);
  const others = runs.flatMap(({ isUtf8 }, at) => (isUtf8 ? [] : [bytesOf(at)]));
  // Texts that were cut inside of a character leave many a broken line behind.
  if (others.some(mostlyUtf8)) return null;
  const { best } = decide(together(others), read);
  return isMultibyte(best) ? runs.map(({ from, line, isUtf8 }) => ({ from, line, encoding: isUtf8 ? 'utf-8' : best })) : null;
}

/** Stretches of lines that are UTF-8 and of lines that are not; those that say nothing go with the ones before. */
function longRuns(text: Uint8Array): readonly Run[] {
  const runs: Run[] = [];
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf(NEWLINE, from);
    const end = newline < 0 ? text.length : newline + 1;
    line++;
    const isUtf8 = saysUtf8(text.subarray(from, end));
    const last = runs.at(-1);
    if (isUtf8 !== null && isUtf8 === last?.isUtf8) last.lines++;
    else if (isUtf8 !== null) {
      // What was too short to be a part belongs to the one before it, and that one goes on.
      if (last !== undefined && last.lines < FEWEST_LINES) runs.pop();
      if (runs.at(-1)?.isUtf8 !== isUtf8) runs.push({ from: runs.length === 0 ? 0 : from, line: runs.length === 0 ? 1 : line, isUtf8, lines: 1 });
    }
    from = end;
  }
  if ((runs.at(-1)?.lines ?? FEWEST_LINES) < FEWEST_LINES) runs.pop();
  return runs;
}

/** Whether a line is UTF-8; `null` where it may be anything: plain ASCII, or few enough characters to be UTF-8 by chance. */
function saysUtf8(line: Uint8Array): boolean | null {
  if (!line.some((byte) => byte >= 0x80)) return null;
  if (brokenUtf8(line, 0) !== null) return false;
  return line.some((byte) => byte >= 0xe0) ? true : null;
}
