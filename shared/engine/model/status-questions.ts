import type { EntityMapping } from '#contract/documents';
import type { ModelQuestion } from '#contract/model';
import type { Text } from '#contract/values';
import { columnOf } from '../table/table.ts';
import type { DatasetForModel } from './propose.ts';
import { isOrderStatus, ORDER_STATUSES, type OrderStatus, orderStatus, statusWord } from './status.ts';

/** A column of more words that nobody knows than this is hardly one of states. */
const MOST_WORDS = 8;
/** Answers that name no state: the order goes by its payment. */
const BY_PAYMENT = 'payment';

const TITLES: Readonly<Record<OrderStatus, Text>> = {
  pending_payment: { en: 'Waiting for payment', zh: '待付款' },
  paid: { en: 'Paid, not shipped', zh: '已付款，待发货' },
  partially_shipped: { en: 'Partly shipped', zh: '部分发货' },
  shipped: { en: 'Shipped', zh: '已发货' },
  delivered: { en: 'Delivered', zh: '已签收' },
  completed: { en: 'Completed', zh: '交易成功' },
  cancelled: { en: 'Cancelled before payment', zh: '未付款取消' },
  closed: { en: 'Closed after payment', zh: '付款后关闭' },
};

/** What the answer about a word is kept under: the words of one platform mean the same in all of its sheets. */
export const statusKey = (platform: string | null | undefined, raw: string): string => `status:${platform ?? 'other'}:${statusWord(raw)}`;

/** The state that the user said a word stands for; `null` where he has not, or said that it tells nothing. */
export function answeredStatus(answers: Readonly<Record<string, string | null>>, platform: string | null | undefined, raw: string): OrderStatus | null {
  const key = statusKey(platform, raw);
  const answer = Object.hasOwn(answers, key) ? answers[key] : null;
  return isOrderStatus(answer) ? answer : null;
}

/** Asks what the words for an order's state mean that no platform is known to use. Until then such orders go by their payment. */
export function statusQuestions(dataset: DatasetForModel, mapping: EntityMapping): ModelQuestion[] {
  const source = mapping.entity === 'orders' && Object.hasOwn(mapping.fields, 'order_status') ? mapping.fields.order_status : undefined;
  const column = typeof source === 'string' ? columnOf(dataset.table, source) : undefined;
  if (column === undefined || column.kind !== 'text') return [];
  const counts = new Uint32Array(column.dictionary.size);
  for (const code of column.codes) counts[code] = (counts[code] as number) + 1;
  const rows = new Map<string, number>();
  for (let code = 1; code < counts.length; code++) {
    const text = column.dictionary.text(code) ?? '';
    if (counts[code] === 0 || orderStatus(text, true) !== null) continue;
    rows.set(text, counts[code] as number);
    if (rows.size > MOST_WORDS) return [];
  }
  return [...rows].map(([word, count]) => ({
    id: statusKey(dataset.platform, word),
    dataset: dataset.id,
    entity: 'orders',
    field: 'order_status',
    text: { en: `What does the order state “${word}” mean? ${count} rows say it.`, zh: `订单状态“${word}”是什么意思？共 ${count} 行。` },
    options: [
      {
        value: BY_PAYMENT,
        title: { en: 'It tells nothing', zh: '不说明状态' },
        detail: { en: 'These orders are paid where they have a payment, else waiting for it.', zh: '有付款的算已付款，否则算待付款。' },
        total: null,
        source: null,
      },
      ...ORDER_STATUSES.map((status) => ({ value: status, title: TITLES[status], detail: { en: 'Remembered for this platform.', zh: '对该平台记住此含义。' }, total: null, source: null })),
    ],
    suggested: BY_PAYMENT,
  }));
}
