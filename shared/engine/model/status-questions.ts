import type { EntityMapping } from '#contract/documents';
import type { ModelQuestion } from '#contract/model';
import type { Text } from '#contract/values';
import { columnOf } from '../table/table.ts';
import type { DatasetForModel } from './propose.ts';
import { isOrderStatus, isReplaced, isReturnStatus, knownReturnStatus, ORDER_STATUSES, type OrderStatus, orderStatus, RETURN_STATUSES, type ReturnStatus, statusWord } from './status.ts';

type Answers = Readonly<Record<string, string | null>>;

/** A column of more words that nobody knows than this is hardly one of states. */
const MOST_WORDS = 8;

const ORDER_TITLES: Readonly<Record<OrderStatus, Text>> = {
  pending_payment: { en: 'Waiting for payment', zh: '待付款' },
  paid: { en: 'Paid, not shipped', zh: '已付款，待发货' },
  partially_shipped: { en: 'Partly shipped', zh: '部分发货' },
  shipped: { en: 'Shipped', zh: '已发货' },
  delivered: { en: 'Delivered', zh: '已签收' },
  completed: { en: 'Completed', zh: '交易成功' },
  cancelled: { en: 'Cancelled before payment', zh: '未付款取消' },
  closed: { en: 'Closed after payment', zh: '付款后关闭' },
};

const RETURN_TITLES: Readonly<Record<ReturnStatus, Text>> = {
  open: { en: 'Not decided yet', zh: '处理中' },
  success: { en: 'Refunded', zh: '退款成功' },
  rejected: { en: 'Rejected by the seller', zh: '卖家拒绝' },
  cancelled: { en: 'Withdrawn', zh: '已撤销' },
};

/** One kind of state: where its words stand, which are known, and what the others may mean. */
interface Vocabulary {
  readonly entity: string;
  readonly field: string;
  readonly isKnown: (word: string, mapping: EntityMapping) => boolean;
  readonly ask: (word: string, rows: number) => Text;
  readonly options: readonly { readonly value: string; readonly title: Text; readonly detail: Text }[];
}

const remembered = (titles: Readonly<Record<string, Text>>, values: readonly string[]) =>
  values.map((value) => ({ value, title: titles[value] as Text, detail: { en: 'Remembered for this platform.', zh: '对该平台记住此含义。' } }));

const VOCABULARIES: readonly Vocabulary[] = [
  {
    entity: 'orders',
    field: 'order_status',
    // What an ERP merged or split is left out: those words are known in its sheets only.
    isKnown: (word, { role }) => orderStatus(word, true) !== null || (role === 'erp' && isReplaced(word)),
    ask: (word, rows) => ({ en: `What does the order state “${word}” mean? ${rows} rows say it.`, zh: `订单状态“${word}”是什么意思？共 ${rows} 行。` }),
    options: [
      {
        value: 'payment',
        title: { en: 'It tells nothing', zh: '不说明状态' },
        detail: { en: 'These orders are paid where they have a payment, else waiting for it.', zh: '有付款的算已付款，否则算待付款。' },
      },
      ...remembered(ORDER_TITLES, ORDER_STATUSES),
    ],
  },
  {
    entity: 'returns',
    field: 'status',
    isKnown: (word) => knownReturnStatus(word) !== null,
    ask: (word, rows) => ({ en: `What does the after-sales state “${word}” mean? ${rows} rows say it.`, zh: `售后状态“${word}”是什么意思？共 ${rows} 行。` }),
    options: remembered(RETURN_TITLES, RETURN_STATUSES),
  },
];

/** What the answer about a word is kept under: the words of one platform mean the same in all of its sheets. */
const keyOf = (entity: string, platform: string | null | undefined, raw: string): string => `status:${platform ?? 'other'}:${entity === 'orders' ? '' : `${entity}:`}${statusWord(raw)}`;

function answered(answers: Answers, entity: string, platform: string | null | undefined, raw: string): string | null {
  const key = keyOf(entity, platform, raw);
  return Object.hasOwn(answers, key) ? (answers[key] ?? null) : null;
}

/** The state of an order that the user said a word stands for; `null` where he has not, or said that it tells nothing. */
export function answeredStatus(answers: Answers, platform: string | null | undefined, raw: string): OrderStatus | null {
  const answer = answered(answers, 'orders', platform, raw);
  return isOrderStatus(answer) ? answer : null;
}

/** The state of an after-sales case that the user said a word stands for. */
export function answeredReturnStatus(answers: Answers, platform: string | null | undefined, raw: string | null): ReturnStatus | null {
  const answer = raw === null ? null : answered(answers, 'returns', platform, raw);
  return isReturnStatus(answer) ? answer : null;
}

/**
 * Asks what the words for states mean that no platform is known to use. Until then orders go by their payment, and after-sales cases count
 * as not decided.
 */
export function statusQuestions(dataset: DatasetForModel, mapping: EntityMapping): ModelQuestion[] {
  return VOCABULARIES.filter(({ entity }) => entity === mapping.entity).flatMap(({ entity, field, isKnown, ask, options }) =>
    unknownWords(dataset, mapping, field, isKnown).map(([word, rows]) => ({
      id: keyOf(entity, dataset.platform, word),
      dataset: dataset.id,
      entity,
      field,
      text: ask(word, rows),
      options: options.map((option) => ({ ...option, total: null, source: null })),
      suggested: options[0]?.value ?? null,
    })),
  );
}

function unknownWords({ table }: DatasetForModel, mapping: EntityMapping, field: string, isKnown: Vocabulary['isKnown']): [string, number][] {
  const { fields } = mapping;
  const source = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const column = typeof source === 'string' ? columnOf(table, source) : undefined;
  if (column === undefined || column.kind !== 'text') return [];
  const counts = new Uint32Array(column.dictionary.size);
  for (const code of column.codes) counts[code] = (counts[code] as number) + 1;
  const rows: [string, number][] = [];
  for (let code = 1; code < counts.length; code++) {
    const text = column.dictionary.text(code) ?? '';
    if (counts[code] === 0 || isKnown(text, mapping)) continue;
    rows.push([text, counts[code] as number]);
    if (rows.length > MOST_WORDS) return [];
  }
  return rows;
}
