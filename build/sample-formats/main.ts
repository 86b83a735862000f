import fs from 'node:fs';
import path from 'node:path';
import type { ModelSettingsChange } from '#contract/model';
import { dayOf } from '../sample-shop/text.ts';
import type { WrittenFile } from '../sample-shop/writers/written-file.ts';
import { makeOrderFiles, RATES } from './make-orders.ts';
import { makeReports } from './make-reports.ts';
import type { ReportFile } from './reports.ts';
import { FIRST_DAY, makeOrders, MISSING_DAY } from './shop.ts';
import { atRate, type PlatformTruth, sumByPlatform, sumOfTruths, truthOf } from './truth.ts';
import { accessLog, iisLog, jsonLog } from './writers/access-log.ts';
import { amazonFbaReturns } from './writers/amazon-fba-returns.ts';
import { amazonOrderReport } from './writers/amazon-order-report.ts';
import { amazonOrders } from './writers/amazon-orders.ts';
import { amazonReturns } from './writers/amazon-returns.ts';
import { douyinOrders } from './writers/douyin-orders.ts';
import { douyinReturns } from './writers/douyin-returns.ts';
import { ebayOrders } from './writers/ebay-orders.ts';
import { jushuitanOrders } from './writers/jushuitan-orders.ts';
import { jushuitanReturns } from './writers/jushuitan-returns.ts';
import { REFUSED_ROW, REFUSED_TEXT } from './writers/jd-jingzhuntong.ts';
import { mergedSummary, type SummaryFile } from './writers/merged-summary.ts';
import { PDD_HEADER, pddOrders } from './writers/pdd-orders.ts';
import { BROKEN_LINE } from './writers/taobao-affiliates.ts';
import { wangdiantongOrders } from './writers/wangdiantong-orders.ts';
import { wechatShopOrders } from './writers/wechat-shop-orders.ts';
import { woocommerceOrders } from './writers/woocommerce-orders.ts';
import { youzanItems } from './writers/youzan-items.ts';
import { youzanOrders } from './writers/youzan-orders.ts';

/** The two exports of Pinduoduo: the second week repeats the last days of the first. */
export interface OverlapTruth {
  readonly file: string;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly renamed: { readonly from: string; readonly to: string };
}

export interface FormatsTruth {
  /** What the shop's owner sets once, before the first import: no export says in which currency he wants his reports. */
  readonly settings: ModelSettingsChange;
  readonly platforms: Readonly<Record<string, PlatformTruth>>;
  /** File → template of each of its tables. */
  readonly templates: Readonly<Record<string, readonly string[]>>;
  /** Sheets that make no orders. */
  readonly reports: readonly (Omit<ReportFile, 'file'> & { readonly file: string })[];
  readonly overlap: OverlapTruth;
  /** A day that no sheet has. */
  readonly missingDay: string;
  /** The sheet made by hand, which is no platform's. */
  readonly summary: Omit<SummaryFile, 'file'>;
  /** Lines of each web server's log. */
  readonly requests: number;
  /** Order, sub-order and product code of every row of 抖店's orders, as they were before they were wrapped. */
  readonly ids: readonly (readonly string[])[];
  /** Rows of after-sales whose order number Excel destroyed. */
  readonly destroyedIds: number;
  /** Rows of orders that JD split: their parts have rows of their own. */
  readonly splitRows: number;
  /** Cells that their types refuse. */
  readonly refused: readonly { readonly file: string; readonly row: number; readonly column: string; readonly text: string }[];
  /** Lines that are no rows of their table, as they stand in their files. */
  readonly setAside: readonly string[];
}

const DESTROYED = 2;
const REQUESTS = 300;
/** What the second sheet of Pinduoduo calls a column of the first. */
const RENAMED = { from: '订单成交时间', to: '拼单成功时间' };
const dated = (placed: number) => dayOf(placed).slice(2).replaceAll('-', '');
const digits = (n: number, length: number) => String((n * 7_919_777) % 10 ** length).padStart(length, '0');

/** Two weeks of orders, each platform in its own format, with the truth about them; the same on every run. */
export function makeSampleFormats(): { files: WrittenFile[]; truth: FormatsTruth } {
  const pdd = makeOrders({ seed: 11, count: 60, lines: 1, subsidy: true, shipping: true, wholeRefunds: true, id: (n, placed) => `${dated(placed)}-${digits(n + 1, 15)}` });
  const douyin = makeOrders({ seed: 12, count: 50, id: (n) => `69${digits(n + 1, 17)}` });
  const youzan = makeOrders({ seed: 13, count: 40, shipping: true, id: (n, placed) => `E20${dated(placed)}${digits(n + 1, 14)}` });
  const wechat = makeOrders({ seed: 14, count: 40, shipping: true, id: (n) => `37${digits(n + 1, 17)}` });
  const woo = makeOrders({ seed: 15, count: 30, id: (n) => String(2001 + n) });
  const amazon = makeOrders({ seed: 16, count: 40, id: (n) => `${digits(n + 1, 3)}-${digits(n + 2, 7)}-${digits(n + 3, 7)}` });
  const ebay = makeOrders({ seed: 17, count: 30, id: (n) => `${digits(n + 1, 2)}-${digits(n + 2, 5)}-${digits(n + 3, 5)}` });
  // Orders that the seller ships himself; their report has none that is not paid.
  const shipped = makeOrders({ seed: 19, count: 30, id: (n) => `${digits(n + 501, 3)}-${digits(n + 502, 7)}-${digits(n + 503, 7)}` }).filter(({ paid }) => paid !== null);
  // Of these only the ERP has a sheet.
  const xiaohongshu = makeOrders({ seed: 18, count: 40, id: (n) => `P7${digits(n + 1, 16)}` });

  const isBefore = (day: number) => (order: { placed: number }) => order.placed < (FIRST_DAY + day) * 86_400;
  const firstWeek = pdd.filter(isBefore(8));
  const secondWeek = pdd.filter((order) => !isBefore(5)(order));
  const again = secondWeek.filter(isBefore(8));
  // Parcels of the days before the sixth had arrived when the first sheet was exported, all by the second.
  const changed = again.filter((order) => order.paid !== null && !isBefore(6)(order));
  const moved = ['订单号', '商品', ...PDD_HEADER.slice(2).reverse()].map((name) => (name === RENAMED.to ? RENAMED.from : name));

  const templates: [WrittenFile, string][] = [
    [pddOrders('orders_export2025-06-09-10-12-33.csv', firstWeek, isBefore(6)), 'pdd-orders'],
    [pddOrders('orders_export2025-06-15-09-01-02.csv', secondWeek, () => true, moved), 'pdd-orders'],
    [douyinOrders('1749974400000_a81f.csv', douyin), 'douyin-orders'],
    [douyinReturns('1749974455000_b22c.csv', douyin, DESTROYED), 'douyin-returns'],
    [youzanOrders('导出_20250615.csv', youzan), 'youzan-orders'],
    [youzanItems('导出_20250615_2.csv', youzan), 'youzan-items'],
    [wechatShopOrders('新建 Microsoft Excel 工作表.xlsx', wechat), 'wechat-shop-orders'],
    [jushuitanOrders('20250615101010.csv', douyin, '抖音', 500_100, (sku) => sku.slice(3)), 'jushuitan-orders'],
    [jushuitanOrders('20250615101055.csv', xiaohongshu, '小红书', 500_300, (sku) => sku), 'jushuitan-orders'],
    [jushuitanReturns('20250615101122.csv', xiaohongshu, 500_300), 'jushuitan-returns'],
    [wangdiantongOrders('export(3).xlsx', pdd), 'wangdiantong-orders'],
    [woocommerceOrders('orders-report.csv', woo), 'woocommerce-orders'],
    [amazonOrders(amazon), 'amazon-orders'],
    [amazonFbaReturns(amazon), 'amazon-fba-returns'],
    [amazonOrderReport('50031020250.txt', shipped), 'amazon-order-report'],
    [amazonReturns('50032020250.txt', shipped), 'amazon-returns'],
    [ebayOrders('eBay-OrdersReport-Jun-15-2025.csv', ebay), 'ebay-orders'],
  ];
  const reports = makeReports();
  const more = makeOrderFiles();
  const tables = [...templates, ...more.tables, ...reports.map(({ file, template }): [WrittenFile, string] => [file, template])];
  const files = [...new Set(tables.map(([file]) => file))];
  const copy = { ...(files[0] as WrittenFile), name: 'orders_export2025-06-09-10-12-33 (1).csv' };
  const { file: summary, ...summaryTruth } = mergedSummary();
  const nothing = () => 0;
  return {
    files: [...files, copy, summary, accessLog(REQUESTS), iisLog(REQUESTS), jsonLog(REQUESTS)],
    truth: {
      settings: { currency: 'CNY', rates: Object.entries(RATES).map(([currency, rate]) => ({ date: dayOf(FIRST_DAY * 86_400), currency, rate })) },
      platforms: sumByPlatform(more.platforms, {
        pdd: truthOf(pdd, ({ refund, goods, shipping }) => (refund > 0 ? goods + shipping : 0)),
        douyin: truthOf(douyin),
        youzan: truthOf(youzan),
        wechat_shop: truthOf(wechat),
        woocommerce: truthOf(woo, nothing),
        // What FBA refunded no sheet of orders or returns says.
        amazon: sumOfTruths(truthOf(amazon, nothing), truthOf(shipped)),
        ebay: atRate(truthOf(ebay, nothing), RATES.USD),
        xiaohongshu: truthOf(xiaohongshu),
      }),
      templates: Object.fromEntries(files.map((file) => [file.name, tables.filter(([candidate]) => candidate === file).map(([, template]) => template)])),
      reports: reports.map(({ file, ...report }) => ({ file: file.name, ...report })),
      overlap: { file: 'orders_export2025-06-15-09-01-02.csv', new: secondWeek.length - again.length, changed: changed.length, unchanged: again.length - changed.length, renamed: RENAMED },
      missingDay: dayOf(MISSING_DAY * 86_400),
      summary: summaryTruth,
      requests: REQUESTS,
      ids: douyin.flatMap((order) => order.lines.map((line) => [order.id, line.id, line.product.sku.slice(3)])),
      destroyedIds: DESTROYED,
      splitRows: more.splitRows,
      refused: [{ file: '跟单效果_20250615.csv', row: REFUSED_ROW, column: '下单新客数', text: REFUSED_TEXT }],
      setAside: [BROKEN_LINE],
    },
  };
}

/** Writes the files into a folder, and says what an import of it has to find. */
export function writeSampleFormats(folder: string): FormatsTruth {
  fs.mkdirSync(folder, { recursive: true });
  const { files, truth } = makeSampleFormats();
  for (const { name, bytes } of files) fs.writeFileSync(path.join(folder, name), bytes);
  return truth;
}
