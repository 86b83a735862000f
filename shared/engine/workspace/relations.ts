import type { Relations, TableLink } from '#contract/recipe';
import { type DatasetState, dependenciesOf } from '../history/state.ts';
import type { Table, TextColumn } from '../table/table.ts';
import { overlap } from './key-suggestions.ts';
import type { Workspace } from './workspace.ts';

/** Tables whose values are compared: together they fit into the memory that built tables have, and the picture stays readable. */
const MOST_TABLES = 24;
const MOST_ROWS = 1_500_000;
/** Below this two columns share values by chance. */
const LEAST_RATE = 0.3;
/** A column of few different texts is a kind or a state, and meets everything. */
const LEAST_TEXTS = 5;

/** How the tables of a workspace belong together: what was made of what, and imported tables that share the values of a column of ids. */
export function relationsOf(workspace: Workspace): Relations {
  const datasets = Object.values(workspace.state.datasets);
  const tables = datasets.map(({ id, name, origin }) => ({ id, name, origin: origin.kind, rows: workspace.datasets.stored(id)?.rows ?? 0 }));
  const made = datasets.flatMap((dataset) => dependenciesOf(dataset).map((from) => madeLink(dataset, from)));
  return { tables, links: [...made, ...keyLinks(workspace, tables)] };
}

function madeLink({ id, origin, recipe }: DatasetState, from: string): TableLink {
  const link = { from, to: id, rates: null };
  if (origin.kind === 'join' && (origin.left === from || origin.right === from)) return { ...link, kind: 'join', on: Object.entries(origin.on) };
  if (origin.kind === 'branch' && origin.of === from) return { ...link, kind: 'branch', on: [] };
  const step = recipe.find(({ on, params }) => on !== false && params.dataset === from);
  const pairs = Array.isArray(step?.params.on) ? (step.params.on as unknown[][]).map(([l, r]): [string, string] => [String(r ?? ''), String(l ?? '')]) : [];
  return { ...link, kind: 'step', on: pairs };
}

function keyLinks({ datasets }: Workspace, tables: Relations['tables']): TableLink[] {
  let rows = 0;
  const compared = tables
    .filter(({ origin }) => origin === 'import')
    .slice(0, MOST_TABLES)
    .filter((table) => {
      rows += table.rows;
      return rows <= MOST_ROWS;
    })
    .map(({ id }) => ({ id, columns: idColumns(datasets.table(id)) }));
  return compared.flatMap((one, i) => compared.slice(i + 1).flatMap((other) => bestKey(one, other) ?? []));
}

interface Compared {
  readonly id: string;
  readonly columns: readonly TextColumn[];
}

const idColumns = (table: Table): TextColumn[] => table.columns.filter((column): column is TextColumn => column.kind === 'text' && column.type === 'id' && column.dictionary.size > LEAST_TEXTS);

/** The pair of columns whose values meet most, where any do. */
function bestKey(one: Compared, other: Compared): TableLink | null {
  let best: TableLink | null = null;
  let most = LEAST_RATE;
  for (const a of one.columns) {
    for (const b of other.columns) {
      const rates = [overlap(a, b), overlap(b, a)] as const;
      // Lines of May and orders of all months: the share counts that is larger.
      const rate = Math.max(...rates) + (a.name === b.name ? 0.01 : 0);
      if (rate <= most) continue;
      most = rate;
      best = { from: one.id, to: other.id, kind: 'key', on: [[a.name, b.name]], rates };
    }
  }
  return best;
}
