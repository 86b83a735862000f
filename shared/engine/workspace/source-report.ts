import { SuanpanError } from '#contract/errors';
import type { SourceInfo } from '#contract/import';
import type { SourceReport } from '#contract/source-report';
import type { ImportOrigin } from '../history/state.ts';
import { changeSheet, driftOf, missingDays, qualityOf, renamedColumns, type SourceTable } from '../import/index.ts';
import { isPersonalHeader, sharesField, templateById } from '../model/index.ts';
import { columnNames } from '../store/columns.ts';
import type { Table, TextColumn } from '../table/table.ts';
import { type Typed, typeColumn } from '../table/typing.ts';
import { arrivalFindings } from './arrival-findings.ts';
import { datasetOfSource } from './dataset-of-source.ts';
import { renamesIn } from './file-renames.ts';
import { keyOf, usedKey } from './key-of.ts';
import { type ChosenMasking, isOfPeople, maskedCell, maskingOf } from './personal-columns.ts';
import type { StoredSummary } from './source-store.ts';
import { readColumn } from './read-column.ts';
import { loadSources } from './sources.ts';
import { localText } from '../values/dates.ts';
import type { Workspace } from './workspace.ts';

const LISTED = 200;

/**
 * What one file brought to its table, and how good it is beside the one before it.
 *
 * @param info the source as the list of files shows it
 */
export function sourceReport(workspace: Workspace, info: SourceInfo, limit = LISTED): SourceReport {
  const dataset = datasetOfSource(workspace, info.id);
  if (dataset === null || dataset.origin.kind !== 'import') throw new SuanpanError({ code: 'not-found', message: { en: `There is no file number ${info.id}`, zh: `没有编号为 ${info.id} 的文件` } });
  const { origin } = dataset;
  const chosen = origin.personal ?? {};
  const upTo = { ...origin, sources: origin.sources.slice(0, origin.sources.indexOf(info.id) + 1) };
  const sources = loadSources(workspace, upTo);
  const own = sources.at(-1) as SourceTable;
  const before = sources.at(-2);
  const summary = storedSummary(workspace, info.id);
  const today = workspace.ports.now().slice(0, 10);
  const options = workspace.datasets.typingOptions(dataset);
  const typed = (table: Table) => table.columns.map((column) => typeColumn(column as TextColumn, origin.types[column.name] ?? 'text', options));
  const earlier = before === undefined ? null : typed(before.table);
  const counted = workspace.datasets.counts(dataset.id).find(({ source }) => source === info.id);
  return {
    source: info,
    template: origin.template,
    unconfirmed: origin.template !== null && templateById(origin.template)?.unconfirmed === true && !Object.hasOwn(workspace.state.templates, origin.template),
    naturalKey: usedKey(origin),
    changes: masked(changeSheet(sources, keyOf(origin), readColumn(origin), limit), chosen),
    drift: before === undefined ? null : driftSince(origin, sources, columnNames(workspace.database, `source:${info.id}`)),
    missingDays: missingDays(workspace.datasets.table(dataset.id), options.offsetOf),
    columns: typed(own.table).map((column, i) => ({
      ...locally(quality(column, own.table.rows, today, chosen), options.offsetOf),
      previous: previousOf(earlier, before?.table.rows ?? 0, own.table.columns[i]?.name ?? '', today, chosen),
    })),
    previous: before === undefined ? null : previousFile(workspace, before.source),
    counts: { preamble: summary.preamble, header: summary.header, data: info.rows, footer: summary.footer, setAside: summary.setAside, blank: summary.blank, total: summary.total },
    findings: [...(summary.findings ?? []), ...arrivalFindings(origin, info.id, counted)],
  };
}

/** The range of times by the clock of the shop, as the file has them. */
function locally<Q extends ReturnType<typeof qualityOf>>(facts: Q, offsetOf: (instant: string) => number): Q {
  const local = (cell: Q['min']) => (facts.type === 'instant' && typeof cell === 'string' ? localText(cell, offsetOf) : cell);
  return { ...facts, min: local(facts.min), max: local(facts.max) };
}

const quality = ({ column, refused }: Typed, rows: number, today: string, chosen: ChosenMasking) => qualityOf(column, rows, refused.length, chosen[column.name] ?? isOfPeople(column), today);

function previousOf(earlier: readonly Typed[] | null, rows: number, name: string, today: string, chosen: ChosenMasking): SourceReport['columns'][number]['previous'] {
  const column = earlier?.find((candidate) => candidate.column.name === name);
  if (column === undefined) return null;
  const { filled, distinct, refused, median } = quality(column, rows, today, chosen);
  return { rows, filled, distinct, refused, median };
}

/** The file's columns beside those that the files before it had. */
function driftSince(origin: ImportOrigin, sources: readonly SourceTable[], inFile: readonly string[]): SourceReport['drift'] {
  const names = ({ table }: SourceTable) => table.columns.map((column) => column.name);
  const known = [...new Set(sources.slice(0, -1).flatMap(names))];
  const { source } = sources.at(-1) as SourceTable;
  const own = renamedColumns(inFile, renamesIn(origin, source));
  const { added, lost } = driftOf(known, own, sharesField);
  const renamed = inFile.flatMap((from, i) => (own[i] === from ? [] : [{ from, to: own[i] as string }]));
  return added.length + lost.length + renamed.length === 0 ? null : { added, lost, renamed };
}

function masked(sheet: SourceReport['changes'], chosen: ChosenMasking): SourceReport['changes'] {
  const shown = (column: string, text: string) => String(maskedCell(text, 'text', maskingOf(isPersonalHeader(column), chosen[column])));
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ column, before, after }) => ({ column, before: before === null ? null : shown(column, before), after: after === null ? null : shown(column, after) })),
    })),
  };
}

function storedSummary({ database }: Workspace, source: number): StoredSummary {
  return JSON.parse(database.one<{ summary: string }>('SELECT summary FROM sp_sources WHERE id = ?', [source])?.summary ?? '{}') as StoredSummary;
}

function previousFile({ database }: Workspace, source: number): SourceReport['previous'] {
  const row = database.one<{ name: string; imported_at: string; rows: number }>('SELECT name, imported_at, rows FROM sp_sources WHERE id = ?', [source]);
  return row === null ? null : { file: row.name, importedAt: row.imported_at, rows: row.rows };
}
