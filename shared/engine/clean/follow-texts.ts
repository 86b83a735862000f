import type { ParamSpec } from '#contract/definitions';
import type { RecipeStep } from '#contract/documents';
import { stepById } from './apply.ts';
import { type Node, parseExpression } from './expression/parse.ts';

/** What a text that steps name is now; `null` where it is what it was. */
export type TextNow = (text: string) => string | null;

/** The steps where texts of cells are read otherwise: what they compare with, replace and look for follows. Names of columns stay. */
export function followTexts(steps: readonly RecipeStep[], textNow: TextNow): readonly RecipeStep[] {
  const followed = steps.map((step) => {
    const specs = stepById(step.step)?.params ?? [];
    const params = Object.fromEntries(
      Object.entries(step.params).map(([name, value]) => [
        name,
        follow(
          specs.find((one) => one.name === name),
          value,
          textNow,
        ),
      ]),
    );
    return { ...step, params };
  });
  return JSON.stringify(followed) === JSON.stringify(steps) ? steps : followed;
}

function follow(spec: ParamSpec | undefined, value: unknown, textNow: TextNow): unknown {
  const each = (one: unknown): unknown => (typeof one === 'string' ? textOrExpression(one, textNow) : Array.isArray(one) ? (one as unknown[]).map(each) : one);
  switch (spec?.kind) {
    case 'expression':
      return typeof value === 'string' ? inExpression(value, textNow) : value;
    case 'text':
    case 'values':
      return each(value);
    case 'pairs':
      if (spec.from !== undefined || !Array.isArray(value)) return value;
      return (value as unknown[]).map((pair) => (Array.isArray(pair) ? pair.map((one: unknown, i) => (i === 0 && spec.pair?.left === 'column' ? one : each(one))) : pair));
    default:
      return value;
  }
}

/** Tags have conditions among their texts. */
const textOrExpression = (text: string, textNow: TextNow): string => textNow(text) ?? inExpression(text, textNow);

/** The expression with its texts as they are now. One that cannot be read stays as it is. */
function inExpression(expression: string, textNow: TextNow): string {
  let texts: { readonly at: number; readonly value: string }[];
  try {
    texts = textsOf(parseExpression(expression));
  } catch {
    return expression;
  }
  // From the end, so that places further in front stay right.
  return texts
    .sort((a, b) => b.at - a.at)
    .reduce((result, { at, value }) => {
      const now = textNow(value);
      if (now === null) return result;
      const quote = result[at] as string;
      const written = value.replaceAll(quote, quote + quote).length + 2;
      return `${result.slice(0, at)}${quote}${now.replaceAll(quote, quote + quote)}${quote}${result.slice(at + written)}`;
    }, expression);
}

function textsOf(node: Node): { readonly at: number; readonly value: string }[] {
  switch (node.kind) {
    case 'text':
      return [{ at: node.at, value: node.value }];
    case 'unary':
      return textsOf(node.operand);
    case 'binary':
      return [...textsOf(node.left), ...textsOf(node.right)];
    case 'call':
      return node.args.flatMap(textsOf);
    default:
      return [];
  }
}
