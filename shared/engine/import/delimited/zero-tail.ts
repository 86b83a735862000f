import type { Finding } from '#contract/values';
import type { ReadableFile } from '../../ports.ts';
import { fill } from '../fill.ts';

const CHUNK = 1 << 16;

/** The bytes without the zeros behind them. */
export function withoutZeroTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end === bytes.length ? bytes : bytes.subarray(0, end);
}

/** A text file as far as it is text, where zeros follow: disks leave them behind what was not written to its end. */
export function beforeZeroTail(file: ReadableFile): { readonly file: ReadableFile; readonly findings: readonly Finding[] } {
  let size = file.size;
  const chunk = new Uint8Array(Math.min(CHUNK, file.size));
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - chunk.length);
    const read = fill(file, chunk.subarray(0, end - start), start);
    size = start + withoutZeroTail(chunk.subarray(0, read)).length;
    if (size > start) break;
    end = start;
  }
  if (size === 0 || size === file.size) return { file, findings: [] };
  const zeros = file.size - size;
  const text: ReadableFile = { name: file.name, size, read: (target, position) => file.read(target.subarray(0, Math.max(0, size - position)), position), close: () => file.close() };
  const message = {
    en: `${zeros} zero bytes follow the text: the file was not written to its end, rows may be missing. Export it again`,
    zh: `文本之后有 ${zeros} 个零字节：文件未写完，可能缺少数据行，请重新导出`,
  };
  return { file: text, findings: [{ code: 'zeros-follow', severity: 'warning', where: { file: file.name }, message }] };
}
