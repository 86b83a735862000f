import { SuanpanError } from '#contract/errors';
import type { Ports } from '../ports.ts';

interface Holder {
  readonly user: string;
  readonly process: number;
  readonly at: string;
}

/**
 * Takes the lock file of a workspace. A lock whose holder no longer runs on this machine is taken over.
 *
 * @returns releases the lock
 * @throws SuanpanError `workspace-locked` naming the holder, `not-writable` when the folder cannot be written
 */
export function lockWorkspace({ files, host, now }: Ports, path: string): () => void {
  const lockPath = `${path}.lock`;
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = files.open(lockPath, { write: true, create: true, exclusive: true });
      files.write(handle, new TextEncoder().encode(JSON.stringify({ user: host.user, process: host.process, at: now() } satisfies Holder)), 0);
      files.close(handle);
      return () => {
        if (files.exists(lockPath)) files.remove(lockPath);
      };
    } catch (thrown) {
      if ((thrown as { code?: string }).code !== 'EEXIST') throw notWritable(path, thrown);
    }
    const holder = readHolder(files, lockPath);
    const alive = holder !== null && (holder.user !== host.user || host.isRunning(holder.process));
    if (alive || attempt > 0) {
      const who = holder === null ? '?' : `${holder.user}, ${holder.at} UTC`;
      throw new SuanpanError({
        code: 'workspace-locked',
        where: { file: files.base(path) },
        message: { en: `The workspace is open elsewhere (${who})`, zh: `该工作区已在别处打开（${who}）` },
        hint: { en: 'Close it there first', zh: '请先在那里关闭' },
      });
    }
    files.remove(lockPath);
  }
}

function readHolder(files: Ports['files'], path: string): Holder | null {
  try {
    const handle = files.open(path, { write: false, create: false, exclusive: false });
    const bytes = new Uint8Array(Math.min(4096, files.size(handle)));
    files.read(handle, bytes, 0);
    files.close(handle);
    return JSON.parse(new TextDecoder().decode(bytes)) as Holder;
  } catch {
    // A lock file that is empty or torn was left by a process that died while writing it.
    return null;
  }
}

function notWritable(path: string, thrown: unknown): SuanpanError {
  return new SuanpanError({
    code: 'not-writable',
    where: { file: path },
    message: { en: 'The folder of the workspace cannot be written', zh: '无法写入工作区所在的文件夹' },
    hint: { en: 'Choose another folder', zh: '请选择其他文件夹' },
    details: String(thrown),
  });
}
