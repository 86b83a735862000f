import type { ImportOptions } from '#contract/documents';
import type { SetAsideGroup } from '#contract/import';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { parseCivil } from '../../values/dates.ts';
import { isBlankWord, parseDecimal } from '../../values/numbers.ts';
import { splitSample } from '../structure/dialect.ts';
import { type FieldKind, fieldKind } from '../structure/join-fields.ts';
import type { ParsedTable, SetAside } from '../parsed.ts';

const LOOKED_AT = 200;
const MOST_EXTRA = 20;
const encoder = new TextEncoder();
const newline = encoder.encode('\n');

/**
 * A change of the options by which the rows of a group would fit, for one click; `undefined` where none is at hand.
 *
 * Too many fields: a separator inside a text was not quoted. The place is the one where joining fields leaves every other cell in a
 * column of its kind: the one for most of the rows that have too many. Those of which another place is the right one stay set aside when it
 * is chosen, and are offered theirs then.
 */
export function repairFor(parsed: ParsedTable, rows: readonly SetAside[], options: ImportOptions): Repair {
  const [fix, ...others] = repairsFor(parsed, rows, options);
  return fix === undefined ? {} : { fix, ...(others.length > 0 && { others }) };
}

type Repair = Pick<SetAsideGroup, 'fix' | 'others'>;

function repairsFor(parsed: ParsedTable, rows: readonly SetAside[], options: ImportOptions): NonNullable<SetAsideGroup['fix']>[] {
  const { dialect, table: read, toldDays } = parsed;
  const table = toldDays === undefined ? read : { ...read, columns: read.columns.filter(({ name }) => !toldDays.includes(name)) };
  const misfit = rows[0]?.misfit;
  const width = table.columns.length;
  if (dialect === null || width < 2 || misfit === undefined) return [];
  if (misfit.kind === 'open-quote') return [{ label: { en: 'Take such quotes for letters', zh: '将未闭合的引号视为普通字符' }, options: { ...options, strayQuotes: true } }];
  if (misfit.fields < misfit.width) {
    const padRows = padded(misfit.width - misfit.fields, options);
    return [{ label: { en: 'Leave the last cells empty', zh: '缺少的末尾单元格留空' }, options: { ...options, padRows } }];
  }
  const split = (group: readonly SetAside[]) => group.slice(0, LOOKED_AT).flatMap(({ bytes }) => splitSample(joined(bytes), dialect, 1));
  const extra = (split(rows.slice(0, 1))[0]?.length ?? 0) - width;
  if (extra < 1 || extra > MOST_EXTRA || table.rows === 0) return [];
  const tooMany = parsed.setAside.filter(hasTooMany);
  const cells = split(tooMany).filter(({ length }) => length > width && length <= width + MOST_EXTRA);
  return likelyPlaces(cells, table.columns as readonly TextColumn[], width, dialect.delimiter).map((at) => {
    const places = [...[options.joinFields ?? []].flat(), at + 1];
    return { label: { en: `Join fields ${at + 1}–${at + 1 + extra}`, zh: `合并第 ${at + 1}–${at + 1 + extra} 个字段` }, options: { ...options, joinFields: places.length === 1 ? at + 1 : places } };
  });
}

/** Which short rows are padded when those that lack so many fields are, too. */
function padded(lacking: number, { padRows }: ImportOptions): ImportOptions['padRows'] {
  const all = [...(padRows === undefined || typeof padRows === 'boolean' ? [] : [padRows].flat()), lacking];
  return all.length === 1 ? lacking : all;
}

const hasTooMany = ({ misfit }: SetAside): boolean => misfit?.kind === 'fields' && misfit.fields > misfit.width;

function joined(bytes: Uint8Array): Uint8Array {
  const line = new Uint8Array(bytes.length + newline.length);
  line.set(bytes);
  line.set(newline, bytes.length);
  return line;
}

/** Columns of few texts, in which a cell that stands elsewhere too is at its place. */
const FEW_TEXTS = 1000;
const KNOWN = 0.25;

/** Columns whose cells are written in few ways, such as `AB-12`, in which a cell that is written otherwise stands elsewhere. */
const FEW_SHAPES = 20;
/** Places that speak for themselves alike are offered side by side; more than so many are a guess. */
const MOST_ALIKE = 3;
const ALIKE = 0.1;

/** The places where the fields of most rows are to be joined: one, or a few for which as much speaks; none where that is so of many. */
function likelyPlaces(rows: readonly (readonly string[])[], columns: readonly TextColumn[], width: number, delimiter: string): number[] {
  const kinds = kindsOf(columns);
  const shapes = columns.map(shapesOf);
  const isKnown = (cell: string, { dictionary }: TextColumn) => cell !== '' && dictionary.size <= FEW_TEXTS && dictionary.find(cell) !== 0;
  const atItsPlace = (cell: string, column: number) =>
    fits(cell, kinds[column] as FieldKind) + (isKnown(cell, columns[column] as TextColumn) ? KNOWN : 0) + (cell !== '' && shapes[column]?.has(shapeOf(cell)) ? KNOWN : 0);
  const places = columns.map((_, at) => ({ at, score: 0, length: 0 }));
  for (const row of rows) {
    const extra = row.length - width;
    // Left of the place a field stands where it is, right of it so many columns further on.
    const here = columns.map((_, at) => atItsPlace(row[at] ?? '', at));
    const moved = columns.map((_, at) => atItsPlace(row[at + extra] ?? '', at));
    let rest = moved.reduce((sum, fit) => sum + fit, 0);
    let before = 0;
    for (const place of places) {
      const { at } = place;
      const column = columns[at] as TextColumn;
      const text = row.slice(at, at + extra + 1).join(delimiter);
      rest -= moved[at] as number;
      // A text that was torn may begin or end as the others of its column do.
      const isTorn = isKnown(row[at] ?? '', column) || isKnown(row[at + extra] ?? '', column);
      place.score += (before + atItsPlace(text, at) + rest + (isTorn ? KNOWN : 0)) / rows.length;
      place.length += text.length;
      before += here[at] as number;
    }
  }
  const best = Math.max(...places.map(({ score }) => score));
  const alike = places.filter(({ score }) => score > best - ALIKE);
  // Between two texts the longer one is likelier to hold a separator.
  return alike.length > MOST_ALIKE ? [] : alike.sort((a, b) => b.length - a.length).map(({ at }) => at);
}

/** How a text is written: runs of digits, of letters and of other characters of words, and what stands between them. */
const shapeOf = (text: string): string =>
  text
    .replace(/[A-Za-z]+/g, 'a')
    .replace(/\d+/g, '0')
    .replace(/[^ -~]+/g, '字');

function shapesOf({ codes, dictionary }: TextColumn): ReadonlySet<string> {
  const shapes = new Set<string>();
  for (let row = 0; row < Math.min(codes.length, LOOKED_AT) && shapes.size <= FEW_SHAPES; row++) shapes.add(shapeOf(dictionary.text(codes[row] as number) ?? ''));
  return shapes.size > FEW_SHAPES ? new Set() : shapes;
}

function fits(cell: string, kind: FieldKind): number {
  if (isBlankWord(cell)) return 0.5;
  const isNumber = parseDecimal(cell) !== null;
  if (kind === 'number') return isNumber ? 1 : -1;
  if (kind === 'time') return parseCivil(cell) === null ? -1 : 1;
  return isNumber ? 0 : 0.5;
}

function kindsOf(columns: readonly TextColumn[]): FieldKind[] {
  return columns.map((column) => fieldKind(Array.from({ length: Math.min(column.codes.length, LOOKED_AT) }, (_, row) => String(cellAt(column, row) ?? ''))));
}
