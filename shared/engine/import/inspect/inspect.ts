import type { ImportOptions } from '#contract/documents';
import { optionsOf } from '#contract/import-options';
import type { InspectedColumn, InspectedTable, PreviewRow, SetAsideGroup } from '#contract/import';
import type { ColumnType } from '#contract/values';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { type Typed, typeColumn } from '../../table/typing.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';
import { dateOrderFindings } from '../types/date-order.ts';
import { destroyedFindings } from '../types/destroyed-ids.ts';
import { dayColumn, dayOfFile, fileDayCard, isUndated, undatedFinding } from './file-day.ts';
import { type FilePeriod, filePeriodCard, needsPeriod, periodOfFile, periodUnknownFinding, rangesOfRows } from './file-period.ts';
import { withToldDays } from './told-days.ts';
import { provenDecimal } from '../../table/column-conventions.ts';
import { currencyFindings } from '../types/mixed-currencies.ts';
import { percentFindings } from '../types/percent-mix.ts';
import { estimateFindings } from './estimates.ts';
import { withoutExplanation } from './explanations.ts';
import { detectionsOf } from './detections.ts';
import { examplesOf, type InferredTypes, inferringTypes } from '../types/infer.ts';
import type { Knowledge, ParsedFile, ParsedTable, SetAside } from '../parsed.ts';
import { periodOf, provenanceCard, shopOf } from './provenance.ts';
import { repairFor } from './repairs.ts';
import { variantOf } from './naming.ts';

const decoder = new TextDecoder();
const HEAD_ROWS = 60;
const PROBLEM_ROWS = 40;

/** A parsed table with the types it will get: what the import dialog and the import itself both stand on. */
export interface Proposed {
  readonly parsed: ParsedTable;
  readonly template: ReturnType<Knowledge['matchTemplate']>;
  readonly types: InferredTypes;
  readonly timeZone: string;
  /** The day that the name of the file says, where it is one of a series. */
  readonly fileDay: string | null;
  /** The stretch of time that its rows do not say by themselves. */
  readonly filePeriod: FilePeriod | null;
}

/** Decides template, types and time zone of a parsed table. */
export const propose = (...given: Parameters<typeof proposing>): Proposed => atOnce(proposing(...given));

/** {@link propose} in slices. */
export function* proposing(read: ParsedTable, chosen: ImportOptions, knowledge: Knowledge, workspaceZone: string | null, fileName = ''): Sliced<Proposed> {
  const options = optionsOf(chosen, read.name);
  const names = read.table.columns.map((column) => column.name);
  const match =
    options.template === undefined
      ? knowledge.matchTemplate(names)
      : { ...(knowledge.matchTemplate(names) ?? { platform: 'other', report: { en: options.template, zh: options.template }, knownColumns: 0 }), id: options.template, confidence: 1 };
  const settings = match === null ? null : knowledge.template(match.id, names);
  const parsed = settings === null ? read : withoutExplanation(read, settings.types);
  const words = [parsed.name, ...parsed.preamble.map((cells) => cells.join(' ')), fileName];
  const ranges = settings === null ? null : rangesOfRows(settings, parsed);
  const variant =
    [ranges === null ? null : 'period', settings?.variants === undefined ? null : variantOf(words, settings.variants), ...(settings?.splits ?? [])].filter((name) => name !== null).join(' ') || null;
  const types = yield* inferringTypes(
    parsed.table.columns as readonly TextColumn[],
    { ...settings?.types, ...(ranges !== null && { [ranges.told.where]: 'text' }), ...options.types },
    { dateOrder: options.dateOrder, decimal: options.decimal, money: parsed.money },
  );
  yield;
  const codes = types.columns.flatMap(({ type }, i) => (type === 'id' ? [parsed.table.columns[i] as TextColumn] : []));
  const numbers = types.columns.flatMap(({ type }, i) => (['int', 'number', 'ratio', 'money'].includes(type) ? [parsed.table.columns[i] as TextColumn] : []));
  const rowOf = (row: number) => parsed.table.origin.row[row] as number;
  const dates = types.dateOrderSure ? [] : types.columns.flatMap(({ type }, i) => (['date', 'instant'].includes(type) ? [parsed.table.columns[i] as TextColumn] : []));
  const typed = types.columns.map(({ type }, i) => [parsed.table.columns[i] as TextColumn, type] as const);
  const percents = percentFindings(typed, (column) => provenDecimal(column) ?? types.decimal, rowOf);
  const found = [
    ...destroyedFindings(codes, rowOf),
    ...estimateFindings(numbers, rowOf),
    ...percents,
    ...currencyFindings(numbers, rowOf, parsed.currencies),
    ...dateOrderFindings(dates, types.dateOrder, rowOf),
  ];
  // Of an archive each file has its own day.
  const isKnown = match !== null && settings?.snapshot !== true;
  const fileDay = dayOfFile(types, parsed, read.inner?.path ?? fileName, isKnown) ?? dayOfFile(types, parsed, fileName, isKnown);
  if (settings?.snapshot === true && fileDay === null) found.push(undatedFinding(fileName));
  const wantsPeriod = settings !== null && needsPeriod(settings, parsed);
  const isOfPeriod = wantsPeriod || (match === null && fileDay === null && isUndated(types, parsed));
  const filePeriod = ranges ?? (isOfPeriod ? periodOfFile(settings ?? {}, parsed, read.inner?.path ?? fileName) : null);
  if (wantsPeriod && filePeriod === null) found.push(periodUnknownFinding(fileName));
  const columns = [...(fileDay === null ? [] : [dayColumn(fileDay)]), ...(filePeriod?.columns ?? [])];
  const told = found.length === 0 ? parsed : { ...parsed, findings: [...found, ...parsed.findings] };
  return {
    ...(columns.length === 0 || options.fileDay === false ? { parsed: told, types } : withToldDays({ parsed: told, types }, columns, filePeriod?.insteadOf)),
    fileDay,
    filePeriod,
    template: match === null || variant === null ? match : { ...match, variant },
    timeZone: options.timeZone ?? settings?.timeZone ?? workspaceZone ?? 'UTC',
  };
}

/**
 * The import dialog's view of one table.
 *
 * @param fileName its name may say of which days it is
 */
export function inspectTable(proposed: Proposed, file: ParsedFile, fileName: string, chosen: ImportOptions, knowledge: Knowledge): Omit<InspectedTable, 'goesTo' | 'ownName' | 'key'> {
  const { parsed, template, types } = proposed;
  const options = optionsOf(chosen, parsed.name);
  const typed = types.columns.map((column, i): Typed => typeColumn(parsed.table.columns[i] as TextColumn, column.type, { decimal: types.decimal, dateOrder: types.dateOrder, offsetOf: () => 0 }));
  const columns = types.columns.map(
    (column, i): InspectedColumn => ({
      name: column.name,
      type: column.type,
      reason: column.reason,
      nulls: parsed.table.rows - column.filled,
      distinct: column.distinct,
      examples: examplesOf(parsed.table.columns[i] as TextColumn, 5),
      unparsed: (typed[i] as Typed).refused.length,
      personal: column.personal,
    }),
  );
  const shop = shopOf(parsed);
  const period = periodOf(parsed, types, fileName, !file.partial);
  // The day of the file has a card of its own.
  const provenance = provenanceCard(shop, proposed.filePeriod !== null || parsed.toldDays?.includes(period?.where ?? '') ? null : period, options);
  return {
    name: parsed.name,
    dialect: parsed.dialect,
    preambleRows: parsed.preamble.length,
    headerRows: parsed.headerRows,
    footerRows: parsed.footer.length,
    rows: parsed.table.rows,
    setAside: groupSetAside(parsed, options),
    setAsideRows: parsed.setAside.length,
    refusedCells: columns.reduce((sum, column) => sum + column.unparsed, 0),
    columns,
    template,
    kind: parsed.reasons.format?.kind ?? null,
    shop: shop?.name ?? null,
    period: period === null ? null : { from: period.from, to: period.to },
    detections: [provenance, fileDayCard(proposed.fileDay, options), proposed.filePeriod === null ? null : filePeriodCard(proposed.filePeriod, options)]
      .filter((card) => card !== null)
      .concat(detectionsOf(proposed, file, options, columns)),
    preview: previewRows(parsed, typed),
    findings: parsed.findings,
    fills: template === null ? knowledge.fills({ ...parsed.table, columns: typed.map(({ column }) => column) }) : (knowledge.template(template.id)?.fills ?? []),
  };
}

/** Rows that were set aside by their reason, the largest group first. */
export function groupSetAside(parsed: ParsedTable, options: ImportOptions): SetAsideGroup[] {
  const groups = new Map<string, SetAside[]>();
  for (const aside of parsed.setAside) {
    const group = groups.get(aside.reason.en);
    if (group === undefined) groups.set(aside.reason.en, [aside]);
    else group.push(aside);
  }
  return [...groups.values()]
    .map((rows): SetAsideGroup => {
      const [first] = rows as [SetAside, ...SetAside[]];
      const fix = repairFor(parsed, rows, options);
      return { reason: first.reason, rows: rows.length, example: { row: first.row, text: decoder.decode(first.bytes.subarray(0, 400)) }, ...(fix && { fix }) };
    })
    .sort((a, b) => b.rows - a.rows);
}

/** Real rows: the top of the file, every problem row, the end; long good stretches folded. */
function previewRows(parsed: ParsedTable, typed: readonly Typed[]): PreviewRow[] {
  const { table } = parsed;
  const refusedIn = new Map<number, number[]>();
  for (const [column, { refused }] of typed.entries()) {
    for (const row of refused) {
      const cells = refusedIn.get(row);
      if (cells !== undefined) cells.push(column);
      else if (refusedIn.size < PROBLEM_ROWS) refusedIn.set(row, [column]);
    }
  }
  // The days that the file tells of stand in none of its rows.
  const header = table.columns.map(({ name }) => (parsed.toldDays?.includes(name) ? '' : name));
  const rows: PreviewRow[] = parsed.preamble.map((cells, i) => ({ row: i + 1, kind: 'preamble', cells, refused: [] }));
  if (parsed.headerRows > 0) rows.push({ row: parsed.preamble.length + 1, kind: 'header', cells: header, refused: [] });
  const shown = new Set<number>([...Array(Math.min(HEAD_ROWS, table.rows)).keys(), ...refusedIn.keys()]);
  for (let row = Math.max(0, table.rows - 3); row < table.rows; row++) shown.add(row);
  const body: PreviewRow[] = [];
  let previous = -1;
  for (const row of [...shown].sort((a, b) => a - b)) {
    if (row > previous + 1) body.push(folded(table.origin.row[previous + 1] as number, table.origin.row[row - 1] as number));
    body.push({ row: table.origin.row[row] as number, kind: 'data', cells: table.columns.map((column) => String(cellAt(column, row) ?? '')), refused: refusedIn.get(row) ?? [] });
    previous = row;
  }
  const aside = parsed.setAside.slice(0, PROBLEM_ROWS).map((item): PreviewRow => ({ row: item.row, kind: 'set-aside', cells: [decoder.decode(item.bytes.subarray(0, 400))], refused: [] }));
  const leftOut = parsed.footer.map((footer): PreviewRow => ({ row: footer.row, kind: 'footer', cells: footer.cells, refused: [] }));
  // Totals may stand above the rows as well.
  const isAbove = ({ row }: PreviewRow) => table.rows > 0 && row < (table.origin.row[0] as number);
  return [...rows, ...leftOut.filter(isAbove), ...merged(body, aside), ...leftOut.filter((row) => !isAbove(row))];
}

const folded = (from: number, until: number): PreviewRow => ({ row: from, kind: 'folded', cells: [], refused: [], until, problems: 0 });

/** Set-aside rows go where they stand in the file; inside a folded stretch they split it. */
function merged(body: readonly PreviewRow[], aside: readonly PreviewRow[]): PreviewRow[] {
  const result: PreviewRow[] = [];
  const waiting = [...aside];
  for (const row of body) {
    let rest = row;
    while (waiting.length > 0) {
      const next = waiting[0] as PreviewRow;
      const end = rest.kind === 'folded' ? (rest.until ?? rest.row) : rest.row;
      if (next.row > end) break;
      waiting.shift();
      if (rest.kind === 'folded' && next.row > rest.row) {
        result.push(folded(rest.row, next.row - 1));
        rest = folded(next.row + 1, end);
      }
      result.push(next);
    }
    if (rest.kind !== 'folded' || (rest.until ?? 0) >= rest.row) result.push(rest);
  }
  return [...result, ...waiting];
}

export function typesRecord(types: InferredTypes): Record<string, ColumnType> {
  return Object.fromEntries(types.columns.map((column) => [column.name, column.type]));
}
