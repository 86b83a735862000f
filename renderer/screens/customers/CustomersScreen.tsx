import { Target, Users } from 'lucide-react';
import { useState } from 'react';
import type { RfmReply } from '#contract/segments';
import { formatPeriod } from '../../format/dates.ts';
import { formatMoney, formatNumber, formatPercent } from '../../format/numbers.ts';
import { sideHref, Sidebar } from '../../frame/Sidebar.tsx';
import { useWords } from '../../i18n/index.ts';
import { useWorkspace } from '../../state/engine.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Delta } from '../../ui/Delta.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Tick } from '../../ui/Toggle.tsx';
import { MembersCard } from './MembersCard.tsx';
import { RfmGrid } from './RfmGrid.tsx';

/** Who buys: the RFM grid, its regions and their people. Under "Act" the same segments, to export. */
export function CustomersScreen({ stage }: { readonly stage: 'understand' | 'act' }) {
  const { t, lang } = useWords();
  const info = useWorkspace();
  const customers = info?.counts.customers ?? 0;
  const answer = useEngine('segments.rfm', customers === 0 ? null : {});
  const items =
    stage === 'understand'
      ? [{ id: 'customers', label: t('customers.title'), icon: Users, href: sideHref('understand'), on: true, count: formatNumber(customers) }]
      : [{ id: 'segments', label: t('customers.segments'), icon: Target, href: sideHref('act'), on: true, count: answer.data === undefined ? undefined : String(answer.data.regions.length) }];
  return (
    <>
      <Sidebar label={t(`stage.${stage}`)} groups={[{ id: 'who', title: stage === 'understand' ? t('customers.who') : t('customers.do'), items }]} />
      <main className="main">
        <div className="ph">
          <h1>{stage === 'understand' ? t('customers.title') : t('customers.segments')}</h1>
          {customers === 0 ? null : <span className="tag">{formatNumber(customers)}</span>}
          <span className="sp" />
          {answer.data === undefined ? null : <span className="t3 f12 num">{formatPeriod(answer.data.from, answer.data.to, lang)}</span>}
        </div>
        {customers === 0 ? (
          <div className="pg pad-t">
            <Empty
              title={t('customers.noData')}
              actions={
                <Button kind="primary" onPress={() => void chooseFiles()}>
                  {t('choose.files')}
                </Button>
              }
            >
              {t('customers.noDataDetail')}
            </Empty>
          </div>
        ) : (
          <Await answer={answer} lines={8}>
            {(reply) => <Segments reply={reply} grid={stage === 'understand'} />}
          </Await>
        )}
      </main>
    </>
  );
}

function Segments({ reply, grid }: { readonly reply: RfmReply; readonly grid: boolean }) {
  const { t, text } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // Without a month before there is nothing to compare with, and no column for it.
  const compared = reply.regions.some((region) => region.before !== null);
  const toggle = (id: string) => setChosen((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]));
  return (
    <div className="pg pad-t scroll-y">
      {reply.warnings.map((warning) => (
        <div key={warning.en} className="notice f12">
          {text(warning)}
        </div>
      ))}
      <div className={grid ? 'segments-row' : 'segments-row one'}>
        {!grid ? null : reply.why == null ? (
          <RfmGrid reply={reply} chosen={chosen} onToggle={toggle} />
        ) : (
          <section className="card" data-testid="rfm-why">
            <Empty title={t('customers.tooFew')}>{text(reply.why.message)}</Empty>
          </section>
        )}
        <section className="card" data-testid="segment-table">
          <div className="ch">
            <h3>{t('customers.segments')}</h3>
            {chosen.length === 0 ? null : <span className="sub">{t('customers.selected', { n: chosen.length })}</span>}
          </div>
          <table className="tbl">
            <thead>
              <tr>
                <th>{t('customers.segment')}</th>
                <th className="r">{t('customers.customers')}</th>
                <th className="r">{t('customers.spend')}</th>
                <th className="r">{t('customers.ofSales')}</th>
                {compared ? <th className="r">{t('customers.days30')}</th> : null}
                {grid ? null : <th>{t('customers.advice')}</th>}
              </tr>
            </thead>
            <tbody>
              {reply.regions.map((region) => (
                <tr key={region.id} className={chosen.includes(region.id) ? 'sel' : undefined}>
                  <td>
                    <Tick on={chosen.includes(region.id)} onChange={() => toggle(region.id)} testId={`segment-${region.id}`}>
                      {text(region.title)}
                    </Tick>
                  </td>
                  <td className="r">{formatNumber(region.customers)}</td>
                  <td className="r">{formatMoney(region.spend, reply.currency, 'whole')}</td>
                  <td className="r">{formatPercent(region.salesShare)}</td>
                  {compared ? (
                    <td className="r">
                      {region.before === null ? (
                        '—'
                      ) : (
                        <Delta value={region.customers} previous={region.before} unit="count" good={['champions', 'loyal', 'promising', 'new'].includes(region.id) ? 'up' : 'down'} />
                      )}
                    </td>
                  ) : null}
                  {grid ? null : <td className="t2">{text(region.advice)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <MembersCard reply={reply} regions={chosen} />
    </div>
  );
}
