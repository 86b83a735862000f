import type { FieldMatch, ModelQuestion } from '#contract/model';
import type { Text } from '#contract/values';
import { type Column, columnOf } from '../table/table.ts';
import type { DatasetForModel } from './propose.ts';

const AMOUNT_FIELDS: Readonly<Record<string, string>> = { orders: 'paid_amount', order_lines: 'line_amount' };

const SURE = 0.8;

/**
 * Asks which amount is the money received, when the names leave it open: several money columns and no certain match.
 *
 * @returns `open` is false once it was answered; `matches` are those with the answer in place
 */
export function amountQuestion(
  dataset: DatasetForModel,
  entity: string,
  matches: readonly FieldMatch[],
  answers: Readonly<Record<string, string | null>>,
): { question: ModelQuestion; open: boolean; matches: FieldMatch[] } | null {
  const field = AMOUNT_FIELDS[entity];
  if (field === undefined) return null;
  const match = matches.find((candidate) => candidate.field === field);
  if (match === undefined || match.confidence >= SURE || typeof match.source !== 'string') return null;
  const amounts = dataset.table.columns.filter((column): column is Extract<Column, { kind: 'number' }> => column.kind === 'number' && (column.type === 'money' || column.type === 'number'));
  if (amounts.length < 2) return null;
  const id = `${dataset.id}:${entity}:${field}`;
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const question: ModelQuestion = {
    id,
    dataset: dataset.id,
    entity,
    field,
    text: { en: 'Which amount is the money you received?', zh: '哪一列是实际收到的钱？' },
    options: amounts.slice(0, 4).map((column) => ({ value: column.name, title: column.name, detail: detailOf(column, dataset), total: totalOf(column), source: column.name })),
    suggested: match.source,
  };
  const chosen = answer === undefined || answer === null ? match : { ...match, source: answer, confidence: 1, reason: { en: 'Your answer', zh: '您的回答' } };
  const others = matches.filter((candidate) => candidate.field !== field && candidate.source !== chosen.source);
  return { question, open: answer === undefined, matches: columnOf(dataset.table, String(chosen.source)) === undefined ? [...matches] : [...others, chosen] };
}

function detailOf(column: Extract<Column, { kind: 'number' }>, dataset: DatasetForModel): Text {
  const filled = column.values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const negative = column.values.reduce((count, value) => count + (value < 0 ? 1 : 0), 0);
  return {
    en: `${filled} of ${dataset.table.rows} rows hold an amount${negative > 0 ? `, ${negative} below zero` : ''}.`,
    zh: `${dataset.table.rows} 行中有 ${filled} 行有金额${negative > 0 ? `，其中 ${negative} 行为负` : ''}。`,
  };
}

function totalOf(column: Extract<Column, { kind: 'number' }>): string {
  const scale = column.type === 'money' ? 10_000 : 1;
  const sum = column.values.reduce((total, value) => (Number.isNaN(value) ? total : total + value), 0);
  return (sum / scale).toFixed(2);
}
