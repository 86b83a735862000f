import { GitBranch, GitMerge, Table2 } from 'lucide-react';
import type { Relations, TableLink } from '#contract/recipe';
import { formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { formatHash } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { useSize } from '../../ui/useSize.ts';
import { type MapBox, mapLayout } from './mapLayout.ts';

const ROW = 40;
const BOX = 28;
/** Where on their lines rates stand, in turn: lines that run side by side must not have them side by side. */
const PLACES = [0.24, 0.5, 0.76, 0.37, 0.63];
const ICONS = { import: Table2, join: GitMerge, branch: GitBranch } as const;

interface RelationsMapProps {
  /** Chooses two tables and the key between them for a join. */
  onChoose(link: TableLink): void;
}

/** The tables of the workspace as boxes, with what links them: lines for what was made, dashed ones for keys they share. */
export function RelationsMap({ onChoose }: RelationsMapProps) {
  const { t } = useWords();
  const relations = useEngine('join.relations', {});
  return (
    <section className="card" aria-label={t('join.map')} data-testid="relations">
      <div className="ch">
        <h3>{t('join.map')}</h3>
        <span className="sub el">{t('join.map.detail')}</span>
        <span className="sp" />
        <span className="rel-key t3 f12">
          <i /> {t('join.map.made')} <i className="dash" /> {t('join.map.key')}
        </span>
      </div>
      <Await answer={relations} lines={4}>
        {(data) => <Picture relations={data} onChoose={onChoose} />}
      </Await>
    </section>
  );
}

function Picture({ relations, onChoose }: RelationsMapProps & { readonly relations: Relations }) {
  const { t } = useWords();
  const [room, { width }] = useSize();
  const { boxes, links, alone } = mapLayout(relations);
  const tableOf = new Map(relations.tables.map((table) => [table.id, table]));
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const wide = Math.min(260, width * 0.3);
  const rows = [0, 1].map((side) => boxes.filter((box) => box.side === side).length);
  const height = Math.max(...rows, 0) * ROW;
  // The shorter column stands in the middle of the longer one.
  const yOf = ({ side, place }: MapBox) => place * ROW + (height - (rows[side] ?? 0) * ROW) / 2 + BOX / 2 + 4;
  const curve = (link: TableLink) => curveOf(boxOf.get(link.from), boxOf.get(link.to), wide, width, yOf, PLACES[links.indexOf(link) % PLACES.length] ?? 0.5);
  return (
    <div className="cb col g12">
      {links.length === 0 ? <p className="t3 f12">{t('join.map.none')}</p> : null}
      <div ref={room} className="rel-map" style={{ height }}>
        {width === 0 ? null : (
          <>
            <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
              {links.map((link) => (
                <path key={nameOf(link)} className={`rel-line ${link.kind}`} d={curve(link).path} />
              ))}
            </svg>
            {boxes.map((box) => (
              <TableBox key={box.id} table={tableOf.get(box.id)} style={{ left: box.side === 0 ? 0 : width - wide, top: yOf(box) - BOX / 2, width: wide }} />
            ))}
            {links.map((link) =>
              link.rates === null ? null : (
                <button
                  key={nameOf(link)}
                  type="button"
                  className="rel-rate num"
                  style={{ left: curve(link).x, top: curve(link).y }}
                  title={t('join.map.use', {
                    left: tableOf.get(link.from)?.name ?? '',
                    right: tableOf.get(link.to)?.name ?? '',
                    key: link.on.map(([l, r]) => (l === r ? l : `${l} = ${r}`)).join(t('list.comma')),
                  })}
                  onClick={() => onChoose(link)}
                  data-testid="rel-key"
                >
                  {formatPercent(Math.max(...link.rates), 0)}
                </button>
              ),
            )}
          </>
        )}
      </div>
      {alone.length === 0 ? null : (
        <div className="row g6 wrap">
          <span className="t3 f12">{t('join.map.alone')}</span>
          {alone.map((id) => (
            <TableBox key={id} table={tableOf.get(id)} />
          ))}
        </div>
      )}
    </div>
  );
}

function TableBox({ table, style }: { readonly table: Relations['tables'][number] | undefined; readonly style?: { readonly left: number; readonly top: number; readonly width: number } }) {
  const { t } = useWords();
  if (table === undefined) return null;
  const Icon = ICONS[table.origin];
  return (
    <a className={style === undefined ? 'rel-box' : 'rel-box placed'} style={style ?? {}} href={formatHash('clean', [table.id])} title={table.name}>
      <Icon className="i s t3" aria-hidden="true" />
      <span className="el m">{table.name}</span>
      <span className="sp" />
      <span className="t3 f11 num nw">{t('clean.rows', { n: table.rows })}</span>
    </a>
  );
}

const nameOf = ({ from, to, kind }: TableLink) => `${kind} ${from} ${to}`;

/** A line from the inner edge of one box to that of another, and a point on it for its rate. */
function curveOf(
  from: MapBox | undefined,
  to: MapBox | undefined,
  wide: number,
  width: number,
  yOf: (box: MapBox) => number,
  along: number,
): { readonly path: string; readonly x: number; readonly y: number } {
  if (from === undefined || to === undefined) return { path: '', x: 0, y: 0 };
  const [a, b] = from.side <= to.side ? [from, to] : [to, from];
  const edge = (box: MapBox) => (box.side === 0 ? wide : width - wide);
  const [x1, y1, x2, y2] = [edge(a), yOf(a), edge(b), yOf(b)];
  const middle = width / 2;
  // Within one column the line bows into the room between them.
  const bow = a.side === b.side ? (a.side === 0 ? wide + 30 + Math.abs(y2 - y1) * 0.6 : width - wide - 30 - Math.abs(y2 - y1) * 0.6) : middle;
  const at = (one: number, control1: number, control2: number, two: number, part: number) =>
    (1 - part) ** 3 * one + 3 * (1 - part) ** 2 * part * control1 + 3 * (1 - part) * part ** 2 * control2 + part ** 3 * two;
  const part = a.side === b.side ? 0.5 : along;
  return { path: `M${x1} ${y1} C${bow} ${y1} ${bow} ${y2} ${x2} ${y2}`, x: at(x1, bow, bow, x2, part), y: at(y1, y1, y2, y2, part) };
}
