import type { PrintCheck, ReportInfo, ReportReply } from '#contract/reports';
import type { Text } from '#contract/values';
import { BLOCKS } from './blocks/registry.ts';
import type { RenderedBlock, ReportContext, Sheet } from './define.ts';
import { type EmbeddedFont, pageHtml } from './html.ts';
import { monthTitle } from './titles.ts';
import { Trace } from './trace.ts';

interface ReportTemplate extends ReportInfo {
  readonly blocks: readonly string[];
}

export const REPORTS: readonly ReportTemplate[] = Object.freeze([
  {
    id: 'monthly',
    title: { en: 'Monthly report', zh: '经营月报' },
    help: { en: 'Headline, key figures, sales by day, what changed, channels, customers, definitions and sources.', zh: '结论、关键指标、每日销售额、变化拆解、渠道、客户、口径与来源。' },
    period: 'month',
    needs: [{ en: 'An order export', zh: '订单报表' }],
    blocks: ['headline', 'tiles', 'daily-chart', 'drivers', 'breakdown-table', 'rfm-table', 'definitions', 'sources'],
  },
]);

export interface RenderedReport {
  readonly reply: ReportReply;
  readonly sheets: readonly Sheet[];
}

/** Renders a report: blocks in order, each whole or saying why not, then the page and its checks. */
export async function renderReport(template: ReportTemplate, given: ReportContext, fonts: readonly EmbeddedFont[]): Promise<RenderedReport> {
  const trace = new Trace(given);
  const { context } = trace;
  const blocks: { id: string; half: boolean; block: RenderedBlock }[] = [];
  for (const id of template.blocks) {
    const definition = BLOCKS.find((candidate) => candidate.id === id);
    const block = await definition?.render(context);
    if (block !== null && block !== undefined) blocks.push({ id, half: definition?.half === true, block });
  }
  const { lang } = context;
  const title = monthTitle(context.period, lang);
  const { compared } = context.query({ ids: ['sales'], compare: 'previous' });
  const against = compared === null ? '' : lang === 'zh' ? `，对比 ${compared.from} 至 ${compared.to}` : `, against ${compared.from} to ${compared.to}`;
  const periodLine = (lang === 'zh' ? `${context.period.from} 至 ${context.period.to}` : `${context.period.from} to ${context.period.to}`) + against;
  const madeLine = lang === 'zh' ? `由算盘生成于 ${context.madeAt} UTC` : `Made by Suanpan ${context.madeAt} UTC`;
  const html = pageHtml({
    title,
    lang,
    shop: context.shop,
    kind: template.title[lang],
    periodLine,
    madeLine,
    fonts,
    blocks: blocks.map(({ id, half, block }) => ({ id, half, fragment: block.fragment })),
  });
  const warnings = blocks.flatMap(({ block }) => block.warnings ?? []);
  return {
    reply: {
      title,
      period: context.period,
      html,
      blocks: blocks.map(({ id, block }) => ({ id, title: block.title })),
      warnings,
      checks: [...checksOf(html, warnings), trace.check(blocks)],
    },
    sheets: blocks.flatMap(({ block }) => (block.sheet === undefined ? [] : [block.sheet])),
  };
}

function checksOf(html: string, warnings: readonly Text[]): PrintCheck[] {
  const body = html.slice(html.indexOf('<body>'));
  const charts = (body.match(/class="chart"/g) ?? []).length;
  const labelled = (body.match(/class="chart" role="img" aria-label="[^"]+"/g) ?? []).length;
  const personal = body.replace(/<svg[\s\S]*?<\/svg>/g, '').match(/(?<!\d)1[3-9]\d{9}(?!\d)|[\w.+-]+@[\w-]+\.[a-z]{2,}/g);
  return [
    { id: 'personal', ok: personal === null, title: { en: 'Phones and e-mails on the page', zh: '页面中的手机号与邮箱' }, value: personal === null ? '0' : String(personal.length) },
    { id: 'alt', ok: charts === labelled, title: { en: 'Charts with a text form', zh: '带文字说明的图表' }, value: `${labelled}/${charts}` },
    { id: 'warnings', ok: warnings.length === 0, title: { en: 'Warnings', zh: '提示' }, value: String(warnings.length) },
  ];
}
