import { dayOf } from '../sample-shop/text.ts';
import type { WrittenFile } from '../sample-shop/writers/written-file.ts';
import { FIRST_DAY, type FormatOrder, makeOrders } from './shop.ts';
import { atRate, type PlatformTruth, sumOfTruths, truthOf } from './truth.ts';
import { amazonOrders } from './writers/amazon-orders.ts';
import { brushingOrders } from './writers/brushing-orders.ts';
import { douyinOrdersPlain } from './writers/douyin-orders-plain.ts';
import { ebayOrdersOld } from './writers/ebay-orders-old.ts';
import { jdOrders, jdParts } from './writers/jd-orders.ts';
import { pddOrdersPlain } from './writers/pdd-orders-plain.ts';
import { shopifyOrderTotals } from './writers/shopify-order-totals.ts';
import { taobaoItems, taobaoItemsMain } from './writers/taobao-items.ts';
import { taobaoOrders } from './writers/taobao-orders.ts';
import { taobaoRefunds } from './writers/taobao-refunds.ts';
import { tmallOrderReport } from './writers/tmall-order-report.ts';

/** Rates of the sample's workspace, whole or one over twenty so that nothing is rounded. */
export const RATES = { USD: 7, JPY: 0.05 } as const;
/** Yen have no decimals: the sample writes a fen as a yen, which is a hundred times as many. */
const YEN = RATES.JPY * 100;
const MOST_SPLIT = 2;
const BRUSHED = 3;

const nothing = () => 0;
const digits = (n: number, length: number) => String((n * 7_919_777) % 10 ** length).padStart(length, '0');

/** Files that make orders, with the template of each and what their platforms add up to. */
export interface OrderFiles {
  readonly tables: readonly (readonly [WrittenFile, string])[];
  readonly platforms: Readonly<Record<string, PlatformTruth>>;
  readonly splitRows: number;
}

/** Orders in the layouts of Taobao, JD, Shopify without lines, old eBay and Amazon in Japan; the same on every run. */
export function makeOrderFiles(): OrderFiles {
  const taobao = makeOrders({ seed: 21, count: 40, shipping: true, id: (n) => `26${digits(n + 1, 17)}` });
  const short = makeOrders({ seed: 22, count: 30, id: (n) => String(n + 1) });
  const shopify = makeOrders({ seed: 23, count: 30, shipping: true, id: (n) => `#${3001 + n}` }).filter(({ paid }) => paid !== null);
  const jd = makeOrders({ seed: 24, count: 40, shipping: true, id: (n) => `27${digits(n + 1, 10)}` });
  const ebay = makeOrders({ seed: 25, count: 25, id: (n) => `19${digits(n + 1, 10)}` });
  const japan = makeOrders({ seed: 26, count: 25, id: (n) => `${digits(n + 701, 3)}-${digits(n + 702, 7)}-${digits(n + 703, 7)}` });

  const pdd = makeOrders({ seed: 27, count: 30, lines: 1, subsidy: true, wholeRefunds: true, id: (n, placed) => `${dayOf(placed).slice(2).replaceAll('-', '')}-${digits(n + 901, 15)}` });
  const douyin = makeOrders({ seed: 28, count: 30, id: (n) => `69${digits(n + 901, 17)}` });

  // Orders of the first days are in the file of what is older than three months; the day between the two is in both.
  const isBefore = (day: number) => (order: FormatOrder) => order.placed < (FIRST_DAY + day) * 86_400;
  const archived = taobao.filter(isBefore(4));
  const recent = taobao.filter((order) => !isBefore(3)(order));
  const brushed = taobao.filter(({ paid, refund }) => paid !== null && refund === 0).slice(-BRUSHED);
  const split = new Set(jd.filter(({ paid, lines, refund }) => paid !== null && lines.length > 1 && refund === 0).slice(0, MOST_SPLIT));

  const sold = taobao.filter((order) => !brushed.includes(order));
  return {
    tables: [
      [taobaoOrders('ExportOrderList202506150931.csv', recent), 'taobao-orders'],
      [taobaoOrders('ExportOrderList三个月前订单.csv', archived), 'taobao-orders'],
      [taobaoItems('ExportOrderDetailList202506150932.csv', taobao), 'taobao-items'],
      [taobaoRefunds('退款列表20250615.csv', taobao), 'taobao-refunds'],
      [tmallOrderReport('report.csv', short), 'tmall-order-report'],
      [taobaoItemsMain('report_items.csv', short), 'taobao-items-main'],
      [brushingOrders('6月补单.xlsx', brushed), 'brushing-orders'],
      [shopifyOrderTotals('orders_export_geo.csv', shopify), 'shopify-order-totals'],
      [jdOrders('商家订单导出.csv', jd, split), 'jd-orders'],
      [ebayOrdersOld('SalesHistory.csv', ebay), 'ebay-orders-old'],
      [amazonOrders(japan, 'jp'), 'amazon-orders'],
      [pddOrdersPlain('订单.csv', pdd), 'pdd-orders-plain'],
      [douyinOrdersPlain('1749974499000_9f.csv', douyin), 'douyin-orders-plain'],
    ],
    platforms: {
      tmall: sumOfTruths(truthOf(sold), truthOf(short)),
      shopify: { ...truthOf(shopify, nothing), units: 0 },
      jd: truthOf(
        jd.flatMap((order) => (split.has(order) ? jdParts(order) : [order])),
        nothing,
      ),
      ebay: atRate(truthOf(ebay, nothing), RATES.USD),
      amazon: atRate(truthOf(japan, nothing), YEN),
      pdd: truthOf(pdd, ({ refund, goods }) => (refund > 0 ? goods : 0)),
      douyin: truthOf(douyin, nothing),
    },
    splitRows: [...split].reduce((sum, { lines }) => sum + lines.length, 0),
  };
}
