/** A parsed formula over metrics. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'metric'; readonly id: string; readonly optional: boolean }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula };

/**
 * Parses `1 - {new_sales} / {sales}`.
 *
 * @throws Error naming what is invalid; formulas are written by us, so this is found when the catalogue is registered
 */
export function parseFormula(text: string): Formula {
  const tokens = text.match(/\{[a-z_0-9]+\??\}|\d+(?:\.\d+)?|[-+*/()]|\S/g) ?? [];
  let at = 0;
  function sum(): Formula {
    let left = product();
    while (tokens[at] === '+' || tokens[at] === '-') left = { kind: 'binary', operator: tokens[at++] as '+' | '-', left, right: product() };
    return left;
  }
  function product(): Formula {
    let left = atom();
    while (tokens[at] === '*' || tokens[at] === '/') left = { kind: 'binary', operator: tokens[at++] as '*' | '/', left, right: atom() };
    return left;
  }
  function atom(): Formula {
    const token = tokens[at++];
    if (token === '(') {
      const inner = sum();
      if (tokens[at++] !== ')') throw new Error(`invalid formula: missing ) in ${text}`);
      return inner;
    }
    const metric = /^\{([a-z_0-9]+)(\?)?\}$/.exec(token ?? '');
    if (metric !== null) return { kind: 'metric', id: metric[1] as string, optional: metric[2] === '?' };
    if (token !== undefined && /^\d/.test(token)) return { kind: 'number', value: Number(token) };
    throw new Error(`invalid formula: unexpected ${token ?? 'end'} in ${text}`);
  }
  const root = sum();
  if (at < tokens.length) throw new Error(`invalid formula: unexpected ${tokens[at]} in ${text}`);
  return root;
}

/** The value of a formula; a division by zero and a missing input give `null`, never 0 or infinity. */
export function evaluateFormula(formula: Formula, value: (id: string) => number | null): number | null {
  if (formula.kind === 'number') return formula.value;
  if (formula.kind === 'metric') return value(formula.id) ?? (formula.optional ? 0 : null);
  const left = evaluateFormula(formula.left, value);
  const right = evaluateFormula(formula.right, value);
  if (left === null || right === null) return null;
  switch (formula.operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return right === 0 ? null : left / right;
  }
}

/** Metrics a formula names. */
export function inputsOf(formula: Formula): { readonly id: string; readonly optional: boolean }[] {
  if (formula.kind === 'number') return [];
  if (formula.kind === 'metric') return [{ id: formula.id, optional: formula.optional }];
  return [...inputsOf(formula.left), ...inputsOf(formula.right)];
}

/** The formula in SQL over columns named like the metrics. */
export function formulaSql(formula: Formula, column: (id: string) => string): string {
  if (formula.kind === 'number') return String(formula.value);
  if (formula.kind === 'metric') return formula.optional ? `COALESCE(${column(formula.id)}, 0)` : column(formula.id);
  const left = formulaSql(formula.left, column);
  const right = formulaSql(formula.right, column);
  return formula.operator === '/' ? `(1.0 * ${left} / NULLIF(${right}, 0))` : `(${left} ${formula.operator} ${right})`;
}

/** Numerator and denominator when the formula is one division of two metrics. */
export function ratioParts(formula: Formula): { readonly numerator: string; readonly denominator: string } | null {
  if (formula.kind !== 'binary' || formula.operator !== '/' || formula.left.kind !== 'metric' || formula.right.kind !== 'metric') return null;
  return { numerator: formula.left.id, denominator: formula.right.id };
}
