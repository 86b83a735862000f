import { type Cell, type ColumnType, MONEY_SCALE } from '#contract/values';
import { isTextType } from '../../table/table.ts';
import { dayNumber, localText } from '../../values/dates.ts';
import { parseDecimal, decimalToNumber, roundHalfEven } from '../../values/numbers.ts';
import { shapeOf } from '../facet.ts';
import { compilePattern, type Pattern } from '../pattern.ts';
import { expressionError } from './parse.ts';

/** A compiled expression: its type, and its value at a row. Money is in 1/10,000. */
export interface Compiled {
  readonly type: ColumnType;
  readonly at: (row: number) => Cell;
  /** A constant written in the expression. */
  readonly literal?: boolean;
  /** Of an instant: the time on the clock of the shop, which is what people mean by its hour and its day. */
  readonly local?: (row: number) => Cell;
}

/** Minutes east of UTC at an instant. */
export type OffsetOf = (utcInstant: string) => number;

/** What an expression sees of a value: instants by the clock of the shop. */
export const seen = (side: Compiled): ((row: number) => Cell) => side.local ?? side.at;

/** Gives an instant its local time. */
export function inZone(compiled: Compiled, offsetOf: OffsetOf | undefined): Compiled {
  if (compiled.type !== 'instant' || offsetOf === undefined) return compiled;
  return {
    ...compiled,
    local: (row) => {
      const value = compiled.at(row);
      return value === null ? null : localText(String(value), offsetOf);
    },
  };
}

interface FunctionDefinition {
  readonly least: number;
  readonly most: number;
  readonly help: string;
  readonly type: ColumnType | ((args: readonly Compiled[]) => ColumnType);
  /** Values come in as they are; `null` reaches the function only when it asks for it. */
  readonly run: (values: Cell[], args: readonly Compiled[]) => Cell;
  readonly takesMissing?: boolean;
  /** Hands values on as they are, instants too. */
  readonly handsOn?: boolean;
}

const text = (value: Cell | undefined): string => (value === null || value === undefined ? '' : String(value));
const sameAsFirst = (args: readonly Compiled[]): ColumnType => args[0]?.type ?? 'text';
const numberLike = (args: readonly Compiled[]): ColumnType => (args.some((argument) => argument.type === 'money') ? 'money' : args.every((argument) => argument.type === 'int') ? 'int' : 'number');
/** Two branches of one type keep it; a number next to money is money. */
const branch = (a: Compiled | undefined, b: Compiled | undefined): ColumnType => {
  if (a === undefined) return b?.type ?? 'text';
  if (b === undefined || a.type === b.type) return a.type;
  if (isTextType(a.type) || isTextType(b.type)) return 'text';
  return a.type === 'money' || b.type === 'money' ? 'money' : 'number';
};
/** A value of one branch in the scale of the result. */
const inScale = (value: Cell, from: ColumnType | undefined, to: ColumnType): Cell => {
  if (value === null) return null;
  if (isTextType(to)) return from === 'money' ? String((value as number) / MONEY_SCALE) : String(value);
  return to === 'money' && from !== 'money' ? (value as number) * MONEY_SCALE : value;
};
const truthy = (value: Cell | undefined) => value !== null && value !== undefined && value !== 0 && value !== '';
const scaled = (values: Cell[], args: readonly Compiled[]): number[] => values.map((value, i) => inScale(value, args[i]?.type, numberLike(args)) as number);

/** Every function an expression may call. The reference page is made from this. */
export const FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  if: {
    handsOn: true,
    least: 2,
    most: 3,
    help: 'if(condition, then, else)',
    type: (args) => branch(args[1], args[2]),
    takesMissing: true,
    run: (values, args) => {
      const type = branch(args[1], args[2]);
      return truthy(values[0]) ? inScale(values[1] ?? null, args[1]?.type, type) : inScale(values[2] ?? null, args[2]?.type, type);
    },
  },
  coalesce: {
    handsOn: true,
    least: 1,
    most: 20,
    help: 'coalesce(a, b, …): the first that is not missing',
    type: (args) => args.reduce((type, argument) => branch({ ...argument, type }, argument), sameAsFirst(args)),
    takesMissing: true,
    run: (values, args) => {
      const i = values.findIndex((value) => value !== null);
      return i < 0
        ? null
        : inScale(
            values[i] ?? null,
            args[i]?.type,
            args.reduce((type, argument) => branch({ ...argument, type }, argument), sameAsFirst(args)),
          );
    },
  },
  isblank: { handsOn: true, least: 1, most: 1, help: 'isblank(a)', type: 'bool', takesMissing: true, run: ([value]) => (value === null || value === '' ? 1 : 0) },
  round: {
    least: 1,
    most: 2,
    help: 'round(number, decimals): halves to even',
    type: (args) => (args[0]?.type === 'money' ? 'money' : 'number'),
    run: ([value, decimals], args) => {
      const unit = 10 ** -(decimals === undefined ? 0 : Number(decimals)) * (args[0]?.type === 'money' ? MONEY_SCALE : 1);
      const steps = roundHalfEven(Number(((value as number) / unit).toPrecision(15)));
      return Number((steps * unit).toPrecision(15));
    },
  },
  abs: { least: 1, most: 1, help: 'abs(number)', type: sameAsFirst, run: ([value]) => Math.abs(value as number) },
  min: { handsOn: true, least: 1, most: 20, help: 'min(a, b, …)', type: numberLike, run: (values, args) => Math.min(...scaled(values, args)) },
  max: { handsOn: true, least: 1, most: 20, help: 'max(a, b, …)', type: numberLike, run: (values, args) => Math.max(...scaled(values, args)) },
  number: {
    least: 1,
    most: 1,
    help: 'number(text)',
    type: 'number',
    run: ([value], args) => {
      if (typeof value === 'number') return args[0]?.type === 'money' ? value / MONEY_SCALE : value;
      const decimal = parseDecimal(text(value));
      return decimal === null ? null : decimalToNumber(decimal);
    },
  },
  money: {
    least: 1,
    most: 1,
    help: 'money(number): that many currency units',
    type: 'money',
    run: ([value], args) => {
      const units = typeof value === 'number' ? value : Number(text(value));
      return Number.isFinite(units) ? (args[0]?.type === 'money' ? units : roundHalfEven(units * MONEY_SCALE)) : null;
    },
  },
  text: { least: 1, most: 1, help: 'text(value)', type: 'text', run: ([value], args) => inScale(value ?? null, args[0]?.type, 'text') },
  len: { least: 1, most: 1, help: 'len(text)', type: 'int', run: ([value]) => [...text(value)].length },
  lower: { least: 1, most: 1, help: 'lower(text)', type: 'text', run: ([value]) => text(value).toLowerCase() },
  upper: { least: 1, most: 1, help: 'upper(text)', type: 'text', run: ([value]) => text(value).toUpperCase() },
  trim: { least: 1, most: 1, help: 'trim(text)', type: 'text', run: ([value]) => text(value).trim() },
  left: { least: 2, most: 2, help: 'left(text, count)', type: 'text', run: ([value, count]) => [...text(value)].slice(0, Number(count)).join('') },
  right: { least: 2, most: 2, help: 'right(text, count)', type: 'text', run: ([value, count]) => (Number(count) <= 0 ? '' : [...text(value)].slice(-Number(count)).join('')) },
  mid: {
    least: 2,
    most: 3,
    help: 'mid(text, from 1, count)',
    type: 'text',
    run: ([value, from, count]) => [...text(value)].slice(Number(from) - 1, count === undefined ? undefined : Number(from) - 1 + Number(count)).join(''),
  },
  contains: { least: 2, most: 2, help: 'contains(text, part)', type: 'bool', run: ([value, part]) => (text(value).includes(text(part)) ? 1 : 0) },
  startswith: { least: 2, most: 2, help: 'startswith(text, part)', type: 'bool', run: ([value, part]) => (text(value).startsWith(text(part)) ? 1 : 0) },
  endswith: { least: 2, most: 2, help: 'endswith(text, part)', type: 'bool', run: ([value, part]) => (text(value).endsWith(text(part)) ? 1 : 0) },
  matches: { least: 2, most: 2, help: 'matches(text, pattern): a pattern anywhere in it', type: 'bool', run: ([value, pattern]) => (patternOf(text(pattern)).next(text(value), 0) === null ? 0 : 1) },
  shape: { least: 1, most: 1, help: "shape(text): letters as A and a, digits as 9, Chinese as 字; shape(sku) = 'AA-999'", type: 'text', run: ([value]) => shapeOf(text(value)) },
  replace: { least: 3, most: 3, help: 'replace(text, old, new)', type: 'text', run: ([value, old, next]) => text(value).replaceAll(text(old), () => text(next)) },
  concat: { least: 1, most: 20, help: 'concat(a, b, …)', type: 'text', takesMissing: true, run: (values, args) => values.map((value, i) => inScale(value, args[i]?.type, 'text') ?? '').join('') },
  in: {
    least: 2,
    most: 1000,
    help: 'in(value, a, b, …)',
    type: 'bool',
    run: ([value, ...others], args) =>
      others.some((other, i) => (isTextType(args[0]?.type ?? 'text') ? text(other) === text(value) : inScale(other, args[i + 1]?.type, args[0]?.type ?? 'number') === value)) ? 1 : 0,
  },
  between: {
    least: 3,
    most: 3,
    help: 'between(value, low, high), both included',
    type: 'bool',
    run: (values, args) => {
      if (isTextType(args[0]?.type ?? 'text')) return text(values[0]) >= text(values[1]) && text(values[0]) <= text(values[2]) ? 1 : 0;
      const [value, low, high] = scaled(values, args) as [number, number, number];
      return value >= low && value <= high ? 1 : 0;
    },
  },
  year: { least: 1, most: 1, help: 'year(date)', type: 'int', run: ([value]) => datePart(value, 0, 4) },
  month: { least: 1, most: 1, help: 'month(date)', type: 'int', run: ([value]) => datePart(value, 5, 7) },
  day: { least: 1, most: 1, help: 'day(date)', type: 'int', run: ([value]) => datePart(value, 8, 10) },
  hour: { least: 1, most: 1, help: 'hour(instant)', type: 'int', run: ([value]) => datePart(value, 11, 13) },
  weekday: { least: 1, most: 1, help: 'weekday(date): 1 Monday … 7 Sunday', type: 'int', run: ([value]) => (isDate(value) ? ((((dayNumber(text(value)) + 3) % 7) + 7) % 7) + 1 : null) },
  date: { least: 1, most: 1, help: 'date(instant)', type: 'date', run: ([value]) => (isDate(value) ? text(value).slice(0, 10) : null) },
  days: { least: 2, most: 2, help: 'days(from, to)', type: 'int', run: ([from, to]) => (isDate(from) && isDate(to) ? dayNumber(text(to)) - dayNumber(text(from)) : null) },
};

let lastPattern: { readonly source: string; readonly pattern: Pattern } | null = null;

/** Compiles a pattern once, not for every row. */
function patternOf(source: string): Pattern {
  if (lastPattern?.source !== source) lastPattern = { source, pattern: compilePattern(source) };
  return lastPattern.pattern;
}

const isDate = (value: Cell | undefined): boolean => /^\d{4}-\d{2}-\d{2}/.test(text(value));

function datePart(value: Cell | undefined, from: number, to: number): number | null {
  const part = isDate(value) ? text(value).slice(from, to) : '';
  return part === '' ? null : Number(part);
}

/** @throws SuanpanError `invalid-expression` for an unknown function or a wrong number of arguments */
export function compileCall(name: string, args: readonly Compiled[], at: number, offsetOf?: OffsetOf): Compiled {
  const definition = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (definition === undefined) throw expressionError(`unknown function: ${name}`, `没有函数“${name}”`, at);
  if (args.length < definition.least || args.length > definition.most) throw expressionError(`${definition.help}: invalid number of arguments`, `${definition.help}：参数个数不对`, at);
  const type = typeof definition.type === 'function' ? definition.type(args) : definition.type;
  if (name === 'in' && isTextType(args[0]?.type ?? 'text') && args.slice(1).every(({ literal }) => literal)) return inTexts(args);
  const readers = args.map((argument) => (definition.handsOn ? argument.at : seen(argument)));
  return inZone(
    {
      type,
      // A plain loop: it runs for every row.
      at: (row) => {
        const values: Cell[] = [];
        for (const read of readers) {
          const value = read(row);
          if (value === null && !definition.takesMissing) return null;
          values.push(value);
        }
        return definition.run(values, args);
      },
    },
    offsetOf,
  );
}

/** A list of written texts is looked up, however long it is. */
function inTexts([value, ...list]: readonly Compiled[]): Compiled {
  const texts = new Set(list.map((literal) => text(literal.at(0))));
  const read = seen(value as Compiled);
  return {
    type: 'bool',
    at: (row) => {
      const cell = read(row);
      return cell === null ? null : texts.has(String(cell)) ? 1 : 0;
    },
  };
}
