import { pageOf } from '../page-of.ts';
import type { ImportOptions } from '#contract/documents';
import { optionsOf } from '#contract/import-options';
import type { InspectedColumn, InspectedTable, SetAsideGroup } from '#contract/import';
import type { ColumnType } from '#contract/values';
import { isMissing, type TextColumn } from '../../table/table.ts';
import { type Typed, typeColumn } from '../../table/typing.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';
import { canBePersonal, kindOfPeople } from '../types/people.ts';
import { dateOrderFindings } from '../types/date-order.ts';
import { destroyedFindings } from '../types/destroyed-ids.ts';
import { dayColumn, dayOfFile, fileDayCard, isUndated, undatedFinding } from './file-day.ts';
import { type FilePeriod, filePeriodCard, needsPeriod, periodOfFile, periodUnknownFinding, rangesOfRows } from './file-period.ts';
import { withToldDays } from './told-days.ts';
import { provenDateOrder, provenDecimal } from '../../table/column-conventions.ts';
import { currencyFindings } from '../types/mixed-currencies.ts';
import { percentFindings } from '../types/percent-mix.ts';
import { estimateFindings } from './estimates.ts';
import { withoutExplanation } from './explanations.ts';
import { detectionsOf } from './detections.ts';
import { examplesOf, type InferredTypes, inferringTypes } from '../types/infer.ts';
import type { Knowledge, ParsedFile, ParsedTable, SetAside } from '../parsed.ts';
import { periodOf, provenanceCard, shopOf } from './provenance.ts';
import { emptiedRows, emptyTextsCard } from './empty-texts.ts';
import { groupRefused } from './refused-groups.ts';
import { previewRows } from './preview-rows.ts';
import { repairFor } from './repairs.ts';
import { variantOf } from './naming.ts';

const decoder = new TextDecoder();

/** A parsed table with the types it will get: what the import dialog and the import itself both stand on. */
export interface Proposed {
  readonly parsed: ParsedTable;
  readonly template: ReturnType<Knowledge['matchTemplate']>;
  /** What its headers are known for, whatever was chosen. */
  readonly recognised: ReturnType<Knowledge['matchTemplate']>;
  readonly types: InferredTypes;
  readonly timeZone: string;
  /** Texts that are read as empty where their column's type does not take them. */
  readonly emptyTexts: readonly string[];
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
  const recognised = knowledge.matchTemplate(names);
  const match =
    options.template === undefined
      ? recognised
      : options.template === ''
        ? null
        : { ...(recognised ?? { platform: 'other', report: { en: options.template, zh: options.template }, knownColumns: 0 }), id: options.template, confidence: 1 };
  const settings = match === null ? null : knowledge.template(match.id, names);
  const parsed = settings === null ? read : withoutExplanation(read, settings.types);
  const words = [parsed.name, ...parsed.preamble.map((cells) => cells.join(' ')), fileName];
  const ranges = settings === null ? null : rangesOfRows(settings, parsed);
  const variant =
    [ranges === null ? null : 'period', settings?.variants === undefined ? null : variantOf(words, settings.variants), ...(settings?.splits ?? [])].filter((name) => name !== null).join(' ') || null;
  const emptyTexts = new Set(options.emptyTexts?.map((text) => text.trim()));
  const types = yield* inferringTypes(
    parsed.table.columns as readonly TextColumn[],
    { ...settings?.types, ...(ranges !== null && { [ranges.told.where]: 'text' }), ...options.types },
    { dateOrder: options.dateOrder, decimal: options.decimal, money: parsed.money, emptyTexts },
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
    recognised,
    timeZone: options.timeZone ?? settings?.timeZone ?? workspaceZone ?? 'UTC',
    emptyTexts: [...emptyTexts],
  };
}

/** Cells that hold nothing once they are read as their column's type: a dash among numbers is no number. What is refused holds something. */
function emptyIn({ column, refused }: Typed, rows: number): number {
  let empty = 0;
  for (let row = 0; row < rows; row++) if (isMissing(column, row)) empty++;
  return empty - refused.length;
}

/**
 * The import dialog's view of one table.
 *
 * @param fileName its name may say of which days it is
 */
export function inspectTable(proposed: Proposed, file: ParsedFile, fileName: string, chosen: ImportOptions, knowledge: Knowledge): Omit<InspectedTable, 'goesTo' | 'ownName' | 'key'> {
  const { parsed, template, types, emptyTexts } = proposed;
  const options = optionsOf(chosen, parsed.name);
  const page = pageOf(file, parsed);
  const reading = { decimal: types.decimal, dateOrder: types.dateOrder, offsetOf: () => 0, emptyTexts: new Set(emptyTexts) };
  const typed = types.columns.map((column, i): Typed => typeColumn(parsed.table.columns[i] as TextColumn, column.type, reading));
  const emptied = emptyTexts.length === 0 ? [] : typed.map((one, i) => ({ name: one.column.name, rows: emptiedRows(parsed.table.columns[i] as TextColumn, one, emptyTexts) }));
  const columns = types.columns.map(
    (column, i): InspectedColumn => ({
      name: column.name,
      type: column.type,
      reason: column.reason,
      ...(column.isSet === true && { isSet: true as const }),
      nulls: emptyIn(typed[i] as Typed, parsed.table.rows),
      distinct: column.distinct,
      examples: examplesOf(parsed.table.columns[i] as TextColumn, 5),
      unparsed: (typed[i] as Typed).refused.length,
      told: parsed.toldDays?.includes(column.name) === true,
      ...conventionsOf(parsed.table.columns[i] as TextColumn, (typed[i] as Typed).refused.length > 0, types),
      ...maskingOf(typed[i] as Typed, parsed.table.columns[i] as TextColumn, column, options, knowledge),
    }),
  );
  const shop = shopOf(parsed);
  const period = periodOf(parsed, types, fileName, !file.partial);
  // The day of the file has a card of its own.
  const provenance = provenanceCard(shop, proposed.filePeriod !== null || parsed.toldDays?.includes(period?.where ?? '') ? null : period, options);
  return {
    name: parsed.name,
    ...(page !== undefined && { partOf: page }),
    dialect: parsed.dialect,
    preambleRows: parsed.preamble.length,
    headerRows: parsed.headerRows,
    footerRows: parsed.footer.length,
    rows: parsed.table.rows,
    setAside: groupSetAside(parsed, options),
    setAsideRows: parsed.setAside.length,
    refusedCells: columns.reduce((sum, column) => sum + column.unparsed, 0),
    refused: groupRefused(parsed, typed, { options, decimal: types.decimal, emptyTexts }),
    columns,
    template,
    kind: parsed.reasons.format?.kind ?? null,
    shop: shop?.name ?? null,
    period: period === null ? null : { from: period.from, to: period.to },
    detections: [provenance, fileDayCard(proposed.fileDay, options), proposed.filePeriod === null ? null : filePeriodCard(proposed.filePeriod, options), emptyTextsCard(emptied, emptyTexts, options)]
      .filter((card) => card !== null)
      .concat(detectionsOf(proposed, file, options, columns)),
    preview: previewRows(
      parsed,
      typed.map(({ refused }) => refused),
      emptied.map(({ rows }) => rows),
    ),
    findings: parsed.findings,
    fills: template === null ? knowledge.fills({ ...parsed.table, columns: typed.map(({ column }) => column) }) : (knowledge.template(template.id)?.fills ?? []),
  };
}

/** How numbers and days of a column are read; what its cells prove is looked for only where some of them are to be corrected. */
function conventionsOf(source: TextColumn, isRefused: boolean, { decimal, dateOrder }: InferredTypes): Pick<InspectedColumn, 'decimal' | 'dateOrder'> {
  return isRefused ? { decimal: provenDecimal(source) ?? decimal, dateOrder: provenDateOrder(source.dictionary) ?? dateOrder } : { decimal, dateOrder };
}

/** Whether a column is about people and of what, and whether it is masked. */
function maskingOf(
  { column }: Typed,
  source: TextColumn,
  { name, type, personal, filled }: InferredTypes['columns'][number],
  options: ImportOptions,
  knowledge: Knowledge,
): Pick<InspectedColumn, 'people' | 'personal' | 'shown'> {
  const isOfPeople = filled > 0 && (column.kind === 'text' || PLAIN_TYPES.has(type) || canBePersonal(column)) && (personal || (!PLAIN_TYPES.has(type) && knowledge.isPersonal?.(name) === true));
  const chosen = options.personal !== undefined && Object.hasOwn(options.personal, name) ? options.personal[name] : undefined;
  return { people: isOfPeople ? kindOfPeople(source) : null, personal: chosen ?? isOfPeople, shown: chosen === false };
}

/** Of these nothing is masked. */
const PLAIN_TYPES: ReadonlySet<ColumnType> = new Set(['bool', 'date', 'instant', 'money', 'ratio']);

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
      return { reason: first.reason, rows: rows.length, example: { row: first.row, text: decoder.decode(first.bytes.subarray(0, 400)) }, ...repairFor(parsed, rows, options) };
    })
    .sort((a, b) => b.rows - a.rows);
}

export function typesRecord(types: InferredTypes): Record<string, ColumnType> {
  return Object.fromEntries(types.columns.map((column) => [column.name, column.type]));
}
