import { Play } from 'lucide-react';
import { useState } from 'react';
import { keyName } from '../../frame/keys.ts';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { Empty } from '../../ui/Empty.tsx';

const FIRST = 'SELECT paid_date, count(*) AS orders, sum(sales_amount) / 10000.0 AS sales\nFROM v_paid\nGROUP BY paid_date\nORDER BY paid_date DESC\nLIMIT 30';
/** Rows fetched at most; the count is of all. */
const LIMIT = 2000;

/** Read-only SQL with its result. */
export function ExplorePage() {
  const { t } = useWords();
  const [text, setText] = useState(FIRST);
  const [sql, setSql] = useState(FIRST);
  const answer = useEngine('query.run', sql.trim() === '' ? null : { sql, limit: LIMIT });
  return (
    <main className="main">
      <div className="ph">
        <h1>{t('explore.title')}</h1>
        <span className="sp" />
        <Button kind="primary" icon={<Play className="i" />} keys={keyName('Ctrl Enter')} onPress={() => setSql(text)} testId="query-run">
          {t('explore.run')}
        </Button>
      </div>
      <div className="pg pad-t">
        <p className="t2 f12">{t('explore.help')}</p>
        <textarea
          className="inp sql mono"
          aria-label={t('explore.sql')}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) setSql(text);
          }}
          data-testid="query-sql"
        />
        <section className="card sp-y" data-testid="query-result">
          <Await answer={answer} lines={6}>
            {(reply) => (
              <>
                <div className="ch result-h">
                  <span className="sub num">{reply.rows.length < reply.total ? t('explore.first', { n: reply.rows.length, total: reply.total }) : t('explore.rows', { n: reply.total })}</span>
                </div>
                {reply.rows.length === 0 ? (
                  <Empty title={t('grid.empty')} />
                ) : (
                  <DataGrid label={t('explore.title')} columns={unique(reply.columns)} total={reply.rows.length} cell={(row, column) => reply.rows[row]?.[column]} />
                )}
              </>
            )}
          </Await>
        </section>
      </div>
    </main>
  );
}

/** Two columns of a query can have one name: the second is told apart by its place. */
function unique(columns: readonly { readonly name: string; readonly type: string }[]) {
  return columns.map((column, index) => ({
    name: columns.findIndex((other) => other.name === column.name) === index ? column.name : `${column.name} ${index + 1}`,
    title: column.name,
    type: column.type,
  }));
}
