import { SuanpanError } from '#contract/errors';

/** An expression as a tree. `at` is where it begins in the text, from 0. */
export type Node =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'column'; readonly name: string; readonly at: number }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly operand: Node; readonly at: number }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Node; readonly right: Node; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly at: number };

export type Operator = '+' | '-' | '*' | '/' | '&' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

interface Token {
  readonly type: 'number' | 'text' | 'column' | 'name' | 'operator' | 'end';
  readonly value: string;
  readonly at: number;
}

const BINDING: Readonly<Record<Operator, number>> = { or: 1, and: 2, '=': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '&': 4, '+': 5, '-': 5, '*': 6, '/': 6 };
/** Expressions nest no deeper than this: a hostile text must not exhaust the stack. */
const DEEPEST = 100;

/** What is wrong with an expression, and where. */
export function expressionError(en: string, zh: string, at: number): SuanpanError {
  return new SuanpanError({ code: 'invalid-expression', message: { en: `${en} (at character ${at + 1})`, zh: `${zh}（第 ${at + 1} 个字符）` }, details: String(at) });
}

/**
 * Parses an expression: `[实付金额] - [退款金额]`, `if([qty] > 10, 'bulk', 'single')`.
 *
 * Columns stand in square brackets (`]]` for a bracket inside) or, when the name is one plain word, alone. Texts stand in single
 * or double quotes. Nothing in it is ever run as code.
 *
 * @throws SuanpanError `invalid-expression` with the place in `details`
 */
export function parseExpression(text: string): Node {
  const tokens = tokenise(text);
  let position = 0;
  const peek = () => tokens[position] as Token;
  const take = () => tokens[position++] as Token;
  const isOperator = (value: string) => peek().type === 'operator' && peek().value === value;
  const expect = (value: string) => {
    if (!isOperator(value)) throw expressionError(`expected ${value}`, `此处应为 ${value}`, peek().at);
    take();
  };

  const binaryOperator = (): Operator | null => {
    const token = peek();
    if (token.type === 'operator' && Object.hasOwn(BINDING, token.value)) return token.value as Operator;
    if (token.type === 'name' && /^(and|or)$/i.test(token.value)) return token.value.toLowerCase() as Operator;
    return null;
  };

  function expression(least: number, depth: number): Node {
    if (depth > DEEPEST) throw expressionError('nested too deeply', '嵌套过深', peek().at);
    let left = prefix(depth);
    for (;;) {
      const operator = binaryOperator();
      if (operator === null || BINDING[operator] < least) return left;
      const { at } = take();
      left = { kind: 'binary', operator, left, right: expression(BINDING[operator] + 1, depth + 1), at };
    }
  }

  function prefix(depth: number): Node {
    const token = take();
    if (token.type === 'operator' && token.value === '-') return { kind: 'unary', operator: '-', operand: expression(7, depth + 1), at: token.at };
    if (token.type === 'name' && /^not$/i.test(token.value)) return { kind: 'unary', operator: 'not', operand: expression(3, depth + 1), at: token.at };
    if (token.type === 'number') return { kind: 'number', value: Number(token.value), at: token.at };
    if (token.type === 'text') return { kind: 'text', value: token.value, at: token.at };
    if (token.type === 'column') return { kind: 'column', name: token.value, at: token.at };
    if (token.type === 'operator' && token.value === '(') {
      const inner = expression(1, depth + 1);
      expect(')');
      return inner;
    }
    if (token.type === 'name') return isOperator('(') ? call(token, depth) : { kind: 'column', name: token.value, at: token.at };
    if (token.type === 'end') throw expressionError('the expression ends too early', '表达式不完整', token.at);
    throw expressionError(`unexpected ${token.value}`, `意外的 ${token.value}`, token.at);
  }

  function call(name: Token, depth: number): Node {
    expect('(');
    const args: Node[] = [];
    if (!isOperator(')')) {
      do args.push(expression(1, depth + 1));
      while (isOperator(',') && take());
    }
    expect(')');
    return { kind: 'call', name: name.value.toLowerCase(), args, at: name.at };
  }

  const root = expression(1, 0);
  if (peek().type !== 'end') throw expressionError(`unexpected ${peek().value}`, `意外的 ${peek().value}`, peek().at);
  return root;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (type: Token['type'], value: string, length: number) => {
    tokens.push({ type, value, at });
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const blank = /^\s+/.exec(rest);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const column = /^\[((?:[^\]]|\]\])*)\]/.exec(rest);
    const quotedText = /^'((?:[^']|'')*)'|^"((?:[^"]|"")*)"/.exec(rest);
    const number = /^(\d+\.?\d*|\.\d+)/.exec(rest);
    const operator = /^(<=|>=|!=|<>|==|[-+*/&=<>(),])/.exec(rest);
    const fullWidth = /^[（），]/.exec(rest);
    const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(rest);
    if (column !== null) push('column', (column[1] as string).replaceAll(']]', ']'), column[0].length);
    else if (quotedText !== null) push('text', (quotedText[1]?.replaceAll("''", "'") ?? quotedText[2]?.replaceAll('""', '"')) as string, quotedText[0].length);
    else if (number !== null) push('number', number[0], number[0].length);
    else if (operator !== null) push('operator', operator[0] === '<>' ? '!=' : operator[0] === '==' ? '=' : operator[0], operator[0].length);
    else if (fullWidth !== null) push('operator', { '（': '(', '）': ')', '，': ',' }[fullWidth[0]] as string, 1);
    else if (name !== null) push('name', name[0], name[0].length);
    else throw expressionError(`unexpected ${rest[0]}`, `意外的 ${rest[0]}`, at);
  }
  tokens.push({ type: 'end', value: '', at: text.length });
  return tokens;
}

/** The columns an expression reads. */
export function columnsRead(node: Node): string[] {
  const names = new Set<string>();
  const visit = (current: Node): void => {
    if (current.kind === 'column') names.add(current.name);
    else if (current.kind === 'unary') visit(current.operand);
    else if (current.kind === 'binary') {
      visit(current.left);
      visit(current.right);
    } else if (current.kind === 'call') current.args.forEach(visit);
  };
  visit(node);
  return [...names];
}
