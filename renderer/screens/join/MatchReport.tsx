import { TriangleAlert } from 'lucide-react';
import type { KeyDecisions, KeyTidying } from '#contract/documents';
import type { JoinReply, RepeatedKeys } from '#contract/recipe';
import type { Cell } from '#contract/values';
import { formatNumber, formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import type { Answer } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { SimpleTable } from '../../ui/SimpleTable.tsx';
import { TidyingList } from './TidyingList.tsx';

type Columns = readonly { readonly name: string; readonly type: string }[];

interface MatchReportProps {
  readonly report: Answer<JoinReply>;
  /** Names of the two tables. */
  readonly left: string;
  readonly right: string;
  readonly leftColumns: Columns;
  readonly rightColumns: Columns;
  readonly decisions: KeyDecisions;
  onTidy(column: string, how: readonly KeyTidying[]): void;
}

/** How two tables match: counts on both sides, growth, and samples of what found no partner. */
export function MatchReport({ report, left, right, leftColumns, rightColumns, decisions, onTidy }: MatchReportProps) {
  const { t } = useWords();
  return (
    <section className="card" aria-label={t('join.report')} data-testid="join-report">
      <div className="ch">
        <h3>{t('join.report')}</h3>
      </div>
      <Await answer={report} lines={4}>
        {(match) => (
          <div className="cb col g12">
            <Side name={left} rows={match.rowsLeft} matched={match.matchedLeft} unmatched={match.unmatchedLeft} />
            <Side name={right} rows={match.rowsRight} matched={match.matchedRight} unmatched={match.unmatchedRight} />
            <div className="row g16 wrap">
              <span>
                <span className="t2">{t('join.result')}</span> <b className="num">{formatNumber(match.rowsResult)}</b>
              </span>
              <Repeated name={left} repeated={match.repeated.left} />
              <Repeated name={right} repeated={match.repeated.right} />
            </div>
            <Warning match={match} right={right} />
            <TidyingList match={match} decisions={decisions} onTidy={onTidy} />
            <Sample title={t('join.samples', { table: right })} columns={leftColumns} rows={match.unmatchedSamples.left} />
            <Sample title={t('join.samples', { table: left })} columns={rightColumns} rows={match.unmatchedSamples.right} />
          </div>
        )}
      </Await>
    </section>
  );
}

/** Nobody makes more rows without having read it; a join in which nothing meets is a mistake in the keys. */
function Warning({ match, right }: { readonly match: JoinReply; readonly right: string }) {
  const { t } = useWords();
  const worst = match.repeated.right.worst;
  if (match.multiplied > 0)
    return (
      <div className="notice bad row g8" role="alert" data-testid="join-multiplies">
        <TriangleAlert className="i" aria-hidden="true" />
        <span>
          <b>{t('join.multiplies', { more: match.multiplied, rows: match.rowsResult })}</b> {t('join.fanOut', { n: match.maxFanOut })}{' '}
          {worst === null ? '' : t('join.worst', { key: keyName(worst.key), n: worst.count, table: right })}
        </span>
      </div>
    );
  if (match.matchedLeft > 0) return null;
  return (
    <div className="notice row g8">
      <TriangleAlert className="i tw" aria-hidden="true" />
      {t('join.noKey')}
    </div>
  );
}

const keyName = (key: readonly Cell[]) => key.map((cell) => String(cell ?? '')).join(' + ');

function Repeated({ name, repeated }: { readonly name: string; readonly repeated: RepeatedKeys }) {
  const { t } = useWords();
  return (
    <span>
      <span className="t2">{t('join.repeated', { table: name })}</span>{' '}
      {repeated.worst === null ? (
        <span className="t3">{t('join.repeated.none')}</span>
      ) : (
        <>
          <b className="num">{t('join.repeated.keys', { keys: repeated.keys, rows: repeated.rows })}</b>{' '}
          <span className="t3 num">{t('join.repeated.most', { key: keyName(repeated.worst.key), n: repeated.worst.count })}</span>
        </>
      )}
    </span>
  );
}

function Side({ name, rows, matched, unmatched }: { readonly name: string; readonly rows: number; readonly matched: number; readonly unmatched: number }) {
  const { t } = useWords();
  const share = matched + unmatched === 0 ? 0 : matched / (matched + unmatched);
  return (
    <div className="row g12">
      <span className="m el side-name">{name}</span>
      <span className="meter sp">
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <span className="num nw">
        {formatNumber(matched)} <span className="t3">{t('join.matched')}</span> {formatPercent(share, share > 0.999 && share < 1 ? 2 : 1)}
      </span>
      <span className={unmatched > 0 ? 'num nw tw' : 'num nw t3'}>
        {formatNumber(unmatched)} {t('join.unmatched')}
      </span>
      <span className="t3 f12 num nw">{t('clean.rows', { n: rows })}</span>
    </div>
  );
}

function Sample({ title, columns, rows }: { readonly title: string; readonly columns: Columns; readonly rows: readonly (readonly Cell[])[] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <div className="t2 f12 m">{title}</div>
      <SimpleTable label={title} columns={columns} rows={rows.slice(0, 6)} />
    </div>
  );
}
