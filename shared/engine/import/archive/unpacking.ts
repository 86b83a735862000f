import { SuanpanError } from '#contract/errors';
import type { PackMethod, ReadableFile } from '../../ports.ts';
import type { ParseRequest, UnpackBudget } from '../parsed.ts';
import { pieces } from '../pieces.ts';

export interface Packed {
  /** Name of what comes out. */
  readonly name: string;
  readonly method: PackMethod | 'stored';
  readonly start: number;
  readonly length: number;
  /** What the archive says the unpacked bytes add up to; absent where it does not. */
  readonly crc?: number;
  readonly size?: number;
}

const MB = 2 ** 20;
const GB = 2 ** 30;
const MOST = 4 * GB;
/** Up to this size a file may be packed as tightly as it likes. */
const UNSUSPICIOUS = 256 * MB;
/** Exports are packed 3 to 40 times, logs up to 100. */
const TIGHTEST = 250;

/** What an archive of this size may unpack to, with all archives inside of it. */
export function unpackBudget(size: number): UnpackBudget {
  const most = Math.min(MOST, Math.max(UNSUSPICIOUS, size * TIGHTEST));
  return { most, bytes: most, files: 10_000, depth: 4 };
}

/**
 * Unpacks one file of an archive into a scratch file. The budget is what keeps a small archive from becoming a full disk.
 *
 * @throws SuanpanError `file-damaged` when it cannot be unpacked or its check sum is wrong, or when the budget is spent
 */
export async function unpackFile({ file, work, host, budget }: ParseRequest, packed: Packed): Promise<ReadableFile> {
  const scratch = host.scratch(packed.name);
  const source = pieces(file, packed.start, packed.length);
  let crc = 0;
  let size = 0;
  let breath = 0;
  try {
    for await (const piece of packed.method === 'stored' ? source : host.unpack(packed.method, source)) {
      work.signal.throwIfAborted();
      budget.bytes -= piece.length;
      size += piece.length;
      if (budget.bytes < 0) throw tooLarge(file.name, packed.name, budget);
      if (packed.crc !== undefined) crc = host.crc32(piece, crc);
      scratch.write(piece);
      work.progress({ done: Math.min(size, packed.size ?? size), total: packed.size ?? size + 1, note: { en: `Unpacking ${packed.name}`, zh: `正在解压 ${packed.name}` } });
      if (++breath % 16 === 0) await work.breathe();
    }
    if ((packed.crc !== undefined && crc !== packed.crc) || (packed.size !== undefined && packed.size !== size)) throw new Error('check sum or size differ');
    return scratch.seal();
  } catch (thrown) {
    scratch.drop();
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    throw new SuanpanError({
      code: 'file-damaged',
      where: { file: file.name },
      message: { en: `${packed.name} in ${file.name} cannot be unpacked: the archive is damaged or incomplete`, zh: `无法解压 ${file.name} 中的 ${packed.name}：压缩包已损坏或不完整` },
      hint: { en: 'Download it again', zh: '请重新下载' },
      details: thrown instanceof Error ? thrown.message : String(thrown),
    });
  }
}

function tooLarge(archive: string, name: string, { most }: UnpackBudget): SuanpanError {
  const size = most >= GB ? `${Math.round((most / GB) * 10) / 10} GB` : `${Math.round(most / MB)} MB`;
  return new SuanpanError({
    code: 'file-damaged',
    where: { file: archive },
    message: { en: `${name} in ${archive} unpacks to more than ${size}: this looks like a trap, not an export`, zh: `${archive} 中的 ${name} 解压后超过 ${size}，疑似压缩炸弹` },
    hint: { en: 'Unpack it yourself and import the file you need', zh: '请自行解压后导入所需文件' },
  });
}
