import { SuanpanError } from '#contract/errors';
import type { Database } from '../database.ts';
import { MIGRATIONS, type Migration } from './registry.ts';

/** "SPAN" in ASCII: how `file` and other tools tell a workspace from any other SQLite file. */
export const APPLICATION_ID = 0x5350414e;

/**
 * Brings a database to the newest version, in one transaction: it is at the newest version then, or where it was.
 *
 * @param migrations the steps, ascending; others than the shipped ones only in tests
 * @throws SuanpanError `workspace-newer` for a file of a later Suanpan, `workspace-damaged` for an SQLite file that is no workspace
 */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const newest = migrations[migrations.length - 1]?.to ?? 0;
  const id = database.one<{ application_id: number }>('PRAGMA application_id')?.application_id ?? 0;
  const version = database.one<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const tables = database.one<{ n: number }>('SELECT count(*) AS n FROM sqlite_master')?.n ?? 0;
  if (id !== APPLICATION_ID && tables > 0) {
    throw new SuanpanError({
      code: 'workspace-damaged',
      message: { en: 'This SQLite file is not a Suanpan workspace', zh: '该 SQLite 文件不是算盘工作区' },
      hint: { en: 'Choose a file that ends in .suanpan', zh: '请选择以 .suanpan 结尾的文件' },
    });
  }
  if (version > newest) {
    throw new SuanpanError({
      code: 'workspace-newer',
      message: {
        en: `This workspace was written by a newer Suanpan (version ${version}, this one reads up to ${newest})`,
        zh: `该工作区由更新版本的算盘写入（版本 ${version}，当前最高支持 ${newest}）`,
      },
      hint: { en: 'Update Suanpan; the file was not changed', zh: '请升级算盘；文件未被改动' },
    });
  }
  const missing = migrations.filter(({ to }) => to > version);
  if (missing.length === 0) return;
  database.transaction(() => {
    for (const { sql } of missing) database.run(sql);
    database.run(`PRAGMA user_version = ${newest}`);
    database.run(`PRAGMA application_id = ${APPLICATION_ID}`);
  });
}
