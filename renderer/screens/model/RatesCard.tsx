import { Plus, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { FxRate, ModelSettings } from '#contract/model';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';

interface RatesCardProps {
  readonly settings: ModelSettings;
  readonly currencies: readonly string[];
  onChange(rates: readonly FxRate[]): void;
}

/** Exchange rates into the reporting currency, and the orders that wait for one. */
export function RatesCard({ settings, currencies, onChange }: RatesCardProps) {
  const { t } = useWords();
  const { rates, missingRates, currency: reporting } = settings;
  return (
    <section className="card pad-16 no-shrink" data-testid="rates">
      <h3>{t('model.rates')}</h3>
      <p className="t3 f12 lines">{rates.length + missingRates.length === 0 ? t('model.noRates') : t('model.ratesDetail', { currency: reporting })}</p>
      {missingRates.map((missing) => (
        <p key={missing.currency} className="notice">
          <TriangleAlert className="i" aria-hidden="true" /> {t('model.missingRate', { n: missing.orders, currency: missing.currency, from: missing.from, to: missing.to })}
        </p>
      ))}
      {rates.length === 0 ? null : (
        <table className="tbl tight" aria-label={t('model.rates')}>
          <thead>
            <tr>
              <th>{t('model.rateDay')}</th>
              <th>{t('model.currency')}</th>
              <th className="r">{t('model.rate')}</th>
              <th>
                <span className="vh">{t('remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((rate) => (
              <tr key={`${rate.date} ${rate.currency}`}>
                <td className="num">{rate.date}</td>
                <td>{rate.currency}</td>
                <td className="r num">{formatNumber(rate.rate, 4)}</td>
                <td className="r">
                  <Button kind="icon" label={`${t('remove')} ${rate.currency} ${rate.date}`} icon={<X className="i s" />} onPress={() => onChange(rates.filter((one) => one !== rate))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewRate
        currencies={currencies.filter((one) => one !== reporting)}
        first={missingRates[0]}
        onAdd={(rate) =>
          onChange([...rates.filter((one) => one.date !== rate.date || one.currency !== rate.currency), rate].sort((a, b) => `${a.currency}${a.date}`.localeCompare(`${b.currency}${b.date}`)))
        }
      />
    </section>
  );
}

function NewRate({ currencies, first, onAdd }: { readonly currencies: readonly string[]; readonly first: ModelSettings['missingRates'][number] | undefined; onAdd(rate: FxRate): void }) {
  const { t } = useWords();
  const [currency, setCurrency] = useState(first?.currency ?? currencies[0] ?? '');
  const [date, setDate] = useState(first?.from ?? '');
  const [text, setText] = useState('');
  const rate = Number(text);
  const complete = currency !== '' && /^\d{4}-\d{2}-\d{2}$/.test(date) && Number.isFinite(rate) && rate > 0;
  return (
    <div className="row g8 wrap pad-t">
      <Choice label={t('model.currency')} value={currency} options={currencies.map((value) => ({ value, label: value }))} onChange={setCurrency} testId="rate-currency" />
      <input className="inp day" type="date" aria-label={t('model.rateDay')} value={date} onChange={(event) => setDate(event.target.value)} data-testid="rate-day" />
      <input
        className="inp num"
        inputMode="decimal"
        aria-label={t('model.rate')}
        placeholder={t('model.rate')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        data-testid="rate-value"
      />
      <Button icon={<Plus className="i s" />} disabled={!complete} onPress={() => onAdd({ date, currency, rate })} testId="rate-add">
        {t('model.addRate')}
      </Button>
    </div>
  );
}
