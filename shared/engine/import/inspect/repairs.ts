import type { ImportOptions } from '#contract/documents';
import type { SetAsideGroup } from '#contract/import';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { parseCivil } from '../../values/dates.ts';
import { isBlankWord, parseDecimal } from '../../values/numbers.ts';
import { splitSample } from '../structure/dialect.ts';
import { type FieldKind, fieldKind, joinedAt } from '../structure/join-fields.ts';
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
export function repairFor(parsed: ParsedTable, rows: readonly SetAside[], options: ImportOptions): SetAsideGroup['fix'] {
  const { dialect, table: read, toldDays } = parsed;
  const table = toldDays === undefined ? read : { ...read, columns: read.columns.filter(({ name }) => !toldDays.includes(name)) };
  const reason = rows[0]?.reason.en ?? '';
  const width = table.columns.length;
  if (dialect === null || width < 2) return undefined;
  if (reason.startsWith('a quote is never closed')) return { label: { en: 'Take such quotes for letters', zh: '将未闭合的引号视为普通字符' }, options: { ...options, strayQuotes: true } };
  if (reason.startsWith('too few fields')) return { label: { en: 'Leave the last cells empty', zh: '缺少的末尾单元格留空' }, options: { ...options, padRows: true } };
  if (!reason.startsWith('too many fields')) return undefined;
  const split = (group: readonly SetAside[]) => group.slice(0, LOOKED_AT).flatMap(({ bytes }) => splitSample(joined(bytes), dialect, 1));
  const extra = (split(rows.slice(0, 1))[0]?.length ?? 0) - width;
  if (extra < 1 || extra > MOST_EXTRA || table.rows === 0) return undefined;
  const tooMany = parsed.setAside.filter((one) => one.reason.en.startsWith('too many fields'));
  const cells = split(tooMany).filter(({ length }) => length > width && length <= width + MOST_EXTRA);
  const at = bestPlace(cells, table.columns as readonly TextColumn[], width);
  const places = [...[options.joinFields ?? []].flat(), at + 1];
  return { label: { en: `Join fields ${at + 1}–${at + 1 + extra}`, zh: `合并第 ${at + 1}–${at + 1 + extra} 个字段` }, options: { ...options, joinFields: places.length === 1 ? at + 1 : places } };
}

function joined(bytes: Uint8Array): Uint8Array {
  const line = new Uint8Array(bytes.length + newline.length);
  line.set(bytes);
  line.set(newline, bytes.length);
  return line;
}

/** Columns of few texts, in which a cell that stands elsewhere too is at its place. */
const FEW_TEXTS = 1000;
const KNOWN = 0.25;

function bestPlace(rows: readonly (readonly string[])[], columns: readonly TextColumn[], width: number): number {
  const kinds = kindsOf(columns);
  const isKnown = (cell: string, { dictionary }: TextColumn) => dictionary.size <= FEW_TEXTS && dictionary.find(cell) !== 0;
  let best = { at: 0, score: Number.NEGATIVE_INFINITY };
  for (let at = 0; at < width; at++) {
    let score = 0;
    for (const row of rows) {
      const merged = joinedAt(row, at, width, ',');
      score += merged.reduce((sum, cell, column) => sum + fits(cell, kinds[column] as FieldKind) + (cell !== '' && isKnown(cell, columns[column] as TextColumn) ? KNOWN : 0), 0);
      // Between two texts the longer one is likelier to hold a separator.
      score += (merged[at]?.length ?? 0) / 1000;
    }
    if (score > best.score) best = { at, score };
  }
  return best.at;
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
