import { type Cell, type ColumnType, MONEY_SCALE } from '#contract/values';
import { roundHalfEven } from '../../values/numbers.ts';
import { cellAt, type Column, columnOf, isTextType, type Table, textColumn } from '../../table/table.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';
import { type Compiled, compileCall, inZone, type OffsetOf, seen } from './functions.ts';
import { expressionError, type Node, type Operator, parseExpression } from './parse.ts';

/**
 * Compiles an expression against the columns of a table.
 *
 * Types follow the data: money plus money is money (exact integers), money times a number is money rounded half-even at the
 * fourth decimal, money divided by money is a number. A plain number next to money means that many currency units. Missing
 * operands give a missing result; division by zero is missing, never infinite.
 *
 * @param offsetOf the zone of the shop: hours, days and comparisons with written times are by its clock; without it by UTC
 * @throws SuanpanError `invalid-expression` when a column or function does not exist or types do not fit
 */
export function compileExpression(text: string, table: Table, offsetOf?: OffsetOf): Compiled {
  return compile(parseExpression(text), table, offsetOf);
}

/** Rows that are worked out at a time. */
const SLICE = 100_000;

/** The column an expression gives for every row of the table. */
export const evaluateExpression = (text: string, table: Table, name: string, offsetOf?: OffsetOf): Column => atOnce(evaluatingExpression(text, table, name, offsetOf));

/** {@link evaluateExpression} in slices. */
export function* evaluatingExpression(text: string, table: Table, name: string, offsetOf?: OffsetOf): Sliced<Column> {
  const { type, at } = compileExpression(text, table, offsetOf);
  if (!isTextType(type)) {
    const values = new Float64Array(table.rows);
    for (let row = 0; row < table.rows; row++) {
      values[row] = (at(row) as number | null) ?? Number.NaN;
      if (row % SLICE === SLICE - 1) yield;
    }
    return { kind: 'number', name, type, values };
  }
  const cells: Cell[] = new Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    cells[row] = at(row);
    if (row % SLICE === SLICE - 1) yield;
  }
  return textColumn(name, type, cells as (string | null)[]);
}

function compile(node: Node, table: Table, offsetOf: OffsetOf | undefined): Compiled {
  switch (node.kind) {
    case 'number':
      return { type: Number.isInteger(node.value) ? 'int' : 'number', at: () => node.value, literal: true };
    case 'text':
      return { type: 'text', at: () => node.value, literal: true };
    case 'column': {
      const column = columnOf(table, node.name);
      if (column === undefined) throw unknownColumn(node.name, table, node.at);
      return inZone({ type: column.type, at: (row) => cellAt(column, row) }, offsetOf);
    }
    case 'unary':
      return compileUnary(node, compile(node.operand, table, offsetOf));
    case 'binary':
      return compileBinary(node.operator, compile(node.left, table, offsetOf), compile(node.right, table, offsetOf), node.at);
    case 'call':
      return compileCall(
        node.name,
        node.args.map((argument) => compile(argument, table, offsetOf)),
        node.at,
        offsetOf,
      );
  }
}

function unknownColumn(name: string, table: Table, at: number): Error {
  const near = nearest(
    name,
    table.columns.map((column) => column.name),
  );
  return expressionError(`unknown column: ${name}${near === null ? '' : `; did you mean ${near}?`}`, `没有名为“${name}”的列${near === null ? '' : `，是否指“${near}”？`}`, at);
}

/** The candidate that shares most characters with what was typed. */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestScore = 0.4;
  for (const candidate of candidates) {
    const letters = new Set(candidate.toLowerCase());
    const shared = [...new Set(typed.toLowerCase())].filter((letter) => letters.has(letter)).length;
    const score = (2 * shared) / (new Set(typed.toLowerCase()).size + letters.size);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function compileUnary(node: Extract<Node, { kind: 'unary' }>, operand: Compiled): Compiled {
  if (node.operator === 'not') {
    return {
      type: 'bool',
      at: (row) => {
        const value = operand.at(row);
        return value === null ? null : isTrue(value) ? 0 : 1;
      },
    };
  }
  if (isTextType(operand.type)) throw expressionError('a text has no minus', '文本不能取负', node.at);
  return {
    type: operand.type,
    at: (row) => {
      const value = operand.at(row);
      return value === null ? null : -(value as number);
    },
    ...(operand.literal && { literal: true }),
  };
}

const isTrue = (value: Cell): boolean => value !== null && value !== 0 && value !== '';

function compileBinary(operator: Operator, left: Compiled, right: Compiled, at: number): Compiled {
  if (operator === 'and' || operator === 'or') return compileLogic(operator, left, right);
  if (operator === '&') return { type: 'text', at: (row) => joinTexts(left, right, row) };
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/') return compileArithmetic(operator, left, right, at);
  return compileComparison(operator, left, right, at);
}

function compileLogic(operator: 'and' | 'or', left: Compiled, right: Compiled): Compiled {
  return {
    type: 'bool',
    at: (row) => {
      const a = left.at(row);
      if (operator === 'and' && a !== null && !isTrue(a)) return 0;
      if (operator === 'or' && isTrue(a)) return 1;
      const b = right.at(row);
      if (operator === 'and') return b !== null && !isTrue(b) ? 0 : a === null || b === null ? null : 1;
      return isTrue(b) ? 1 : a === null || b === null ? null : 0;
    },
  };
}

function joinTexts(left: Compiled, right: Compiled, row: number): string | null {
  const a = showValue(seen(left)(row), left.type);
  const b = showValue(seen(right)(row), right.type);
  return a === null && b === null ? null : `${a ?? ''}${b ?? ''}`;
}

/** A value as text: money in currency units. */
export function showValue(value: Cell, type: ColumnType): string | null {
  if (value === null) return null;
  return type === 'money' ? String((value as number) / MONEY_SCALE) : String(value);
}

/** Brings a plain number next to money to the scale of money. */
function toScale(side: Compiled, other: Compiled): (row: number) => Cell {
  if (other.type !== 'money' || side.type === 'money') return side.at;
  return (row) => {
    const value = side.at(row);
    return value === null ? null : (value as number) * MONEY_SCALE;
  };
}

function compileArithmetic(operator: '+' | '-' | '*' | '/', left: Compiled, right: Compiled, at: number): Compiled {
  for (const side of [left, right]) {
    if (isTextType(side.type)) throw expressionError(`${operator} needs numbers; this is ${side.type}`, `“${operator}”需要数字，此处为 ${side.type}`, at);
  }
  const money = left.type === 'money' || right.type === 'money';
  if (operator === '+' || operator === '-') {
    const [a, b] = money ? [toScale(left, right), toScale(right, left)] : [left.at, right.at];
    const sign = operator === '+' ? 1 : -1;
    const type: ColumnType = money ? 'money' : left.type === 'int' && right.type === 'int' ? 'int' : 'number';
    return {
      type,
      at: (row) => {
        const x = a(row);
        const y = b(row);
        return x === null || y === null ? null : money ? roundHalfEven((x as number) + sign * (y as number)) : (x as number) + sign * (y as number);
      },
    };
  }
  if (operator === '*') {
    const bothMoney = left.type === 'money' && right.type === 'money';
    if (bothMoney) throw expressionError('money times money has no meaning', '金额不能相乘', at);
    const type: ColumnType = money ? 'money' : left.type === 'int' && right.type === 'int' ? 'int' : 'number';
    return {
      type,
      at: (row) => {
        const x = left.at(row);
        const y = right.at(row);
        return x === null || y === null ? null : money ? roundHalfEven((x as number) * (y as number)) : (x as number) * (y as number);
      },
    };
  }
  const type: ColumnType = left.type === 'money' && right.type !== 'money' ? 'money' : 'number';
  const scale = right.type === 'money' && left.type !== 'money' ? MONEY_SCALE : 1;
  return {
    type,
    at: (row) => {
      const x = left.at(row);
      const y = right.at(row);
      if (x === null || y === null || y === 0) return null;
      const value = ((x as number) * scale) / (y as number);
      return type === 'money' ? roundHalfEven(value) : value;
    },
  };
}

function compileComparison(operator: Operator, left: Compiled, right: Compiled, at: number): Compiled {
  const texts = isTextType(left.type) || isTextType(right.type);
  if (texts && !(isTextType(left.type) && isTextType(right.type)) && !left.literal && !right.literal) {
    throw expressionError('a text and a number cannot be compared', '文本与数字不能比较', at);
  }
  const [a, b] = texts ? [textOf(left, right), textOf(right, left)] : [toScale(left, right), toScale(right, left)];
  return {
    type: 'bool',
    at: (row) => {
      const x = a(row);
      const y = b(row);
      if (x === null || y === null) return null;
      switch (operator) {
        case '=':
          return x === y ? 1 : 0;
        case '!=':
          return x === y ? 0 : 1;
        case '<':
          return x < y ? 1 : 0;
        case '<=':
          return x <= y ? 1 : 0;
        case '>':
          return x > y ? 1 : 0;
        default:
          return x >= y ? 1 : 0;
      }
    },
  };
}

/** A side of a comparison of texts. Two instants are compared as such; one with a written time by the clock of the shop. */
function textOf(side: Compiled, other: Compiled): (row: number) => Cell {
  const read = other.type === 'instant' ? side.at : seen(side);
  return (row) => {
    const value = read(row);
    return value === null ? null : String(value);
  };
}
