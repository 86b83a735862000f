import fs from 'node:fs';
import path from 'node:path';
import { SuanpanError } from '#contract/errors';
import type { ReadableFile } from '#engine/ports';

/** Opens a file for reading in pieces. */
export function openReadable(file: string, name = path.basename(file)): ReadableFile {
  let handle: number;
  try {
    handle = fs.openSync(file, 'r');
  } catch (thrown) {
    throw unreadable(name, thrown);
  }
  return {
    name,
    path: file,
    size: fs.fstatSync(handle).size,
    read(target, position) {
      try {
        return fs.readSync(handle, target, 0, target.length, position);
      } catch (thrown) {
        throw unreadable(name, thrown);
      }
    },
    close: () => fs.closeSync(handle),
    sizeBeside: (ending) => fs.statSync(file + ending, { throwIfNoEntry: false })?.size ?? null,
    openBeside(ending) {
      try {
        return openReadable(file + ending);
      } catch {
        return null;
      }
    },
  };
}

/** A file of the user that is not there, or that another program holds. */
export function unreadable(name: string, thrown: unknown): SuanpanError {
  const { code, message } = thrown as NodeJS.ErrnoException;
  const missing = code === 'ENOENT';
  return new SuanpanError({
    code: missing ? 'file-missing' : 'file-unreadable',
    where: { file: name },
    message: missing ? { en: `There is no file ${name}`, zh: `找不到文件 ${name}` } : { en: `${name} cannot be read (${code ?? message})`, zh: `无法读取 ${name}（${code ?? message}）` },
    hint: missing ? { en: 'Check the path', zh: '请检查路径' } : { en: 'Close other programs that hold it, or copy it elsewhere', zh: '请关闭占用它的程序，或将其复制到其他位置' },
  });
}
