import type { SetAsideRow, SourceInfo } from '#contract/import';
import { placesOf } from '../destination.ts';
import { SuanpanError } from '#contract/errors';
import { importFiles, inspectFile } from '../import-files.ts';
import { ENCODINGS, encodingLabel } from '../../import/index.ts';
import { asideRows } from '../inspect-aside.ts';
import { fittedTexts } from '../fit.ts';
import { widerByCorrection } from '../grown-types.ts';
import { freshness } from '../freshness.ts';
import { lostColumns } from '../lost-columns.ts';
import { lookAgain, rereadSource } from '../reread.ts';
import { sourceReport } from '../source-report.ts';
import type { StoredSummary } from '../source-store.ts';
import { watchFolder } from '../watched-folders.ts';
import type { Workspace } from '../workspace.ts';
import type { Area, Session } from './session.ts';

const decoder = new TextDecoder();

function activeSources({ state }: Workspace): Map<number, string> {
  return new Map(Object.values(state.datasets).flatMap(({ id, origin }) => (origin.kind === 'import' ? origin.sources.map((source) => [source, id] as const) : [])));
}

/** Source numbers of one dataset, or of all, as an SQL list. */
function sourceList(workspace: Workspace, dataset: string | undefined): string {
  const ids = [...activeSources(workspace)].filter(([, id]) => dataset === undefined || id === dataset).map(([source]) => source);
  return ids.length === 0 ? 'NULL' : ids.join(', ');
}

interface SourceRow {
  readonly [key: string]: string | number | null;
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly rows: number;
  readonly imported_at: string;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly format: string;
  readonly original: number | null;
  readonly summary: string;
  readonly sheet: string;
}

/** The files that are in, newest first. */
function listSources(workspace: Workspace): SourceInfo[] {
  const active = activeSources(workspace);
  return workspace.database
    .all<SourceRow>('SELECT id, name, bytes, rows, imported_at, sha256, encoding, format, original, summary, sheet FROM sp_sources ORDER BY id DESC')
    .filter((row) => active.has(row.id))
    .map((row) => ({
      id: row.id,
      file: row.sheet === '' ? row.name : `${row.name} · ${row.sheet}`,
      dataset: active.get(row.id) as string,
      bytes: row.bytes,
      rows: row.rows,
      setAside: (JSON.parse(row.summary) as StoredSummary).setAside,
      importedAt: row.imported_at,
      sha256: row.sha256,
      encoding: row.encoding,
      format: row.format,
      kept: row.original === null ? 'path' : 'workspace',
    }));
}

export function importHandlers(session: Session): Area<'import'> {
  return {
    'import.inspect': (file, context) => inspectFile(session.ports, file, session.work(context), session.workspace, session.seenFiles),
    'import.aside-rows': async ({ table, offset = 0, limit = 200, ...file }, context) => {
      // Every page of them would read the file again.
      const of = [JSON.stringify([file, table, session.ports.listSource(file.source)[0]?.changed]), session.workspace, session.workspace?.revision];
      const known = session.looked.get<SetAsideRow[]>(of);
      const rows = known ?? (await asideRows(session.ports, file, table, session.work(context), session.workspace, session.seenFiles));
      if (known === undefined) session.looked.put(of, rows);
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'import.places': ({ tables }) => placesOf(Object.values(session.workspace?.state.datasets ?? {}), tables),
    'import.lost-columns': (asked) => (session.workspace === null ? lostColumns(null, asked) : session.workspace.read(() => lostColumns(session.workspace, asked))),
    'import.list': ({ source }) => ({ files: session.ports.listSource(source).map(({ source: file, name, bytes }) => ({ source: file, name, bytes })) }),
    'import.fit': ({ name, type, decimal, dateOrder, isSet, texts }) => {
      const wider = isSet === true ? null : widerByCorrection(type);
      const taken = [type, ...(wider === null ? [] : [wider])].map((one) => fittedTexts(name, one, { decimal, dateOrder, offsetOf: () => 0 }, texts));
      return texts.flatMap((_, at) => (taken.some((fitted) => fitted[at] !== null) ? [] : [at]));
    },
    'import.run': (request, context) => {
      session.seenFiles.forgetMade();
      return importFiles(session.open, request, session.work(context));
    },
    'import.forget': () => {
      session.seenFiles.forgetMade();
      return null;
    },
    'import.encodings': () => ENCODINGS.map((id) => ({ id, label: encodingLabel(id) })),
    'import.sources': () => session.open.read(() => listSources(session.open)),
    'import.report': ({ source, limit }) =>
      session.open.read(() => {
        const info = listSources(session.open).find(({ id }) => id === source);
        if (info === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `There is no file number ${source}`, zh: `没有编号为 ${source} 的文件` } });
        return sourceReport(session.open, info, limit);
      }),
    'import.look-again': (request, context) => session.open.read(() => lookAgain(session.open, request, session.work(context))),
    'import.reread': async (request, context) => {
      await rereadSource(session.open, request, session.work(context));
      return session.open.read(() => listSources(session.open));
    },
    'import.watched': () => session.open.watched.list(),
    'import.watch': async ({ path, on }, context) => {
      await watchFolder(session.open, path, on, session.work(context));
      return session.open.watched.list();
    },
    'import.check-watched': (_request, context) => session.open.watched.check(session.work(context)),
    'import.freshness': () => session.open.read(() => freshness(session.open)),
    'import.expect': async ({ dataset, every }, context) => {
      const workspace = session.open;
      const { name } = workspace.datasets.definition(dataset);
      await workspace.change('import.expect', session.work(context), async () => ({
        title: { en: `${name}: a file every ${every} days`, zh: `${name}：每 ${every} 天一个文件` },
        patch: { cadences: { [dataset]: every } },
      }));
      return workspace.read(() => freshness(workspace));
    },
    'import.set-aside': ({ dataset, offset = 0, limit = 200 }) =>
      session.open.read(() => {
        const where = `source IN (${sourceList(session.open, dataset)})`;
        const total = session.open.database.one<{ n: number }>(`SELECT count(*) AS n FROM sp_set_aside WHERE ${where}`)?.n ?? 0;
        const rows = session.open.database.all<{ name: string; row: number; reason_en: string; reason_zh: string; bytes: Uint8Array }>(
          `SELECT s.name, a.row, a.reason_en, a.reason_zh, a.bytes FROM sp_set_aside a JOIN sp_sources s ON s.id = a.source WHERE ${where} ORDER BY a.source, a.row LIMIT ? OFFSET ?`,
          [limit, offset],
        );
        return { total, rows: rows.map((row) => ({ file: row.name, row: row.row, reason: { en: row.reason_en, zh: row.reason_zh }, text: decoder.decode(row.bytes) })) };
      }),
    'import.refused': ({ dataset, offset = 0, limit = 200 }) =>
      session.open.read(() => {
        const where = dataset === undefined ? '1' : 'dataset = ?';
        const params = dataset === undefined ? [] : [dataset];
        const total = session.open.database.one<{ n: number }>(`SELECT count(*) AS n FROM sp_refused WHERE ${where}`, params)?.n ?? 0;
        const cells = session.open.database.all<{ name: string; row: number; column: string; text: string }>(
          `SELECT s.name, r.row, r."column", r.text FROM sp_refused r JOIN sp_sources s ON s.id = r.source WHERE ${where} ORDER BY r.dataset, r.source, r.row LIMIT ? OFFSET ?`,
          [...params, limit, offset],
        );
        return { total, cells: cells.map((cell) => ({ file: cell.name, row: cell.row, column: cell.column, text: cell.text })) };
      }),
  };
}
