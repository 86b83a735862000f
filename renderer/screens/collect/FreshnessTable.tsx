import type { Freshness } from '#contract/freshness';
import { formatDay } from '../../format/dates.ts';
import { useWords } from '../../i18n/index.ts';
import { change } from '../../state/engine.ts';
import { formatHash } from '../../state/router.ts';
import { runJob } from '../../state/jobs.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Choice } from '../../ui/Choice.tsx';

const EVERY = ['1', '7', '31'] as const;

/** How far each table reaches, how often its files come, which are overdue and where to fetch them. */
export function FreshnessTable() {
  const { t } = useWords();
  const tables = useEngine('import.freshness', {});
  if (tables.data === undefined || tables.data.length === 0) return null;
  return (
    <section className="card" aria-label={t('fresh.title')} data-testid="freshness">
      <div className="ch">
        <h3>{t('fresh.title')}</h3>
        <span className="sub">{t('fresh.detail')}</span>
      </div>
      <div className="scroll-x">
        <table className="tbl">
          <thead>
            <tr>
              <th>{t('collect.table')}</th>
              <th>{t('fresh.reaches')}</th>
              <th>{t('fresh.every')}</th>
              <th>{t('fresh.state')}</th>
              <th>{t('start.where')}</th>
            </tr>
          </thead>
          <tbody>
            {tables.data.map((one) => (
              <Row key={one.dataset} table={one} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ table }: { readonly table: Freshness }) {
  const { t, lang } = useWords();
  const { age, overdue, lastDay } = table;
  return (
    <tr>
      <td>
        <a className="lk" href={formatHash('clean', [table.dataset])}>
          {table.name}
        </a>
      </td>
      <td className="num">{lastDay === null ? <span className="t3">{t('fresh.noDates')}</span> : formatDay(lastDay, lang)}</td>
      <td>
        <Choice
          label={t('fresh.every')}
          small
          value={String(table.every)}
          options={EVERY.map((days) => ({ value: days, label: t(`fresh.every.${days}`) }))}
          onChange={(every) => void runJob(t('fresh.every'), (options) => change('import.expect', { dataset: table.dataset, every: Number(every) }, options))}
        />
      </td>
      <td>{age === null ? '' : overdue ? <span className="tag w">{t('fresh.overdue', { days: age - table.every })}</span> : <span className="tag g">{t('fresh.current')}</span>}</td>
      <td className="t2">{table.where}</td>
    </tr>
  );
}
