import type { ColumnChange } from '#contract/changes';
import { formatCell } from '../../../format/numbers.ts';
import { useWords } from '../../../i18n/index.ts';
import { TypeIcon } from '../../../ui/TypeIcon.tsx';

/** Column by column: new or gone, cells that changed, sums then and now. Those that are the same in all are counted only. */
export function ChangedColumns({ columns }: { readonly columns: readonly ColumnChange[] }) {
  const { t } = useWords();
  const told = columns.filter(({ state, nameThen, changed, sumThen, sumNow }) => state !== 'same' || nameThen !== null || changed > 0 || sumThen !== sumNow);
  const summed = columns.filter((column) => !told.includes(column) && column.sumNow !== null);
  const rest = columns.length - told.length - summed.length;
  return (
    <aside className="insp changes-columns" aria-label={t('changes.columns')} data-testid="changes-columns">
      <h3>{t('changes.columns')}</h3>
      <ul>
        {[...told, ...summed].map((column) => (
          <ColumnLine key={`${column.name} ${column.state}`} column={column} />
        ))}
      </ul>
      {rest > 0 ? <p className="t3 f12">{t('changes.sameColumns', { n: rest })}</p> : null}
    </aside>
  );
}

function ColumnLine({ column: { name, nameThen, state, typeThen, typeNow, changed, sumThen, sumNow } }: { readonly column: ColumnChange }) {
  const { t } = useWords();
  const type = typeNow ?? typeThen ?? 'text';
  const note =
    state === 'added' ? (
      <span className="tag g">{t('changes.columnAdded')}</span>
    ) : state === 'lost' ? (
      <span className="tag e">{t('changes.columnLost')}</span>
    ) : state === 'retyped' ? (
      <span className="tag w">{t('changes.retyped', { from: t(`type.${typeThen ?? 'text'}`), to: t(`type.${type}`) })}</span>
    ) : null;
  return (
    <li>
      <div className="row g6">
        <span className="t3">
          <TypeIcon type={type} />
        </span>
        <span className="m el f12">{name}</span>
        <span className="sp" />
        {note}
        {changed > 0 ? <span className="tw f12 num nw">{t('changes.cells', { n: changed })}</span> : null}
      </div>
      {nameThen === null ? null : <p className="changes-sums t3 f12 brk">{t('changes.renamed', { name: nameThen })}</p>}
      {sumThen === null && sumNow === null ? null : <Sums type={type} typeThen={typeThen ?? type} sumThen={sumThen} sumNow={sumNow} />}
    </li>
  );
}

function Sums({ type, typeThen, sumThen, sumNow }: { readonly type: string; readonly typeThen: string; readonly sumThen: number | null; readonly sumNow: number | null }) {
  const { t } = useWords();
  const difference = sumThen === null || sumNow === null || type !== typeThen ? null : sumNow - sumThen;
  return (
    <div className="changes-sums f12 num">
      <span className="t3">{t('changes.sum')}</span>
      {difference === 0 ? (
        <span className="t2">{formatCell(sumNow, type)}</span>
      ) : (
        <span className="t2">
          {formatCell(sumThen, typeThen)} → <b>{formatCell(sumNow, type)}</b>
        </span>
      )}
      {difference === null || difference === 0 ? null : <span className="t3">{`${difference > 0 ? '+' : ''}${formatCell(difference, type)}`}</span>}
    </div>
  );
}
