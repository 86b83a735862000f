import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../i18n/index.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { CheckLine } from './CheckLine.tsx';

/** The rules of all tables, and which of them are broken. */
export function ChecksPage({ datasets }: { readonly datasets: readonly DatasetInfo[] }) {
  const { t } = useWords();
  const held = datasets.filter(({ checks }) => checks > 0);
  return (
    <main className="main" data-testid="checks-page">
      <div className="ph">
        <h1>
          <span className="crumb">{t('stage.clean')} /</span> {t('check.title')}
        </h1>
      </div>
      <div className="bar t2 f12">{t('check.pageDetail')}</div>
      <div className="pg scroll-y">
        {held.length === 0 ? (
          <Empty
            title={t('check.pageNone')}
            actions={
              datasets[0] === undefined ? null : (
                <Button kind="primary" onPress={() => go('clean', [datasets[0]?.id ?? ''])}>
                  {t('check.pageOpen', { name: datasets[0].name })}
                </Button>
              )
            }
          >
            {t('check.pageNone.detail')}
          </Empty>
        ) : (
          held.map((dataset) => <TableChecks key={dataset.id} dataset={dataset} />)
        )}
      </div>
    </main>
  );
}

function TableChecks({ dataset }: { readonly dataset: DatasetInfo }) {
  const { t } = useWords();
  const results = useEngine('checks.run', { dataset: dataset.id });
  return (
    <section className="card" aria-label={dataset.name}>
      <div className="ch">
        <h3>{dataset.name}</h3>
        <span className="sub num">{t('clean.rows', { n: dataset.rows })}</span>
        <span className="sp" />
        <Button size="small" kind="link" onPress={() => go('clean', [dataset.id])}>
          {t('check.pageOpen', { name: dataset.name })}
        </Button>
      </div>
      <Await answer={results} lines={dataset.checks}>
        {(found) => (
          <div className="cb">
            <ul className="check-list">
              {found.map((result, index) => (
                <CheckLine key={JSON.stringify(result.rule)} result={result} onFailing={() => go('clean', [dataset.id], { view: 'failing', check: String(index) })} />
              ))}
            </ul>
          </div>
        )}
      </Await>
    </section>
  );
}
