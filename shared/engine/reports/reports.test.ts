import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Lang } from '#contract/values';
import { toSvg } from '../charts/index.ts';
import { catalogueInfo, prepareCache, queryMetrics, recount, salesDrivers, valueTitle } from '../metrics/index.ts';
import { rfm } from '../segments/index.ts';
import { goldenShop } from '../testing/golden-shop.ts';
import { escapeHtml, html, trusted } from './html.ts';
import { neutralised, type ReportContext, renderReport, REPORTS, workbookBytes } from './index.ts';

const HOSTILE = '</style><script>alert("1")</script>';

function context(lang: Lang, period: { from: string; to: string }, withBuyers = true): ReportContext {
  const tables = goldenShop();
  const cache = prepareCache(tables);
  const shared = { currency: 'CNY', notes: [{ en: 'A note', zh: '一条说明' }] };
  return {
    lang,
    period,
    currency: 'CNY',
    shop: HOSTILE,
    madeAt: '2025-07-01 14:02',
    catalogue: catalogueInfo(cache),
    notes: shared.notes,
    sources: [{ file: `${HOSTILE}.csv`, rows: 1234, importedAt: '2025-07-01 14:00:00', sha256: 'ab'.repeat(32) }],
    query: (request) => queryMetrics(cache, { ...request, ...period }, shared),
    drivers: () => salesDrivers(cache, { ...period, compare: 'previous' }, shared),
    rfm: () => (withBuyers ? rfm(tables.get('orders') as Parameters<typeof rfm>[0], { to: period.to }, shared) : null),
    recount: (metric, of, filters) => recount(cache, metric, of, filters),
    draw: toSvg,
    valueTitle,
  };
}

const MONTHLY = REPORTS[0] as (typeof REPORTS)[number];
const JANUARY = { from: '2025-01-01', to: '2025-01-31' };
const render = (lang: Lang, period = JANUARY, withBuyers = true) => renderReport(MONTHLY, context(lang, period, withBuyers), [{ family: 'Inter', weight: 400, base64: 'AAAA' }]);
/** The words of a page. */
const wordsOf = (page: string) =>
  page
    .slice(page.indexOf('<body>'))
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the monthly report', () => {
  it('is whole in English', async () => {
    const { reply } = await render('en');
    expect(reply.title).toBe('Monthly report, January 2025');
    expect(reply.blocks.map((block) => block.id)).toEqual(['headline', 'tiles', 'daily-chart', 'drivers', 'breakdown-table', 'rfm-table', 'definitions', 'sources']);
    const words = wordsOf(reply.html);
    expect(words).toContain('Sales came to ¥460.00 over 6 paid orders. That is 187.5% more than the period before');
    expect(words).toContain('Tmall ¥300.00 65.2%');
    expect(words).toContain('All ¥460.00 100.0% ▲ 187.5%');
    expect(words).toContain('2025-01-01 to 2025-01-31, against 2024-12-01 to 2024-12-31');
    expect(reply.html).toContain('counter(page) " of " counter(pages)');
  });

  it('is whole in Chinese', async () => {
    const { reply } = await render('zh');
    expect(reply.title).toBe('2025 年 1 月经营月报');
    const words = wordsOf(reply.html);
    expect(words).toContain('本期销售额 ¥460.00 ，共 6 笔付款订单。较上期增长 187.5%');
    expect(words).toContain('对比 2024-12-01 至 2024-12-31');
    expect(reply.html).toContain('<html lang="zh-CN">');
  });

  it('says in words what it cannot show', async () => {
    const first = await render('en', { from: '2024-12-01', to: '2024-12-31' }, false);
    const words = wordsOf(first.reply.html);
    expect(words).toContain('There is not enough history to compare with.');
    expect(words).toContain('Not enough history to compare');
    expect(words).toContain('No buyer is named in the data');
    expect(first.reply.warnings.map((warning) => warning.en)).toContain('Not enough history to compare');
  });

  it('lets no text of data become markup, and points nowhere outside', async () => {
    const { reply } = await render('en');
    expect(reply.html).not.toMatch(/<script/i);
    expect(reply.html).toContain('&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    // The shop's name also stands in the page margin, inside the style: nothing there may close it.
    expect(reply.html.match(/<\/style>/g)).toHaveLength(1);
    expect(reply.html.replace(/http:\/\/www\.w3\.org\/[^"]*/g, '')).not.toMatch(/https?:\/\//);
    expect(reply.html).toContain(`default-src 'none'`);
  });

  it('checks itself', async () => {
    const { reply } = await render('en');
    expect(reply.checks.map(({ id, ok, value }) => [id, ok, value])).toEqual([
      ['personal', true, '0'],
      ['alt', true, '2/2'],
      ['warnings', false, '2'],
      ['traced', true, expect.stringMatching(/^(\d+)\/\1$/)],
    ]);
  });
});

describe('the workbook', () => {
  it('holds real numbers with formats, one sheet a block, and neutral texts', async () => {
    const { sheets } = await render('en');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await workbookBytes(sheets, '¥#,##0.00')).buffer as ArrayBuffer);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Key figures', 'Sales by day', 'What changed', 'Channels', 'Customer segments', 'Definitions', 'Sources']);
    const figures = book.getWorksheet('Key figures');
    expect([figures?.getCell('A2').value, figures?.getCell('B2').value, figures?.getCell('B2').numFmt]).toEqual(['Sales', 460, '¥#,##0.00']);
    expect([figures?.getCell('A4').value, figures?.getCell('B4').value, figures?.getCell('B4').numFmt]).toEqual(['Paid orders', 6, '#,##0.####']);
    const segments = book.getWorksheet('Customer segments');
    expect(segments?.getCell('C2').numFmt).toBe('0.00%');
    expect(segments?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@sum', "'@sum"],
    ['-12.50', '-12.50'],
    ['天猫', '天猫'],
  ])('%s is written as %s', (text, written) => {
    expect(neutralised(text)).toBe(written);
  });
});

describe('html', () => {
  it('escapes inserts unless they are fragments', () => {
    expect(html`<p title="${'"><i>'}">${'<b>'}${html`<em>${1}</em>`}${[trusted('<br>'), trusted('<hr>')]}</p>`.markup).toBe('<p title="&quot;&gt;&lt;i&gt;">&lt;b&gt;<em>1</em><br><hr></p>');
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
  });
});
