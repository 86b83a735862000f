import { Download, Lock } from 'lucide-react';
import type { RfmReply } from '#contract/segments';
import { formatCell, formatMoney, formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { call } from '../../state/engine.ts';
import { exportFile } from '../../state/exports.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';

const SHOWN = 100;

/** The people of the selection, as codes, and their export. */
export function MembersCard({ reply, regions }: { readonly reply: RfmReply; readonly regions: readonly string[] }) {
  const { t, text, lang } = useWords();
  const answer = useEngine('segments.members', { regions, limit: SHOWN });
  const titles = new Map(reply.regions.map((region) => [region.id, text(region.title)]));
  const total = answer.data?.total ?? 0;
  const write = (format: 'csv' | 'xlsx') => void exportFile(`${t('customers.segments')}.${format}`, (target, options) => call('segments.export', { regions, target, format, lang }, options));
  return (
    <section className="card no-shrink" data-testid="members">
      <div className="ch">
        <h3>{regions.length === 0 ? t('customers.all') : t('customers.members')}</h3>
        <span className="sub num">{total > SHOWN ? t('customers.shown', { n: SHOWN, total }) : formatNumber(total)}</span>
        <span className="sp" />
        <span className="row g4 t3 f12">
          <Lock className="i s" aria-hidden="true" />
          {t('customers.codes')}
        </span>
        <Button size="small" icon={<Download className="i s" />} disabled={total === 0} onPress={() => write('csv')} testId="segment-export">
          {t('customers.csv')}
        </Button>
        <Button size="small" icon={<Download className="i s" />} disabled={total === 0} onPress={() => write('xlsx')} testId="segment-export-xlsx">
          {t('customers.xlsx')}
        </Button>
      </div>
      <Await answer={answer} lines={5}>
        {(members) => (
          <table className="tbl">
            <thead>
              <tr>
                {members.columns.map((column) => (
                  <th key={column.name} className={column.type === 'int' || column.type === 'money' ? 'r' : undefined}>
                    {text(column.title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {members.rows.map((row) => (
                <tr key={String(row[0])}>
                  {members.columns.map((column, i) => (
                    <td key={column.name} className={column.type === 'int' || column.type === 'money' ? 'r' : column.type === 'id' ? 'mono f12' : undefined}>
                      {column.name === 'region'
                        ? (titles.get(String(row[i])) ?? row[i])
                        : column.type === 'money'
                          ? formatMoney(row[i] as number | null, reply.currency)
                          : formatCell(row[i], column.type)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Await>
    </section>
  );
}
