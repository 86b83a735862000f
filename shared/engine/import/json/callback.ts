import type { ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';

/** `callback({…});`: JSON as scripts fetch it, the name of a function around it; a mark is three letters here. */
const CALL = /^(?:\u00ef\u00bb\u00bf)?\s*(?:\/\*\*\/\s*)?[\w$.]{1,100}\s*\(\s*(?=[[{])/;
const CALL_END = /\)\s*;?\s*$/;
const LONGEST_END = 64;

const decoder = new TextDecoder('latin1');

/** What stands before the JSON of a call; empty where a text begins with no call. */
export const callBefore = (text: string): string => CALL.exec(text)?.[0] ?? '';

/** The JSON that a file hands to a function; the file itself where it holds no call. */
export function withoutCall(file: ReadableFile, head: Uint8Array): ReadableFile {
  const start = callBefore(decoder.decode(head)).length;
  if (start === 0) return file;
  const tail = new Uint8Array(Math.min(LONGEST_END, file.size - start));
  const from = file.size - tail.length;
  const close = CALL_END.exec(decoder.decode(tail.subarray(0, fill(file, tail, from))));
  if (close === null) return file;
  const end = from + close.index;
  return {
    name: file.name,
    size: end - start,
    read: (target, position) => file.read(target.subarray(0, Math.max(0, end - start - position)), start + position),
    close: () => file.close(),
  };
}
