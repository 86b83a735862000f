import type { ChangesPage } from '#contract/changes';
import { gather } from '../../table/table.ts';
import { changesCsv } from '../changes-csv.ts';
import { type People, pageOfRows } from '../page.ts';
import type { Comparison } from '../table-changes.ts';
import { tableMoments } from '../table-moments.ts';
import { fileNames } from './datasets.ts';
import { writeBytes } from './exports.ts';
import type { Area, Session } from './session.ts';

const MOST_ROWS = 5000;

/** What changed in a table since a moment of its history. */
export function changeHandlers(session: Session): Area<'changes'> {
  return {
    'changes.moments': ({ dataset }) => session.open.read(() => tableMoments(session.open, dataset)),
    'changes.compare': (request, context) => session.open.read(async () => (await session.open.changes.compare(request, session.work(context))).reply),
    'changes.page': ({ view, offset = 0, limit = 200, reveal = false, local = false, ...request }, context) =>
      session.open.read(async () => {
        const comparison = await session.open.changes.compare(request, session.work(context));
        const { datasets } = session.open;
        const zone = local ? { offsetOf: datasets.typingOptions(datasets.definition(request.dataset)).offsetOf } : {};
        const people = (side: 'past' | 'now'): People => ({ personal: comparison.personal[side], reveal, ...zone });
        return changesPage(comparison, view, { offset, limit: Math.min(limit, MOST_ROWS) }, fileNames(session.open), people);
      }),
    'changes.export': ({ target, reveal = false, lang, ...request }, context) =>
      session.open.read(async () => {
        const work = session.work(context);
        const comparison = await session.open.changes.compare(request, work);
        const { rows, text } = await changesCsv(comparison, { lang, reveal }, work);
        return writeBytes(session, new TextEncoder().encode(text), target, rows);
      }),
  };
}

function changesPage(
  { past: then, now, rows, thenOf }: Comparison,
  view: 'added' | 'removed' | 'changed',
  { offset, limit }: { readonly offset: number; readonly limit: number },
  names: (source: number) => string | null,
  people: (side: 'past' | 'now') => People,
): ChangesPage {
  const all = rows[view];
  const from = Math.min(offset, all.length);
  const indexes = all.subarray(from, from + limit);
  const place = { total: all.length, offset: from };
  if (view === 'removed') return { ...pageOfRows(then, indexes, place, names, people('past')), before: null };
  const page = pageOfRows(now, indexes, place, names, people('now'));
  if (view === 'added') return { ...page, before: null };
  const old = Uint32Array.from(indexes, (row) => thenOf[row] as number);
  // Columns that are gone have nothing beside them.
  const shared = { ...then, columns: then.columns.filter(({ name }) => now.columns.some((column) => column.name === name)) };
  return {
    ...page,
    before: pageOfRows(
      gather(shared, old),
      Uint32Array.from(old, (_, i) => i),
      place,
      names,
      people('past'),
    ).columns,
  };
}
