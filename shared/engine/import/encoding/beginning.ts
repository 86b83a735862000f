import { byteOrderMark } from './marks.ts';
import { wideEncoding } from './wide.ts';

/**
 * The first bytes of a file as text, good enough to tell formats apart: markup and JSON begin in ASCII, in whatever encoding.
 * UTF-32 gives nothing: no format that we look for comes in it.
 */
export function beginningOf(head: Uint8Array): string {
  const mark = byteOrderMark(head);
  const encoding = mark?.encoding ?? wideEncoding(head) ?? 'utf-8';
  return encoding.startsWith('utf-32') ? '' : new TextDecoder(encoding).decode(head.subarray(mark?.length ?? 0));
}
