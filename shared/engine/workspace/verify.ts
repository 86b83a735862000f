import { SuanpanError } from '#contract/errors';
import type { VerifyReply } from '#contract/workspace';
import type { Text } from '#contract/values';
import type { Work } from '../ports.ts';
import { quoted } from '../store/database.ts';
import { originalPieces } from './originals.ts';
import type { Workspace } from './workspace.ts';
import { toHex } from '../values/hex.ts';

/** Checks the file, its originals, and that every derived table is what its definition gives. */
export async function verifyWorkspace(workspace: Workspace, work: Work): Promise<VerifyReply> {
  const problems: { code: string; message: Text }[] = [];
  const problem = (code: string, en: string, zh: string) => problems.push({ code, message: { en, zh } });
  const { database, state } = workspace;
  const integrity = database.all<{ integrity_check: string }>('PRAGMA main.integrity_check').map((row) => row.integrity_check);
  if (integrity[0] !== 'ok') problem('integrity', `The file is damaged: ${integrity.slice(0, 3).join('; ')}`, `文件已损坏：${integrity.slice(0, 3).join('；')}`);
  for (const { id, sha256, bytes } of database.all<{ id: number; sha256: string; bytes: number }>('SELECT id, sha256, bytes FROM sp_originals')) {
    if (!(await isIntact(workspace, id, sha256, bytes, work)))
      problem('original', `An original no longer matches its fingerprint ${sha256.slice(0, 12)}`, `原始文件与指纹 ${sha256.slice(0, 12)} 不符`);
  }
  const names = Object.values(state.datasets);
  for (const [done, dataset] of names.entries()) {
    work.signal.throwIfAborted();
    work.progress({ done, total: names.length, note: { en: `Checking ${dataset.name}`, zh: `正在检查“${dataset.name}”` } });
    await work.breathe();
    const stored = workspace.datasets.stored(dataset.id);
    const rows = stored === null ? null : database.one<{ n: number }>(`SELECT count(*) AS n FROM ${quoted(dataset.id)}`)?.n;
    const built = rowsBuilt(workspace, dataset.id);
    if (built instanceof SuanpanError) problems.push({ code: built.info.code, message: built.info.message });
    else if (stored === null || rows !== stored.rows || built !== stored.rows)
      problem('dataset', `The table ${dataset.name} is not what its sources and recipe give`, `表“${dataset.name}”与其来源和步骤不一致`);
  }
  return { ok: problems.length === 0, problems };
}

async function isIntact({ database, ports }: Workspace, id: number, sha256: string, bytes: number, work: Work): Promise<boolean> {
  const hash = ports.sha256();
  let size = 0;
  for (const piece of originalPieces(database, ports, id)) {
    work.signal.throwIfAborted();
    if (piece === null) return false;
    hash.update(piece);
    size += piece.length;
    await work.breathe();
  }
  return size === bytes && toHex(hash.digest()) === sha256;
}

/** How many rows sources and recipe give; where what is stored of them is not whole, that. */
function rowsBuilt(workspace: Workspace, id: string): number | SuanpanError {
  try {
    return workspace.datasets.table(id).rows;
  } catch (thrown) {
    if (thrown instanceof SuanpanError && thrown.info.code === 'workspace-damaged') return thrown;
    throw thrown;
  }
}
