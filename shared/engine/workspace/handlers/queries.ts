import { SuanpanError } from '#contract/errors';
import type { Cell } from '#contract/values';
import type { Area, Session } from './session.ts';

const MOST_ROWS = 10_000;

/** Only one statement, and one that reads: anything else is refused before SQLite sees it. */
function checkReadOnly(sql: string): string {
  const bare = sql.trim().replace(/;+\s*$/, '');
  const words = bare.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  if (
    !/^\s*(select|with|values|explain)\b/i.test(words) ||
    words.includes(';') ||
    /\b(insert|update|delete|replace|create|drop|alter|attach|detach|pragma|vacuum|reindex|begin|commit|savepoint)\b/i.test(words.replace(/\breplace\s*\(/gi, '('))
  ) {
    throw new SuanpanError({
      code: 'invalid-sql',
      message: { en: 'Only one SELECT is allowed here', zh: '此处只允许一条 SELECT 语句' },
      hint: { en: 'Change data with cleaning steps', zh: '请用清洗步骤修改数据' },
    });
  }
  return bare;
}

export function queryHandlers(session: Session): Area<'query'> {
  return {
    'query.run': ({ sql, limit = 1000 }) =>
      session.open.read(() => {
        const { database } = session.open;
        const text = checkReadOnly(sql);
        // query_only makes SQLite itself refuse what the check above might miss.
        database.run('PRAGMA query_only = 1');
        try {
          const statement = database.prepare(text);
          try {
            const names = statement.getColumnNames();
            const rows: Cell[][] = [];
            let total = 0;
            while (statement.step()) {
              total++;
              if (rows.length < Math.min(limit, MOST_ROWS)) rows.push(statement.get().map((value) => (value instanceof Uint8Array ? `⟨${value.length} bytes⟩` : value)));
              else if (total > MOST_ROWS * 10) break;
            }
            return { columns: names.map((name, i) => ({ name, type: typeOf(rows, i) })), rows, total };
          } finally {
            statement.free();
          }
        } catch (thrown) {
          if (thrown instanceof SuanpanError && thrown.info.code !== 'internal') throw thrown;
          const details = thrown instanceof SuanpanError ? thrown.info.message.en.replace(/^The store refused: /, '') : String(thrown instanceof Error ? thrown.message : thrown);
          throw new SuanpanError({ code: 'invalid-sql', message: { en: `SQL: ${details}`, zh: `SQL：${details}` } });
        } finally {
          database.run('PRAGMA query_only = 0');
        }
      }),
  };
}

function typeOf(rows: readonly Cell[][], column: number): string {
  const value = rows.find((row) => row[column] !== null)?.[column];
  return typeof value === 'number' ? 'number' : 'text';
}
