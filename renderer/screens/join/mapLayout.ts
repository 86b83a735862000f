import type { Relations, TableLink } from '#contract/recipe';

/** A table in the picture. */
export interface MapBox {
  readonly id: string;
  readonly side: 0 | 1;
  /** Place in its column, from 0. */
  readonly place: number;
}

export interface MapLayout {
  readonly boxes: readonly MapBox[];
  readonly links: readonly TableLink[];
  /** Tables that nothing links. */
  readonly alone: readonly string[];
}

/** Of the keys that a table shares with others, so many are drawn: among monthly tables of one shop everything meets everything. */
const KEYS_OF_A_TABLE = 2;

/**
 * Places the tables of a workspace in two columns so that most lines run from one to the other and few cross.
 *
 * Keys are drawn only where they are among the best of one of their tables.
 */
export function mapLayout({ tables, links }: Relations): MapLayout {
  const drawn = chosenLinks(links);
  const degree = (id: string) => drawn.filter(({ from, to }) => from === id || to === id).length;
  const linked = tables.filter(({ id }) => degree(id) > 0).sort((a, b) => degree(b.id) - degree(a.id));
  const sides = sidesOf(
    linked.map(({ id }) => id),
    drawn,
  );
  let left = linked.map(({ id }) => id).filter((id) => sides.get(id) === 0);
  let right = linked.map(({ id }) => id).filter((id) => sides.get(id) === 1);
  // Each column in turn is put in the order of the middle of its neighbours.
  for (let round = 0; round < 4; round++) {
    right = ordered(right, [left, right], drawn);
    left = ordered(left, [left, right], drawn);
  }
  return {
    boxes: [left, right].flatMap((ids, side) => ids.map((id, place): MapBox => ({ id, side: side as 0 | 1, place }))),
    links: drawn,
    alone: tables.filter(({ id }) => degree(id) === 0).map(({ id }) => id),
  };
}

/** A side for each table: as few lines as can be run within one column, and the columns are about as long as each other. */
function sidesOf(ids: readonly string[], links: readonly TableLink[]): Map<string, 0 | 1> {
  const sides = new Map(ids.map((id, i) => [id, (i % 2) as 0 | 1]));
  const within = (id: string, side: 0 | 1) => neighboursOf(id, links).filter((other) => other !== id && sides.get(other) === side).length;
  const on = (side: 0 | 1) => [...sides.values()].filter((one) => one === side).length;
  // Each table goes over as long as that helps; every move makes the whole better, so it ends.
  for (let moved = true; moved; ) {
    moved = false;
    for (const id of ids) {
      const side = sides.get(id) as 0 | 1;
      const other = side === 0 ? 1 : 0;
      const saved = within(id, side) - within(id, other);
      if (saved > 0 || (saved === 0 && on(side) > on(other) + 1)) {
        sides.set(id, other);
        moved = true;
      }
    }
  }
  return sides;
}

const neighboursOf = (id: string, links: readonly TableLink[]) => links.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
const rateOf = ({ rates }: TableLink) => (rates === null ? 0 : Math.max(...rates));

function chosenLinks(links: readonly TableLink[]): TableLink[] {
  const joined = new Set(links.filter(({ kind }) => kind !== 'key').map(({ from, to }) => `${from} ${to}`));
  const keys = links.filter(({ kind, from, to }) => kind === 'key' && !joined.has(`${from} ${to}`) && !joined.has(`${to} ${from}`));
  const best = (id: string) =>
    keys
      .filter(({ from, to }) => from === id || to === id)
      .sort((a, b) => rateOf(b) - rateOf(a))
      .slice(0, KEYS_OF_A_TABLE);
  return links.filter((link) => link.kind !== 'key' || (keys.includes(link) && (best(link.from).includes(link) || best(link.to).includes(link))));
}

function ordered(column: readonly string[], columns: readonly [readonly string[], readonly string[]], links: readonly TableLink[]): string[] {
  const place = new Map(columns.flatMap((ids) => ids.map((id, at) => [id, (at + 0.5) / ids.length] as const)));
  const middle = (id: string) => {
    const places = neighboursOf(id, links).map((other) => place.get(other) ?? 0.5);
    return places.reduce((sum, one) => sum + one, 0) / Math.max(1, places.length);
  };
  return [...column].sort((a, b) => middle(a) - middle(b));
}
