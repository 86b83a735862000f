import { Play } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { SimpleTable } from '../../ui/SimpleTable.tsx';

const FIRST = 'SELECT paid_date, count(*) AS orders, sum(sales_amount) / 10000.0 AS sales\nFROM v_paid\nGROUP BY paid_date\nORDER BY paid_date DESC\nLIMIT 30';

/** Read-only SQL with its result. */
export function ExplorePage() {
  const { t } = useWords();
  const [text, setText] = useState(FIRST);
  const [sql, setSql] = useState(FIRST);
  const answer = useEngine('query.run', { sql, limit: 500 });
  return (
    <main className="main">
      <div className="ph">
        <h1>{t('explore.title')}</h1>
        <span className="sp" />
        <Button kind="primary" icon={<Play className="i" />} keys="Ctrl ⏎" onPress={() => setSql(text)} testId="query-run">
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
                <div className="ch">
                  <span className="sub">{t('explore.rows', { n: reply.total })}</span>
                </div>
                <div className="scroll-y sp-y">
                  <SimpleTable label={t('explore.title')} columns={reply.columns} rows={reply.rows} />
                </div>
              </>
            )}
          </Await>
        </section>
      </div>
    </main>
  );
}
