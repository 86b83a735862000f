import type { ModelSettings, ModelSettingsChange } from '#contract/model';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { RatesCard } from './RatesCard.tsx';
import { ShopRow } from './ShopRow.tsx';

/** Currencies that the platforms pay out in; another one is kept when the data has it. */
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'AUD', 'BRL', 'CAD', 'HKD', 'INR', 'KRW', 'MXN', 'SGD', 'THB', 'TWD'];

/** What an export leaves open about its shop: currency, time zone, start of the day, basis of sales, exchange rates. */
export function ShopsPage() {
  const { t } = useWords();
  const settings = useEngine('model.settings', {});
  const configure = async (changes: ModelSettingsChange) => {
    const done = await runJob(t('model.shops'), (options) => change('model.configure', changes, options));
    if (done !== undefined) toastUndo(t('model.configured'));
  };
  return (
    <main className="main">
      <div className="ph">
        <h1>
          <span className="crumb">{t('stage.model')} /</span> {t('model.shops')}
        </h1>
      </div>
      <div className="bar t2 f12">{t('model.shopsDetail')}</div>
      <div className="pg scroll-y">
        <Await answer={settings} lines={6}>
          {(now) => <Loaded settings={now} configure={(changes) => void configure(changes)} />}
        </Await>
      </div>
    </main>
  );
}

function Loaded({ settings, configure }: { readonly settings: ModelSettings; configure(changes: ModelSettingsChange): void }) {
  const { t } = useWords();
  const currencies = [...new Set([...CURRENCIES, ...settings.shops.flatMap((shop) => shop.currency ?? [])])].sort();
  return (
    <>
      <section className="card no-shrink" data-testid="shops">
        <div className="scroll-x">
          <table className="tbl" aria-label={t('model.shops')}>
            <thead>
              <tr>
                <th>{t('model.shop')}</th>
                <th className="r">{t('model.orders')}</th>
                <th>{t('model.currency')}</th>
                <th>{t('model.zone')}</th>
                <th title={t('model.dayStartDetail')}>{t('model.dayStart')}</th>
                <th title={t('model.basisDetail')}>{t('model.basis')}</th>
              </tr>
            </thead>
            <tbody>
              {settings.shops.map((shop) => (
                <ShopRow
                  key={`${shop.platform} ${shop.shop}`}
                  shop={shop}
                  currencies={currencies}
                  timeZones={settings.timeZones}
                  onChange={(changes) => configure({ shops: [{ platform: shop.platform, shop: shop.shop, ...changes }] })}
                />
              ))}
            </tbody>
          </table>
        </div>
        <p className="t3 f12 pad">
          {t('model.dayStartDetail')} {t('model.basisDetail')}
        </p>
      </section>
      <RatesCard key={JSON.stringify(settings.rates)} settings={settings} currencies={currencies} onChange={(rates) => configure({ rates })} />
    </>
  );
}
