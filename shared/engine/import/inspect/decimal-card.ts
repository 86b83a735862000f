import type { ImportOptions } from '#contract/documents';
import type { Detection } from '#contract/import';
import type { Text } from '#contract/values';
import { provenDecimal } from '../../table/column-conventions.ts';
import type { TextColumn } from '../../table/table.ts';
import { decimalToNumber, parseDecimal } from '../../values/numbers.ts';
import { examplesOf } from '../types/infer.ts';
import { backFrom, CHOSEN } from './card-words.ts';
import type { Proposed } from './inspect.ts';

const LOOKED_AT = 200;
const NUMBERS: ReadonlySet<string> = new Set(['int', 'number', 'ratio', 'money', 'text', 'id']);
/** Three digits behind one sign: thousands to the one, thousandths to the other; behind a zero there are no thousands. */
const EITHER_WAY = /^[-+−–]?[^\d.,+-]{0,4}[1-9]\d{0,2}[.,]\d{3}[^\d.,]{0,4}$/;

const SIGN: Readonly<Record<'.' | ',', Text>> = { '.': { en: 'Point', zh: '小数点' }, ',': { en: 'Comma', zh: '逗号' } };

/** The columns whose numbers say nothing about the decimal sign, each with one of them. */
function openColumns({ parsed, types }: Proposed): { readonly name: string; readonly example: string }[] {
  return types.columns.flatMap(({ name, type, personal }, i) => {
    if (!NUMBERS.has(type) || personal) return [];
    const column = parsed.table.columns[i] as TextColumn;
    const examples = examplesOf(column, LOOKED_AT).filter((text) => /[.,]/.test(text));
    const [example] = examples;
    return example !== undefined && examples.every((text) => EITHER_WAY.test(text.trim())) && provenDecimal(column) === null ? [{ name, example: example.trim() }] : [];
  });
}

const readAs = (text: string, decimal: '.' | ','): string => {
  const number = parseDecimal(text, decimal);
  return number === null ? text : String(decimalToNumber(number));
};

/** Which sign stands before decimals, where numbers could be read either way or somebody said so. */
export function decimalCard(proposed: Proposed, options: ImportOptions): Detection | null {
  const { parsed, types } = proposed;
  const open = openColumns(proposed);
  const [first] = open;
  if (first === undefined && options.decimal === undefined) return null;
  const isProven = parsed.table.columns.some((column, i) => NUMBERS.has(types.columns[i]?.type ?? '') && provenDecimal(column as TextColumn) === types.decimal);
  // Whole thousands are written with commas far and wide; with points in as many countries as thousandths are.
  const isUsual = types.decimal === '.' && open.every(({ example }) => example.includes(','));
  const either: Text = first === undefined ? { en: '', zh: '' } : { en: `${first.name} could be read either way.`, zh: `“${first.name}”两种读法均可。` };
  return {
    id: 'decimal',
    title: { en: 'Decimal sign', zh: '小数符号' },
    value: SIGN[types.decimal],
    reason: options.decimal !== undefined ? CHOSEN : isProven ? { en: `Other columns prove it; ${either.en}`, zh: `其他列可证明；${either.zh}` } : either,
    evidence: open.slice(0, 2).map(({ example }) => ({ from: example, to: readAs(example, types.decimal), tone: 'good' })),
    sure: options.decimal !== undefined || isProven || isUsual,
    choices: (['.', ','] as const).map((decimal) => ({ label: SIGN[decimal], selected: decimal === types.decimal, options: { ...options, decimal } })),
    ...backFrom(options, 'decimal'),
  };
}
