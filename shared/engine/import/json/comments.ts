import type { ReadableFile } from '../../ports.ts';

/** Lines that begin with `#` or `//`, before the first record or list; a mark is three letters here. */
const COMMENTS = /^(?:\u00ef\u00bb\u00bf)?\s*(?:(?:#|\/\/)[^\n]*\n\s*)+(?=[[{])/;

const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/** What stands before the first value; empty where that is no comment. */
export const commentsBefore = (text: string): string => COMMENTS.exec(text)?.[0] ?? '';

/** A file behind the comments that stand before its first value, and these, line by line. JSON knows no comments, who writes it does. */
export function withoutComments(file: ReadableFile, head: Uint8Array): { readonly file: ReadableFile; readonly comments: readonly string[] } {
  const start = commentsBefore(latin1.decode(head)).length;
  if (start === 0) return { file, comments: [] };
  const lines = utf8.decode(head.subarray(0, start)).split('\n');
  return {
    file: { name: file.name, size: file.size - start, read: (target, position) => file.read(target, position + start), close: () => file.close() },
    comments: lines.map((line) => line.trim()).filter((line) => line !== ''),
  };
}
