import { Check } from 'lucide-react';
import type { DatasetMapping, EntityInfo } from '#contract/model';
import { maskPersonal } from '#contract/personal';
import { useWords } from '../../i18n/index.ts';

const ROW = 38;
const MIDDLE = 190;

/** Columns left, fields right, a line for each match; a dashed one where it is not certain. */
export function MappingLines({ mapped, entity, name }: { readonly mapped: DatasetMapping; readonly entity: EntityInfo; readonly name: string }) {
  const { t, text } = useWords();
  const used = mapped.columns.filter((column) => column.fields.length > 0);
  const columns = [...used, ...mapped.columns.filter((column) => column.fields.length === 0)];
  const shown = entity.fields.filter((field) => field.required || Object.hasOwn(mapped.mapping.fields, field.id));
  const fields = [...shown].sort((a, b) => position(a.id) - position(b.id));
  function position(id: string): number {
    const at = used.findIndex((column) => column.fields.includes(id));
    return at < 0 ? 1000 : at;
  }
  const height = Math.max(columns.length, fields.length) * ROW;
  return (
    <>
      <div className="lines-heads t3 f12">
        <span>
          <b className="t2">{name}</b> <span className="num">{t('model.columnsUsed', { used: used.length, all: columns.length })}</span>
        </span>
        <span />
        <span>
          <b className="t2">{text(entity.title)}</b> {t('model.inModel')}
        </span>
      </div>
      <div className="lines-map" style={{ height }}>
        <div className="lines-side">
          {columns.map((column) => (
            <div key={column.name} className={column.fields.length === 0 ? 'map-box unused' : 'map-box'}>
              <span className="m el">{column.name}</span>
              <span className="t3 el num">{column.fields.length === 0 ? t('model.notMapped') : maskPersonal(column.example)}</span>
            </div>
          ))}
        </div>
        <svg className="lines-mid" width={MIDDLE} height={height} viewBox={`0 0 ${MIDDLE} ${height}`} aria-hidden="true">
          {mapped.matches.flatMap((match) => {
            const to = fields.findIndex((field) => field.id === match.field);
            if (to < 0) return [];
            const sure = match.confidence >= 0.8;
            return [...columns.entries()].flatMap(([from, column]) => {
              if (!column.fields.includes(match.field)) return [];
              const [y1, y2] = [from * ROW + 16, to * ROW + 16];
              return (
                <g key={`${match.field} ${column.name}`} className={sure ? 'map-line' : 'map-line unsure'}>
                  <path d={`M0 ${y1} H52 C${MIDDLE / 2 + 20} ${y1} ${MIDDLE / 2} ${y2} ${MIDDLE} ${y2}`} />
                  <circle cx="3" cy={y1} r="3" />
                  <circle cx={MIDDLE - 3} cy={y2} r="3" />
                  <text x="22" y={y1 + 4}>{`${Math.round(match.confidence * 100)}%`}</text>
                </g>
              );
            });
          })}
        </svg>
        <div className="lines-side">
          {fields.map((field) => {
            const match = mapped.matches.find((one) => one.field === field.id);
            const source = mapped.mapping.fields[field.id];
            return (
              <div
                key={field.id}
                className={match === undefined ? 'map-box to unused' : match.confidence < 0.8 ? 'map-box to unsure' : 'map-box to'}
                title={match === undefined ? undefined : text(match.reason)}
              >
                <span className="m no-shrink">{text(field.title)}</span>
                <span className="t3 f11 el" title={typeof source === 'object' && 'expr' in source ? source.expr : undefined}>
                  {field.required ? t('model.required') : typeof source === 'object' && 'expr' in source ? source.expr : typeof source === 'object' && 'const' in source ? String(source.const) : ''}
                </span>
                <span className="sp" />
                {match === undefined ? <span className="tw f12">{t('model.missing')}</span> : <Check className="i s tg" aria-hidden="true" />}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
