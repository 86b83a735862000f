import type { ForeignDatabase } from '../ports.ts';
import { quoted } from './database.ts';
import type { Sqlite } from './sqljs.ts';

/** Opens somebody else's database in memory and reads its tables as text, without touching the file. */
export function openForeign({ sql }: Sqlite, bytes: Uint8Array): ForeignDatabase {
  const database = new sql.Database(bytes);
  const column = (query: string) => (database.exec(query)[0]?.values ?? []).map(([value]) => String(value));
  return {
    tables: () =>
      ['table', 'view'].flatMap((type) => {
        const named = `FROM sqlite_master WHERE type = '${type}' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
        const virtual = new Set(column(`SELECT name ${named} AND sql LIKE 'CREATE VIRTUAL TABLE%'`));
        return column(`SELECT name ${named} ORDER BY name`).map((name) => ({ name, isView: type === 'view', isVirtual: virtual.has(name) }));
      }),
    read(table) {
      // Computed columns are told with the others, hidden ones of modules are not.
      const names = column(`SELECT name FROM pragma_table_xinfo('${table.replaceAll("'", "''")}') WHERE hidden <> 1`);
      // As text inside SQLite: a whole number beyond 2^53 would lose digits on its way out.
      const cells = names.map((name) => `CASE typeof(${quoted(name)}) WHEN 'null' THEN '' WHEN 'blob' THEN lower(hex(${quoted(name)})) ELSE CAST(${quoted(name)} AS TEXT) END`);
      const statement = database.prepare(`SELECT ${cells.join(', ')} FROM ${quoted(table)}`);
      return {
        names,
        rows: (function* () {
          try {
            while (statement.step()) yield statement.get().map((value) => String(value ?? ''));
          } finally {
            statement.free();
          }
        })(),
      };
    },
    close: () => database.close(),
  };
}
