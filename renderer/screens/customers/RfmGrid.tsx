import { useState } from 'react';
import type { RfmReply } from '#contract/segments';
import { compactMoney, formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { Segmented } from '../../ui/Segmented.tsx';

/** Seven steps from light to dark; from the fifth on the ink turns over. */
const STEPS = 7;
const CLASSES = [1, 2, 3, 4, 5] as const;

/** The 5×5 grid with its named regions; a click selects the region. */
export function RfmGrid({ reply, chosen, onToggle }: { readonly reply: RfmReply; readonly chosen: readonly string[]; onToggle(region: string): void }) {
  const { t, text, lang } = useWords();
  const [colour, setColour] = useState<'customers' | 'sales'>('customers');
  const most = Math.max(1, ...reply.cells.map((cell) => cell[colour]));
  const named = new Set<string>();
  const titles = new Map(reply.regions.map((region) => [region.id, text(region.title)]));
  // Recency 5 holds the fewest days; each class reaches up to where the next begins.
  const days = (r: number) => {
    const low = reply.cuts.recency[5 - r];
    const next = reply.cuts.recency[6 - r];
    if (low === undefined) return '';
    return next === undefined ? `${low}+` : next - 1 <= low ? String(low) : `${low}–${next - 1}`;
  };
  const orders = (f: number) => {
    const low = reply.cuts.frequency[f - 1];
    return low === undefined ? '' : f === 5 ? `${low}+` : String(low);
  };
  return (
    <section className="card" data-testid="rfm-grid">
      <div className="ch">
        <h3>{t('customers.rfm')}</h3>
        <span className="sp" />
        <Segmented<'customers' | 'sales'>
          label={t('customers.colour')}
          small
          value={colour}
          options={[
            { value: 'customers', label: t('customers.customers') },
            { value: 'sales', label: t('customers.sales') },
          ]}
          onChange={setColour}
        />
      </div>
      <div className="rfm">
        <span className="rfm-y t3">{t('customers.orders')}</span>
        {[...CLASSES].reverse().map((f) => (
          <div key={f} className="rfm-line">
            <span className="rfm-label num">{orders(f)}</span>
            {CLASSES.map((r) => {
              const cell = reply.cells.find((one) => one.r === r && one.f === f);
              if (cell === undefined) return <span key={r} />;
              const first = !named.has(cell.region);
              named.add(cell.region);
              const step = cell[colour] <= 0 ? 0 : Math.min(STEPS, 1 + Math.floor(Math.sqrt(cell[colour] / most) * (STEPS - 0.01)));
              return (
                <button
                  key={r}
                  type="button"
                  className={`rfm-cell s${step}${chosen.includes(cell.region) ? ' on' : ''}`}
                  aria-pressed={chosen.includes(cell.region)}
                  title={titles.get(cell.region)}
                  onClick={() => onToggle(cell.region)}
                  data-testid={`cell-${r}-${f}`}
                >
                  <span className="rfm-name">{first ? titles.get(cell.region) : ''}</span>
                  <span className="num">{colour === 'customers' ? formatNumber(cell.customers) : compactMoney(cell.sales, reply.currency, lang)}</span>
                </button>
              );
            })}
          </div>
        ))}
        <div className="rfm-line">
          <span className="rfm-label" />
          {CLASSES.map((r) => (
            <span key={r} className="rfm-days num t3">
              {days(r)}
            </span>
          ))}
        </div>
        <div className="rfm-x t3">{t('customers.recency')}</div>
      </div>
    </section>
  );
}
