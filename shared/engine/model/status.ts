/** Canonical order states (domain-model.md 6). */
export const ORDER_STATUSES = ['pending_payment', 'paid', 'partially_shipped', 'shipped', 'delivered', 'completed', 'cancelled', 'closed'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** `cancelled-or-closed`: cancelled when never paid, else closed. */
type Rule = OrderStatus | 'cancelled-or-closed';

const EXACT: Readonly<Record<string, Rule>> = {
  // Taobao, Tmall
  等待买家付款: 'pending_payment',
  '买家已付款,等待卖家发货': 'paid',
  卖家部分发货: 'partially_shipped',
  '卖家已发货,等待买家确认': 'shipped',
  交易成功: 'completed',
  交易关闭: 'cancelled-or-closed',
  // JD
  等待付款: 'pending_payment',
  等待出库: 'paid',
  等待确认收货: 'shipped',
  已出库: 'shipped',
  完成: 'completed',
  已取消: 'cancelled-or-closed',
  // Pinduoduo, Douyin, Youzan, WeChat, ERP
  待支付: 'pending_payment',
  待付款: 'pending_payment',
  待发货: 'paid',
  待审核: 'paid',
  已付款待审核: 'paid',
  发货中: 'paid',
  异常: 'paid',
  部分发货: 'partially_shipped',
  备货中: 'paid',
  '已发货,待签收': 'shipped',
  已发货: 'shipped',
  待收货: 'shipped',
  已签收: 'delivered',
  已收货: 'delivered',
  已完成: 'completed',
  交易完成: 'completed',
  已关闭: 'cancelled-or-closed',
  取消: 'cancelled-or-closed',
  // Alibaba 1688, Kuaishou, Xiaohongshu: unconfirmed
  等待卖家发货: 'paid',
  等待买家确认收货: 'shipped',
  待配货: 'paid',
  // TikTok Shop, Shopee, Lazada: unconfirmed
  unpaid: 'pending_payment',
  'to ship': 'paid',
  ready_to_ship: 'paid',
  packed: 'paid',
  'to receive': 'shipped',
  returned: 'closed',
  // Shopify, WooCommerce, Amazon, Olist and plain English
  unfulfilled: 'paid',
  partial: 'partially_shipped',
  fulfilled: 'shipped',
  restocked: 'cancelled-or-closed',
  pending: 'pending_payment',
  'on-hold': 'pending_payment',
  'checkout-draft': 'pending_payment',
  processing: 'paid',
  approved: 'paid',
  invoiced: 'paid',
  created: 'pending_payment',
  unavailable: 'cancelled-or-closed',
  refunded: 'closed',
  failed: 'cancelled-or-closed',
  completed: 'completed',
  complete: 'completed',
  cancelled: 'cancelled-or-closed',
  canceled: 'cancelled-or-closed',
  closed: 'cancelled-or-closed',
  unshipped: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  paid: 'paid',
  'shipped - delivered to buyer': 'delivered',
  'shipped - returned to seller': 'closed',
  'shipped - returning to seller': 'closed',
  'shipped - rejected by buyer': 'closed',
  'shipped - picked up': 'shipped',
  'shipped - out for delivery': 'shipped',
};

/** Whose 已取消 is cancelled even where a payment is known (domain-model.md 6). */
const CANCELS = new Set(['jd', 'pdd', 'erp']);

export const isOrderStatus = (text: string | null | undefined): text is OrderStatus => ORDER_STATUSES.includes(text as OrderStatus);

/** A word for a state as it is compared. */
export const statusWord = (raw: string): string => raw.normalize('NFKC').trim().toLowerCase();

/**
 * The canonical state of an order.
 *
 * @param raw the platform's word; missing counts as paid or pending by `paid`
 * @param from the platform, or `erp`: some call cancelled what others would call closed
 * @returns `null` for a word nobody has told us: the caller lists it and goes by the payment
 */
export function orderStatus(raw: string | null, paid: boolean, from: string | null = null): OrderStatus | null {
  if (raw === null || raw.trim() === '') return paid ? 'paid' : 'pending_payment';
  const word = statusWord(raw);
  if (isDeleted(raw)) return 'cancelled';
  const bare = word.replace(/^\(锁定\)/, '');
  if (/^(已)?取消$/.test(bare) && CANCELS.has(from ?? '')) return 'cancelled';
  const rule = Object.hasOwn(EXACT, bare) ? EXACT[bare] : bare.includes('退款成功') ? 'closed' : undefined;
  if (rule === undefined) return null;
  return rule === 'cancelled-or-closed' ? (paid ? 'closed' : 'cancelled') : rule;
}

/** Whether an ERP's state says that the order lives on in others: merged into one, or split into several. */
export function isReplaced(raw: string | null): boolean {
  return raw !== null && /^被(合并|拆分)/.test(raw.trim());
}

/** Whether JD deleted an order, whatever its state was. */
export const isDeleted = (raw: string | null): boolean => raw !== null && /^\(删除\)/.test(statusWord(raw));

/** Whether an ERP's order sends goods once more, for an order that was paid before. */
export function isReshipment(orderType: string | null): boolean {
  return orderType !== null && /补发|补寄|换货/.test(orderType);
}

/** The number of the order that this one was split from: the cell is one, or a note that says so (`由订单 1234567890 拆分`). */
export function splitFrom(text: string): string | null {
  const note = text.trim();
  if (/^[#\w-]+([,，;；\s]+[#\w-]+)*$/.test(note)) return note;
  return /(?:拆|原单|原订单|父订单|父单)/.test(note) ? (/(?<!\d)\d{9,20}(?!\d)/.exec(note)?.[0] ?? null) : null;
}

/** Whether an order in this state, of which no payment is known, has not been paid. */
export function isUnpaidState(status: OrderStatus | null): boolean {
  return status === 'pending_payment' || status === 'cancelled';
}

/** Whether an after-sales cell of an order sheet says that there is no case. */
export function saysNoCase(raw: string | null): boolean {
  return raw === null || /^(-|--|—|无|none|无售后.*|未售后|(没有|未|无)(申请)?退款(申请)?|售后关闭|售后取消|否|no)?$/i.test(raw.normalize('NFKC').trim());
}

/** Whether a row of an order sheet, which only states what was refunded, states nothing: no amount, and a state that says so. */
export const statesNoCase = (amount: number | undefined, state: string | null): boolean => !((amount ?? 0) > 0) && saysNoCase(state);

/** Whether a cell, or one of the tags in it, marks a test order or a brushing order. */
export function saysFlag(flag: 'is_test' | 'is_fake', raw: string | null): boolean {
  return (raw ?? '').split(/[,，;；|]/).some((tag) => {
    const word = tag.normalize('NFKC').trim().toLowerCase();
    return /^(1|true|yes|y|是)$/.test(word) || (flag === 'is_test' ? /^test([ _-]order)?$|^测试(单|订单)?$/ : /^(刷单|补单|fake|brushing)$/).test(word);
  });
}

const UNPAID_WORDS = new Set(['unpaid', 'pending', 'voided', 'authorized', '未付款', '未支付']);

/** Whether a platform's own payment word says that no money came in. */
export function saysUnpaid(raw: string | null): boolean {
  return raw !== null && UNPAID_WORDS.has(raw.trim().toLowerCase());
}

/** Canonical states of after-sales cases, the most careful one first. */
export const RETURN_STATUSES = ['open', 'success', 'rejected', 'cancelled'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** Whether money of an after-sales case in this state went back, or may still. */
export const isLive = (status: string | null): boolean => status === 'open' || status === 'success';

export const isReturnStatus = (text: string | null | undefined): text is ReturnStatus => RETURN_STATUSES.includes(text as ReturnStatus);

/** Canonical state of an after-sales case; `null` for a word nobody has told us. A sheet without states holds what was done. */
export function knownReturnStatus(raw: string | null): ReturnStatus | null {
  if (raw === null || saysNoCase(raw)) return raw === null ? 'success' : 'cancelled';
  const word = statusWord(raw);
  if (/退款成功|退款完成|已退款|已全额退款|售后完成|success|refunded|completed|returned|reimbursed|^yes$|^是$/.test(word)) return 'success';
  if (/拒绝|reject|declin/.test(word)) return 'rejected';
  if (/关闭|取消|撤销|cancel|closed/.test(word)) return 'cancelled';
  if (/等待|待|处理|进行|申请|审核|协商|同意|退款中|退货中|pending|open|wait|request|approved|authori|progress|received|processing/.test(word)) return 'open';
  return null;
}

/** Canonical kind of an after-sales case; `null` for a repair, after which the buyer has the goods again. A sheet without kinds holds what came back. */
export function returnKind(raw: string | null): 'refund_only' | 'return_refund' | 'exchange' | 'reship' | null {
  const word = (raw ?? '').normalize('NFKC').trim().toLowerCase();
  if (/维修|保修|repair/.test(word)) return null;
  if (/换货|exchange/.test(word)) return 'exchange';
  if (/补寄|补发|reship|replacement/.test(word)) return 'reship';
  if (/仅退|退款不退货|未发货|发货前|价保|保价|价格保护|差价|补差|退运费|赔付|补偿|refund.?only|price.?(match|protection)|不需要|无需|^否$|^no$/.test(word)) return 'refund_only';
  return 'return_refund';
}
