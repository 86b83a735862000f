import type { ShopInfo, ShopSettings } from '#contract/model';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

/** Half hours of the morning: a business day starts at midnight or some hours later. */
const DAY_STARTS = Array.from({ length: 25 }, (_, index) => index * 30);

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

interface ShopRowProps {
  readonly shop: ShopInfo;
  readonly currencies: readonly string[];
  readonly timeZones: readonly string[];
  onChange(changes: ShopSettings): void;
}

/** One shop and what is known about it; a change is applied at once. */
export function ShopRow({ shop, currencies, timeZones, onChange }: ShopRowProps) {
  const { t, text } = useWords();
  const platform = text(shop.platformTitle);
  // The only shop of a platform has no name of its own.
  const own = shop.name ?? (shop.shop === '' || shop.shop === 'main' ? null : shop.shop);
  const title = own ?? platform;
  const starts = [...new Set([...DAY_STARTS, shop.dayCutoffMinutes])].sort((a, b) => a - b);
  const named = (what: string) => `${title}: ${what}`;
  return (
    <tr>
      <td>
        <span className="m">{title}</span>
        {own === null ? null : <span className="t3"> {platform}</span>}
      </td>
      <td className="r num">{formatNumber(shop.orders)}</td>
      <td>
        <Choice
          small
          label={named(t('model.currency'))}
          value={shop.currency}
          placeholder={t('model.unknown')}
          options={currencies.map((value) => ({ value, label: value }))}
          onChange={(currency) => onChange({ currency })}
        />
      </td>
      <td>
        <Choice small label={named(t('model.zone'))} value={shop.timeZone} options={timeZones.map((value) => ({ value, label: value }))} onChange={(timeZone) => onChange({ timeZone })} />
      </td>
      <td>
        <Choice
          small
          label={named(t('model.dayStart'))}
          value={String(shop.dayCutoffMinutes)}
          options={starts.map((minutes) => ({ value: String(minutes), label: clock(minutes) }))}
          onChange={(minutes) => onChange({ dayCutoffMinutes: Number(minutes) })}
        />
      </td>
      <td>
        <Segmented<'goods' | 'paid'>
          small
          label={named(t('model.basis'))}
          value={shop.revenueBasis}
          options={[
            { value: 'goods', label: t('model.basis.goods') },
            { value: 'paid', label: t('model.basis.paid') },
          ]}
          onChange={(revenueBasis) => onChange({ revenueBasis })}
        />
      </td>
    </tr>
  );
}
