import type { ColumnType, Finding, Text } from '#contract/values';
import type { TextColumn } from '../../table/table.ts';
import { decimalToNumber, isBlankWord, parseDecimal } from '../../values/numbers.ts';
import { hasOwnUnit, headerUnit } from '../../values/units.ts';

const PERCENT = 37;
/** The last byte of a full-width sign. */
const WIDE_PERCENT = 0x85;
/** So many different texts tell whether a column holds numbers at all. */
const LOOKED_AT = 50;

/** Percentages beside numbers without the sign, in one column. */
export interface PercentMix {
  readonly percents: number;
  readonly plain: number;
  /** Numbers without the sign that may be per cent as well: beyond 1, or all of them where none is a fraction. */
  readonly open: number;
  readonly percent: string;
  /** The first of the open ones, and the row where it stands. */
  readonly example: string;
  readonly row: number;
}

/** What a column mixes; `null` where all its numbers have the sign, or none, or the header gives the unit. */
export function percentMixOf(column: TextColumn, decimal: '.' | ','): PercentMix | null {
  const { dictionary, codes } = column;
  const { occurring } = dictionary;
  if ((occurring[PERCENT] === 0 && occurring[WIDE_PERCENT] === 0) || headerUnit(column.name) !== null) return null;
  const kinds = new Map<number, 'percent' | 'fraction' | 'whole' | 'beyond' | 'zero'>();
  for (let code = 1; code < dictionary.size; code++) {
    if (code === LOOKED_AT && kinds.size * 2 < code) return null;
    const text = dictionary.text(code) as string;
    const number = isBlankWord(text) ? null : parseDecimal(text, decimal);
    if (number === null || (!number.percent && hasOwnUnit(text))) continue;
    const value = Math.abs(decimalToNumber(number));
    kinds.set(code, number.percent ? 'percent' : value > 1 ? 'beyond' : value === 0 ? 'zero' : value === 1 ? 'whole' : 'fraction');
  }
  if (![...kinds.values()].includes('percent')) return null;
  const counts = { percent: 0, fraction: 0, whole: 0, beyond: 0, zero: 0 };
  for (const code of codes) {
    const kind = kinds.get(code);
    if (kind !== undefined) counts[kind]++;
  }
  const plain = counts.fraction + counts.whole + counts.beyond + counts.zero;
  if (counts.percent === 0 || plain === 0) return null;
  // Amid fractions a 1 is all of it; alone it may be one in a hundred.
  const isOpen = (kind: string | undefined) => kind === 'beyond' || (kind === 'whole' && counts.fraction === 0);
  const row = codes.findIndex((code) => isOpen(kinds.get(code)));
  const textOf = (code: number | undefined) => (dictionary.text(code ?? 0) ?? '').trim();
  return {
    percents: counts.percent,
    plain,
    open: counts.beyond + (counts.fraction === 0 ? counts.whole : 0),
    percent: textOf(codes.find((code) => kinds.get(code) === 'percent')),
    example: row < 0 ? '' : textOf(codes[row]),
    row: row < 0 ? codes.findIndex((code) => kinds.get(code) === 'percent') : row,
  };
}

/** Codes and times are not searched through for percentages. */
const MIXING: ReadonlySet<ColumnType> = new Set(['ratio', 'int', 'number', 'money', 'text', 'enum']);

/**
 * Names columns in which percentages and plain numbers stand beside each other, and what became of them.
 *
 * @param rowOf file row of a row of the table
 */
export function percentFindings(columns: readonly (readonly [TextColumn, ColumnType])[], decimalOf: (column: TextColumn) => '.' | ',', rowOf: (row: number) => number): Finding[] {
  return columns.flatMap(([column, type]): Finding[] => {
    if (!MIXING.has(type)) return [];
    const mix = percentMixOf(column, decimalOf(column));
    const message = mix === null || (type === 'ratio' && mix.open === 0) ? null : messageOf(column.name, type, mix);
    return mix === null || message === null ? [] : [{ code: 'percent-mixed', severity: 'warning', where: { row: rowOf(mix.row), column: column.name }, message }];
  });
}

function messageOf(name: string, type: ColumnType, { percents, open, percent, example }: PercentMix): Text | null {
  switch (type) {
    case 'ratio':
      return {
        en: `${name} holds percentages, and ${open} number${open === 1 ? '' : 's'} without the sign (${example}), read as ${open === 1 ? 'it stands' : 'they stand'}: ${example} is no ${example}%`,
        zh: `“${name}”为百分比，但有 ${open} 个数值不带百分号（如 ${example}），按原值读取：${example} 不是 ${example}%`,
      };
    case 'int':
    case 'number':
    case 'money':
      return {
        en: `${percents} cell${percents === 1 ? '' : 's'} of ${name} ${percents === 1 ? 'is a percentage' : 'are percentages'} (${percent}) amid plain numbers: listed, and not counted`,
        zh: `“${name}”中有 ${percents} 个单元格为百分比（如 ${percent}），其余为普通数值：已列出，不计入`,
      };
    case 'text':
    case 'enum':
      return example === ''
        ? null
        : {
            en: `${name} mixes percentages (${percent}) and numbers without the sign (${example}), which could be per cent as well: it stays text. Set its type if you know`,
            zh: `“${name}”混有百分比（如 ${percent}）和不带百分号的数值（如 ${example}），后者也可能是百分数，故保留为文本。如能确定，请设置其类型`,
          };
    default:
      return null;
  }
}
