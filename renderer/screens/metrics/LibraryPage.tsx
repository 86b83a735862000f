import { Check, Lock } from 'lucide-react';
import { useState } from 'react';
import { formatMetric } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { useRoute } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { RowsDrawer } from './RowsDrawer.tsx';

const UNITS = { money: 'unit.money', ratio: 'unit.ratio', multiple: 'unit.multiple' } as const;

/** Every metric: whether it is lit, what it means, and what unlocks it. */
export function LibraryPage() {
  const { t, text, lang } = useWords();
  const { query } = useRoute();
  const catalogue = useEngine('metrics.catalogue', {});
  const scope = useEngine('metrics.scope', {});
  const month = scope.data?.lastFullMonth ?? null;
  const lit = (catalogue.data ?? []).filter((metric) => metric.state === 'lit');
  const values = useEngine('metrics.query', month === null || lit.length === 0 ? null : { ids: lit.map((metric) => metric.id), ...month });
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(query['metric'] ?? null);
  const currency = scope.data?.currency ?? 'XXX';
  return (
    <main className="main">
      <div className="ph">
        <h1>{t('library.title')}</h1>
        <span className="sp" />
        <input className="inp" placeholder={t('library.search')} aria-label={t('library.search')} value={search} onChange={(event) => setSearch(event.target.value)} />
      </div>
      <div className="pg pad-t scroll-y">
        <Await answer={catalogue} lines={8}>
          {(metrics) => (
            <section className="card no-shrink">
              <table className="tbl">
                <thead>
                  <tr>
                    <th>{t('library.metric')}</th>
                    <th>{t('library.state')}</th>
                    <th className="r">{t('library.value')}</th>
                    <th>{t('library.definition')}</th>
                    <th>{t('library.unit')}</th>
                  </tr>
                </thead>
                <tbody>
                  {metrics
                    .filter((metric) => `${metric.id} ${metric.title.en} ${metric.title.zh}`.toLowerCase().includes(search.toLowerCase()))
                    // What can be read comes first, each part by name.
                    .sort((a, b) => Number(b.state === 'lit') - Number(a.state === 'lit') || text(a.title).localeCompare(text(b.title), lang === 'zh' ? 'zh-CN' : 'en'))
                    .map((metric) => (
                      <tr key={metric.id} className={metric.id === query['metric'] ? 'sel' : undefined}>
                        <td className="m">
                          {metric.state === 'lit' && month !== null ? (
                            <button type="button" className="lk plain" onClick={() => setOpen(metric.id)}>
                              {text(metric.title)}
                            </button>
                          ) : (
                            text(metric.title)
                          )}
                        </td>
                        <td>
                          {metric.state === 'lit' ? (
                            <span className="row g4 tg">
                              <Check className="i s" aria-hidden="true" />
                              {t('metric.lit')}
                            </span>
                          ) : (
                            <span className="row g4 t3">
                              <Lock className="i s" aria-hidden="true" />
                              {t('metric.locked')}
                            </span>
                          )}
                        </td>
                        <td className="r">{metric.state === 'lit' ? formatMetric(values.data?.total[metric.id]?.value ?? null, metric.unit, currency, lang) : '—'}</td>
                        <td className="wraps t2">{metric.state === 'lit' ? text(metric.definition) : metric.unlock.map(text).join(lang === 'zh' ? '；' : '; ')}</td>
                        <td className="t3">{t(metric.unit in UNITS ? UNITS[metric.unit as keyof typeof UNITS] : 'unit.count')}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </section>
          )}
        </Await>
      </div>
      {open === null || month === null
        ? null
        : lit
            .filter((metric) => metric.id === open)
            .map((metric) => <RowsDrawer key={metric.id} metric={metric} request={{ ...month, filters: {} }} currency={currency} onClose={() => setOpen(null)} />)}
    </main>
  );
}
