import { ArrowLeft, CheckCircle2 } from 'lucide-react';
import type { ChangedRow, SourceReport } from '#contract/source-report';
import { formatDay } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { formatHash } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { useTableNames } from '../../state/useTableNames.ts';
import { Await } from '../../ui/Await.tsx';
import { QualityTable } from './QualityTable.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { RowKey } from './RowKey.tsx';
import { TeachLayout } from './TeachLayout.tsx';

const LISTED = 200;
const DAYS_SHOWN = 40;

/** What one file brought to its table, and how good it is. */
export function SourcePage({ id }: { readonly id: number }) {
  const { t } = useWords();
  const report = useEngine('import.report', { source: id, limit: LISTED });
  return (
    <div className="pg pad-t scroll-y" data-testid="source-page">
      <div className="row g8">
        <a className="lk row g4" href={formatHash('collect', ['files'])}>
          <ArrowLeft className="i s" aria-hidden="true" />
          {t('source.back')}
        </a>
      </div>
      <Await answer={report} lines={8}>
        {(data) => (
          <>
            <Summary report={data} />
            <Changes report={data} />
            <Notes report={data} />
            <QualityTable report={data} />
          </>
        )}
      </Await>
    </div>
  );
}

function Summary({ report }: { readonly report: SourceReport }) {
  const { t } = useWords();
  const { source, counts } = report;
  const nameOf = useTableNames();
  return (
    <section className="card" aria-label={t('source.title')}>
      <div className="ch">
        <h3 className="el">{source.file}</h3>
        <span className="sub">
          →{' '}
          <a className="lk" href={formatHash('clean', [source.dataset])}>
            {nameOf(source.dataset)}
          </a>
        </span>
        <span className="sp" />
        {report.template === null || report.unconfirmed ? <TeachLayout report={report} /> : null}
        <ReadAgain source={source} />
      </div>
      <div className="pad lines">
        <div className="row g6">
          <CheckCircle2 className="i tg" aria-hidden="true" />
          <span className="m">{t('source.counted')}</span>
        </div>
        <div className="t2 f12 num">{t('source.counts', counts)}</div>
        <Days report={report} />
        <Drift report={report} />
      </div>
    </section>
  );
}

function Days({ report: { missingDays } }: { readonly report: SourceReport }) {
  const { t, lang } = useWords();
  if (missingDays === null) return null;
  const { column, days } = missingDays;
  if (days.length === 0) return <div className="t2 f12">{t('source.complete', { column })}</div>;
  return (
    <div className="f12" data-testid="missing-days">
      <span className="tw m">{t('source.missing', { n: days.length, column })}</span>{' '}
      <span className="t2">
        {days
          .slice(0, DAYS_SHOWN)
          .map((day) => formatDay(day, lang))
          .join(t('list.comma'))}
        {days.length > DAYS_SHOWN ? ' …' : ''}
      </span>
    </div>
  );
}

function Drift({ report: { drift } }: { readonly report: SourceReport }) {
  const { t } = useWords();
  if (drift === null) return null;
  return (
    <div className="f12 lines" data-testid="source-drift">
      <span className="m">{t('source.drift')}</span>
      <div className="row g6 wrap">
        {drift.renamed.map(({ from, to }) => (
          <span key={from} className="tag a">
            {t('source.drift.renamed', { from, to })}
          </span>
        ))}
        {drift.added.map((name) => (
          <span key={name} className="tag g">
            {t('source.drift.added')}: {name}
          </span>
        ))}
        {drift.lost.map((name) => (
          <span key={name} className="tag w">
            {t('source.drift.lost')}: {name}
          </span>
        ))}
      </div>
    </div>
  );
}

function Changes({ report }: { readonly report: SourceReport }) {
  const { t } = useWords();
  const { changes, naturalKey, previous } = report;
  // Of a first file nobody asks which rows are new.
  const rows = previous === null ? changes.rows.filter(({ kind }) => kind === 'changed') : changes.rows;
  return (
    <section className="card" aria-label={t('source.changes')} data-testid="source-changes">
      <div className="ch">
        <h3>{t('source.changes')}</h3>
        <span className="sub num">
          {formatNumber(changes.new)} {t('source.new')} · {formatNumber(changes.changed)} {t('source.changed')} ·
          {changes.removed > 0 ? ` ${formatNumber(changes.removed)} ${t('source.removed')} ·` : ''} {formatNumber(changes.unchanged)} {t('source.unchanged')}
        </span>
      </div>
      <div className="pad t2 f12">
        {naturalKey.length > 0 ? t('source.key', { columns: naturalKey.join(t('list.comma')) }) : t('source.noKey')}{' '}
        {previous === null
          ? t(changes.changed === 0 ? 'source.allNew' : 'source.twice')
          : changes.new + changes.changed + changes.removed === 0
            ? t('source.noChanges')
            : changes.new + changes.changed + changes.removed > changes.rows.length
              ? t('source.listed', { n: changes.rows.length })
              : ''}
        <RowKey dataset={report.source.dataset} />
      </div>
      {rows.length === 0 ? null : <ChangedRows rows={rows} />}
    </section>
  );
}

const KIND_TAGS = { new: 'tag g', changed: 'tag a', removed: 'tag w' } as const;

function ChangedRows({ rows }: { readonly rows: readonly ChangedRow[] }) {
  const { t } = useWords();
  return (
    <div className="scroll-x">
      <table className="tbl tight">
        <thead>
          <tr>
            <th className="r">{t('source.row')}</th>
            <th>{t('source.changes')}</th>
            <th />
            <th>{t('source.cells')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.row}`}>
              <td className="r num">{formatNumber(row.row)}</td>
              <td>
                <span className={KIND_TAGS[row.kind]}>{t(`source.kind.${row.kind}`)}</span>
              </td>
              <td className="m num">{row.key.join(' · ')}</td>
              <td className="f12 el grow">
                {row.cells.slice(0, 8).map(({ column, before, after }) => (
                  <span key={column} className="change-cell">
                    <span className="t3">{column}</span>{' '}
                    {before === null ? null : (
                      <>
                        <del className="t3">{before === '' ? '—' : before}</del>
                        {after === null ? null : ' → '}
                      </>
                    )}
                    <span className={before === null ? 't2' : 'm'}>{after}</span>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Notes({ report: { findings } }: { readonly report: SourceReport }) {
  const { t, text } = useWords();
  if (findings.length === 0) return null;
  return (
    <section className="card" aria-label={t('source.notes')}>
      <div className="ch">
        <h3>{t('source.notes')}</h3>
        <span className="sub num">{formatNumber(findings.length)}</span>
      </div>
      <ul className="pad lines f12 notes">
        {findings.slice(0, LISTED).map((finding, i) => (
          <li key={`${finding.code} ${i + 1}`} className={finding.severity === 'warning' ? 'tw' : 't2'}>
            {[finding.where?.sheet, finding.where?.column, finding.where?.row === undefined ? undefined : formatNumber(finding.where.row)].filter((part) => part !== undefined).join(' · ')}{' '}
            {text(finding.message)}
          </li>
        ))}
      </ul>
    </section>
  );
}
