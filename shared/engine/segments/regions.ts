import type { Text } from '#contract/values';

/** A named part of the grid of recency and frequency. */
export interface Region {
  readonly id: string;
  readonly title: Text;
  readonly advice: Text;
}

export const REGIONS: readonly Region[] = [
  {
    id: 'champions',
    title: { en: 'Champions', zh: '核心客户' },
    advice: { en: 'Order often and just now: give them first access and ask for reviews, no discount needed', zh: '近期多次购买：优先体验新品、邀请评价，无需折扣' },
  },
  {
    id: 'loyal',
    title: { en: 'Loyal', zh: '忠诚客户' },
    advice: { en: 'Order often: offer more of what they like and a reason to come back soon', zh: '经常购买：推荐相关商品，给出近期回购理由' },
  },
  {
    id: 'promising',
    title: { en: 'Promising', zh: '潜力客户' },
    advice: { en: 'Two or three orders, the last one recent: lead them to the next one', zh: '买过两三次且近期有购买：引导下一次购买' },
  },
  {
    id: 'new',
    title: { en: 'New', zh: '新客户' },
    advice: { en: 'One recent order: make the second one easy within the first weeks', zh: '近期首购：在最初几周内促成第二单' },
  },
  {
    id: 'cooling',
    title: { en: 'Cooling', zh: '转冷客户' },
    advice: { en: 'Up to three orders and some time ago: remind them before they are gone', zh: '买过一至三次，已有一段时间未购买：及时提醒' },
  },
  {
    id: 'at-risk',
    title: { en: 'At risk', zh: '流失风险' },
    advice: { en: 'Bought three or four times and have gone quiet: find out why and win them back', zh: '买过三四次但已沉寂：了解原因并挽回' },
  },
  {
    id: 'cant-lose',
    title: { en: 'Can’t lose', zh: '重点挽回' },
    advice: { en: 'Were among the best and have gone quiet: speak to them in person', zh: '曾是最好的客户但已沉寂：由专人联系' },
  },
  {
    id: 'dormant',
    title: { en: 'Dormant', zh: '沉睡客户' },
    advice: { en: 'One or two orders, long ago: include them in big campaigns only', zh: '一两单且久未购买：仅在大促时触达' },
  },
  {
    id: 'lost',
    title: { en: 'Lost', zh: '已流失' },
    advice: { en: 'One or two orders, longest ago: spend nothing on them', zh: '一两单且最久未购买：不再投入' },
  },
];

/**
 * The region of every cell, row by row from five orders and more down to one; in a row the longest silence stands first (R 1 to 5).
 * This table is the definition: nothing else decides a region.
 */
const GRID: readonly (readonly string[])[] = [
  ['cant-lose', 'cant-lose', 'loyal', 'loyal', 'champions'],
  ['at-risk', 'at-risk', 'loyal', 'loyal', 'champions'],
  ['at-risk', 'at-risk', 'cooling', 'promising', 'promising'],
  ['lost', 'dormant', 'cooling', 'promising', 'promising'],
  ['lost', 'dormant', 'cooling', 'new', 'new'],
];

/**
 * The region of a cell.
 *
 * @param r recency class, 1 (longest ago) to 5 (most recent)
 * @param f frequency class, 1 (one order) to 5 (five and more)
 */
export function regionOf(r: number, f: number): string {
  return GRID[5 - f]?.[r - 1] as string;
}
