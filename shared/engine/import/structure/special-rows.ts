import type { ImportOptions } from '#contract/documents';
import type { Finding, Text } from '#contract/values';
import { cellAt, gather, type Table, type TextColumn } from '../../table/table.ts';
import { tablesBelow } from './gaps.ts';
import type { ParsedTable, Reasons, SetAside } from '../parsed.ts';
import { linesAbove, repeatedHeaders } from './repeated-headers.ts';
import { stackedFindings, stackedHeaders } from './stacked.ts';
import { isNamelessAbove, type TotalsAbove, totalsAbove } from './total-above.ts';
import { isProof, type Labelled, labelledRows, Sums } from './totals.ts';
import { isUnitRow, withUnitAbove, withUnits } from './unit-row.ts';

const encoder = new TextEncoder();
const MOST_SUBTOTALS = 5000;
/** After so many rows that only read like totals the others do as well. */
const MOST_IN_VAIN = 100;
const NONE: ReadonlySet<number> = new Set();
const AGAIN: Text = { en: 'the header again', zh: '重复的表头' };
const AGAIN_ABOVE: Text = { en: 'a line above the header again', zh: '重复的表头上方说明' };
const UNITS: Text = { en: 'the units of the columns', zh: '各列的单位' };

export interface Special {
  readonly table: Table;
  readonly footer: ParsedTable['footer'];
  readonly setAside: readonly SetAside[];
  /** Rows of the file that name columns again, otherwise than the header. */
  readonly stacked: readonly number[];
  /** What is known of totals straight below the header. */
  readonly above: Reasons['above'];
  readonly findings: readonly Finding[];
}

/** What is known of a table before its rows are looked at. */
interface Known {
  /** A total at the end is proven already. */
  readonly isProven?: boolean;
  /** For a sheet the line above its table: other tables may follow behind blank rows. */
  readonly title?: string;
  /** The cells of the header as they stand in the file. */
  readonly header: readonly string[];
  readonly preamble: ParsedTable['preamble'];
}

/**
 * Takes rows out of the middle of a table that are no data: the units below the header, the header printed again on every page with the
 * lines above it, totals straight below the header, and subtotals, these only where their numbers are proven to be the sums of the rows
 * above them.
 *
 * @param options `footerRows: 0` keeps every row but the totals below the header, `totalAbove: false` keeps these
 */
export function liftSpecialRows(table: Table, file: string, options: ImportOptions, known: Known): Special {
  const special = withoutSpecialRows(table, file, options, known);
  const units = withUnitAbove(special.table, known.preamble, file);
  return { ...special, table: units.table, findings: [...special.findings, ...units.findings] };
}

function withoutSpecialRows(table: Table, file: string, options: ImportOptions, known: Known): Special {
  const columns = table.columns as readonly TextColumn[];
  const fileRow = (row: number) => table.origin.row[row] as number;
  const hasUnits = isUnitRow(table, columns);
  const behindGaps = known.title === undefined ? [] : tablesBelow(table, columns, known.title).map(({ header }) => header);
  const again = repeatedHeaders(table, columns, known.header).filter((row) => !behindGaps.includes(row));
  const printedAbove = linesAbove(columns, again, known.preamble);
  const reasons = new Map<number, Text>([...(hasUnits ? [[0, UNITS] as const] : []), ...again.map((row) => [row, AGAIN] as const), ...printedAbove.map((row) => [row, AGAIN_ABOVE] as const)]);
  const keepsAll = options.footerRows === 0;
  const repeated = keepsAll ? [] : [...reasons.keys()].sort((a, b) => a - b);
  const stacked = [...new Set([...stackedHeaders(table, columns, [...again, ...printedAbove, ...behindGaps]), ...behindGaps])].sort((a, b) => a - b).map(fileRow);
  const findings = stackedFindings(stacked, file);
  const say = (code: string, severity: Finding['severity'], row: number, message: Text) => findings.push({ code, severity, where: { file, row }, message });
  const labelled = labelledRows(table, columns);
  const sums = new Sums(columns);
  // Without a header nothing stands below it.
  const top = known.header.length === 0 ? null : totalsAbove(table, columns, labelled, sums, hasUnits ? 1 : 0);
  const above = top === null ? undefined : aboveOf(top, columns, options.totalAbove === false);
  const lifted = top === null || options.totalAbove === false ? [] : top.rows;
  const below = top === null ? 0 : (top.rows.at(-1) as number) + 1;
  // Whoever keeps the footer keeps all that is no total of the first row.
  const { proven, unproven } = keepsAll
    ? { proven: [], unproven: [] }
    : subtotals(
        sums,
        labelled.filter(({ row }) => row >= below),
        below,
        known.isProven === true || top?.isProven === true,
      );
  if (proven.length > 0)
    say('subtotals', 'info', fileRow(proven[0] as number), {
      en: `${proven.length} subtotal row${proven.length === 1 ? '' : 's'} left out; their numbers are the sums of the rows above them`,
      zh: `${proven.length} 个小计行不导入，其数值与上方明细之和相符`,
    });
  if (unproven.length > 0)
    say('subtotals-unproven', 'warning', fileRow(unproven[0] as number), {
      en: `${unproven.length} row${unproven.length === 1 ? ' reads' : 's read'} like a subtotal, but the numbers are not the sums of the rows above: kept`,
      zh: `${unproven.length} 行看似小计，但数值与上方明细之和不符，已保留`,
    });
  if (top === null && !keepsAll && isNamelessAbove(table, columns, sums))
    say('total-unproven', 'warning', fileRow(0), {
      en: 'The first row names nothing and tells more than any row below it, as a total would, but its numbers are not the sums of the rows below: kept',
      zh: '首行没有名称，数值大于下方各行，像是合计，但与下方各行之和不符，已保留',
    });
  if (top !== null && lifted.length > 0) {
    proven.unshift(...lifted);
    if (top.isProven) say('total-above', 'info', fileRow(lifted[0] as number), { en: 'The first row is the total of the rows below it and left out', zh: '首行为下方各行的合计，不导入' });
    else
      say('total-unproven', 'warning', fileRow(lifted[0] as number), {
        en: `The first row reads “${top.label}” and is left out, but its numbers are not the sums of the rows below`,
        zh: `首行标为“${top.label}”，不导入，但其数值与下方各行之和不符`,
      });
  }
  if (repeated.length === 0 && proven.length === 0) return { table, footer: [], setAside: [], stacked, above, findings };
  const out = new Set([...repeated, ...proven]);
  const kept = new Uint32Array(table.rows - out.size);
  let at = 0;
  for (let row = 0; row < table.rows; row++) if (!out.has(row)) kept[at++] = row;
  const cells = (row: number) => columns.map((column) => String(cellAt(column, row) ?? ''));
  return {
    table: hasUnits && !keepsAll ? withUnits(gather(table, kept), cells(0)) : gather(table, kept),
    footer: proven.map((row) => ({ row: fileRow(row), cells: cells(row) })),
    setAside: repeated.map((row) => ({ row: fileRow(row), reason: reasons.get(row) as Text, bytes: encoder.encode(cells(row).join(',')) })),
    stacked,
    above,
    findings,
  };
}

const aboveOf = ({ rows, label, proof, isProven }: TotalsAbove, columns: readonly TextColumn[], kept: boolean): Reasons['above'] => ({
  rows: kept ? 0 : rows.length,
  label,
  sums: isProven ? proof.agreeing.map((index) => ({ column: (columns[index] as TextColumn).name, text: String(cellAt(columns[index] as TextColumn, rows[0] as number)).trim() })) : [],
  isProven,
});

/**
 * Which of the rows that are called totals are proven: by the rows since the last one, by those since the last of an outer group, or by
 * all rows above.
 *
 * @param first the first row that is summed up
 * @param isProven whether another total of the table is proven: then one row may be the sum of a single one
 */
function subtotals(sums: Sums, labelled: readonly Labelled[], first: number, isProven: boolean): { proven: number[]; unproven: number[] } {
  if (labelled.length === 0 || labelled.length > MOST_SUBTOTALS) return { proven: [], unproven: [] };
  const proven: Labelled[] = [];
  const unproven: Labelled[] = [];
  const out = new Set<number>();
  const names = new Set(labelled.map(({ row }) => row));
  let isSure = isProven;
  for (const total of labelled) {
    const behind = (last: Labelled | undefined) => (last === undefined ? first : last.row + 1);
    const ranges: [number, ReadonlySet<number>][] = [
      [behind(proven.at(-1)), NONE],
      [behind(proven.findLast(({ column }) => column <= total.column)), out],
      [first, out],
      [first, names],
    ];
    const found = unproven.length > MOST_IN_VAIN && proven.length === 0 ? undefined : ranges.map(([from, skipped]) => sums.prove(total, from, total.row, skipped)).find(isProof);
    if (found === undefined) unproven.push(total);
    else {
      proven.push(total);
      out.add(total.row);
      if (found.rows > 1) isSure = true;
    }
  }
  // One equal number is chance. A name that ends like a label is a name, unless others are proven labels.
  const groups = isSure && proven.some(({ isGroup }) => isGroup);
  const doubtful = (isSure ? unproven : [...proven, ...unproven]).filter(({ isGroup }) => !isGroup || groups);
  return { proven: isSure ? proven.map(({ row }) => row) : [], unproven: doubtful.map(({ row }) => row).sort((a, b) => a - b) };
}
