import type { ReadableFile, Work } from '../ports.ts';

/** Behind so many bytes others have their turn. */
const TURN = 1 << 20;

/** Lets others have their turn now and then while a file is looked through, and tells how far that is: at `at`, behind `read` bytes more. */
export async function takeTurn(file: ReadableFile, at: number, read: number, { signal, breathe, progress }: Pick<Work, 'signal' | 'breathe'> & Partial<Work>): Promise<void> {
  if (Math.floor(at / TURN) === Math.floor((at - read) / TURN)) return;
  signal.throwIfAborted();
  progress?.({ done: at, total: file.size, note: { en: `Looking through ${file.name}`, zh: `正在检查 ${file.name}` } });
  await breathe();
}
