import type { Ports, ReadableFile, Work } from '../../ports.ts';
import { fill, readWhole } from '../fill.ts';
import { readBytes } from '../transcode.ts';
import { takeTurn } from '../turns.ts';
import { type DetectedEncoding, detectEncoding } from './index.ts';
import { joinedParts } from './joined.ts';
import { brokenUtf8, cutOffAtEnd, Faults } from './utf8.ts';

const CHUNK = 1 << 20;
const SAMPLE = 256 << 10;
/** Files that were put together by hand are small. */
const LARGEST_JOINED = 16 << 20;

/** What looking through a file needs. */
export interface Looking {
  readonly host: Pick<Ports, 'decoder' | 'isUtf8'>;
  readonly work: Work;
}

/**
 * Finds out the encoding of a file. One that begins in plain ASCII may hold GBK further on: UTF-8 has to hold to the end of the file.
 * Files of two encodings that were put behind each other are told by their lines.
 *
 * @param head the first bytes of the file
 * @param forced the encoding a person chose, if any
 */
export async function detectFile(file: ReadableFile, head: Uint8Array, looking: Looking, forced?: string): Promise<DetectedEncoding> {
  const { host } = looking;
  const found = await detectWhole(file, head, looking, forced);
  const { brokenUtf8At, markLength } = found;
  if (brokenUtf8At === null || forced !== undefined || file.size > LARGEST_JOINED) return found;
  const read = readBytes(host.decoder);
  // Where the first stretch is of one encoding and no UTF-8, so is the rest as a rule: it is not looked through.
  const isWhole = head.length === file.size;
  if (!isWhole && brokenUtf8At < head.length && joinedParts(head.subarray(markLength), read) === null) return found;
  const parts = joinedParts((isWhole ? head : readWhole(file)).subarray(markLength), read);
  return parts === null ? found : { ...found, encoding: parts[0]?.encoding ?? found.encoding, sure: true, parts };
}

async function detectWhole(file: ReadableFile, head: Uint8Array, looking: Looking, forced?: string): Promise<DetectedEncoding> {
  const first = detectEncoding(head.length === file.size ? head : beforeCut(head), looking.host.decoder, forced);
  if (first.encoding !== 'utf-8' || first.brokenUtf8At !== null) return first;
  // Whoever chose UTF-8 gets it; what is none is set aside.
  if (first.how === 'option') return withCutOffEnd({ ...first, brokenUtf8At: await firstFault(file, 0, looking) }, file);
  return head.length === file.size ? withCutOffEnd(first, file) : await checkedToTheEnd(file, head, looking, first);
}

/** UTF-8 that ends inside of a character has a fault there. */
function withCutOffEnd(found: DetectedEncoding, file: ReadableFile): DetectedEncoding {
  const end = new Uint8Array(Math.min(3, file.size));
  fill(file, end, file.size - end.length);
  const cutOff = cutOffAtEnd(end);
  return cutOff === 0 || found.brokenUtf8At !== null ? found : { ...found, brokenUtf8At: file.size - cutOff };
}

async function checkedToTheEnd(file: ReadableFile, head: Uint8Array, looking: Looking, first: DetectedEncoding): Promise<DetectedEncoding> {
  const brokenUtf8At = await firstFault(file, head.length - 4, looking);
  if (brokenUtf8At === null) return withCutOffEnd(first, file);
  if (await hasFewFaults(file, looking.work)) return { ...first, how: 'valid', brokenUtf8At };
  const window = new Uint8Array(Math.min(SAMPLE, file.size));
  const filled = fill(file, window, Math.max(0, brokenUtf8At - 64));
  return { ...detectEncoding(window.subarray(0, filled), looking.host.decoder), brokenUtf8At, markLength: first.markLength };
}

/** Of files that are opened again and again: where the first fault from a place on is. */
const KNOWN = new WeakMap<ReadableFile, Map<number, number | null>>();

/** What is found out about a file holds for all that share its `faults`: they have the same bytes, and are not looked through again. */
export function sharesFaults(file: ReadableFile, faults: Map<number, number | null>): void {
  KNOWN.set(file, faults);
}

/** Where the first byte from a place on stands that cannot be UTF-8; `null` when all can. The place may be inside of a character. */
async function firstFault(file: ReadableFile, start: number, looking: Looking): Promise<number | null> {
  const known = KNOWN.get(file);
  const before = known?.get(start);
  if (before !== undefined) return before;
  const fault = await lookForFault(file, start, looking);
  known?.set(start, fault);
  return fault;
}

async function lookForFault(file: ReadableFile, start: number, { host, work }: Looking): Promise<number | null> {
  const chunk = new Uint8Array(CHUNK);
  let carried = 0;
  for (let at = start; at < file.size; ) {
    const read = file.read(chunk.subarray(carried), at);
    if (read === 0) break;
    at += read;
    const length = carried + read;
    // A character may straddle two chunks: its first bytes are looked at again.
    carried = lastCharacter(chunk, length);
    // Only where it is looked from may the first bytes belong to a character before.
    const from = at - length === start && start > 0 ? continuations(chunk) : 0;
    // The place of a fault is looked for only where there is one.
    const broken = brokenUtf8(chunk.subarray(0, length), host.isUtf8(chunk.subarray(from, length - carried)) ? length - carried : from);
    if (broken !== null) return at - length + broken;
    chunk.copyWithin(0, length - carried, length);
    await takeTurn(file, at, read, work);
  }
  return null;
}

/** Whether the faults of the whole file are slips in UTF-8. */
async function hasFewFaults(file: ReadableFile, work: Work): Promise<boolean> {
  const faults = new Faults();
  const chunk = new Uint8Array(CHUNK);
  let carried = 0;
  for (let at = 0; at < file.size && !faults.areTooMany; ) {
    const read = file.read(chunk.subarray(carried), at);
    if (read === 0) break;
    at += read;
    const length = carried + read;
    carried = at < file.size ? lastCharacter(chunk, length) : 0;
    faults.add(chunk.subarray(0, length - carried));
    chunk.copyWithin(0, length - carried, length);
    await takeTurn(file, at, read, work);
  }
  return faults.areFew;
}

/** The sample without a character that its end may have cut off, so that one more byte is not taken for all there is. */
function beforeCut(sample: Uint8Array): Uint8Array {
  let end = sample.length;
  while (end > sample.length - 4 && (sample[end - 1] as number) >= 0x80) end--;
  return sample.subarray(0, end);
}

/** How many bytes at the end belong to a character that may go on. */
function lastCharacter(bytes: Uint8Array, length: number): number {
  let count = 0;
  for (let i = Math.max(0, length - 3); i < length; i++) if ((bytes[i] as number) >= 0xc0) count = length - i;
  return count;
}

/** How many bytes at the start belong to a character that began before. */
function continuations(bytes: Uint8Array): number {
  let count = 0;
  while (count < 3 && ((bytes[count] ?? 0) & 0xc0) === 0x80) count++;
  return count;
}
