import { SuanpanError } from '#contract/errors';
import type { ExportTarget, ReportExportReply, ReportRequest } from '#contract/reports';
import type { Work } from '../../ports.ts';
import { currencySymbol, toSvg } from '../../charts/index.ts';
import { catalogueInfo, queryMetrics, recount, resolvePeriod, salesDrivers, valueTitle } from '../../metrics/index.ts';
import { type EmbeddedFont, type RenderedReport, type ReportContext, REPORTS, renderReport, workbookBytes } from '../../reports/index.ts';
import { rfm } from '../../segments/index.ts';
import { toBase64 } from '../../values/base64.ts';
import { writeBytes } from './exports.ts';
import { metricContext } from './measures.ts';
import { ordersTable, returnsTable } from './segments.ts';
import type { Area, Session } from './session.ts';

const FONTS: readonly { readonly family: string; readonly weight: number; readonly file: string }[] = [
  { family: 'Inter', weight: 400, file: 'fonts/inter-400.woff2' },
  { family: 'Inter', weight: 600, file: 'fonts/inter-600.woff2' },
  { family: 'Inter', weight: 700, file: 'fonts/inter-700.woff2' },
  { family: 'Noto Sans SC', weight: 400, file: 'fonts/noto-sans-sc-400.woff2' },
  { family: 'Noto Sans SC', weight: 700, file: 'fonts/noto-sans-sc-700.woff2' },
];

let fonts: readonly EmbeddedFont[] | undefined;

function embeddedFonts(session: Session): readonly EmbeddedFont[] {
  fonts ??= FONTS.map(({ family, weight, file }) => ({ family, weight, base64: toBase64(session.ports.resource(file)) }));
  return fonts;
}

async function render(session: Session, request: ReportRequest): Promise<RenderedReport> {
  const template = REPORTS.find((candidate) => candidate.id === request.report);
  if (template === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `unknown report: ${request.report}`, zh: `没有报告 ${request.report}` } });
  const workspace = session.open;
  const cache = workspace.model.cache();
  const period = resolvePeriod(cache, request);
  const shared = metricContext(workspace);
  const active = new Set(Object.values(workspace.state.datasets).flatMap(({ origin }) => (origin.kind === 'import' ? origin.sources : [])));
  const context: ReportContext = {
    lang: request.lang,
    period,
    currency: shared.currency,
    shop: workspace.state.name,
    madeAt: session.ports.now().slice(0, 16),
    catalogue: catalogueInfo(cache),
    notes: shared.notes,
    sources: workspace.database
      .all<{ id: number; name: string; rows: number; imported_at: string; sha256: string }>('SELECT id, name, rows, imported_at, sha256 FROM sp_sources ORDER BY id')
      .filter((row) => active.has(row.id))
      .map((row) => ({ file: row.name, rows: row.rows, importedAt: row.imported_at, sha256: row.sha256 })),
    query: (query) => queryMetrics(cache, { ...query, ...period }, shared),
    drivers: () => salesDrivers(cache, { ...period, compare: 'previous' }, shared),
    rfm: () => (cache.available.has('identity') ? rfm(ordersTable(workspace), { to: period.to }, { currency: shared.currency, returns: returnsTable(workspace) }) : null),
    recount: (metric, of, filters) => recount(cache, metric, of, filters),
    draw: toSvg,
    valueTitle,
  };
  return renderReport(template, context, embeddedFonts(session));
}

/** Renders a report and writes it as PDF, HTML or a workbook. */
export async function exportReport(session: Session, request: ReportRequest & { target: ExportTarget; format: 'pdf' | 'html' | 'xlsx' }, work: Work): Promise<ReportExportReply> {
  const { reply, sheets } = await render(session, request);
  work.signal.throwIfAborted();
  work.progress({ done: 1, total: 2, note: { en: 'Writing the report', zh: '正在写出报告' } });
  const bytes = await bytesOf(session, request, reply.html, sheets, work);
  const written = writeBytes(session, bytes, request.target, 0);
  return { ...written, pages: request.format === 'pdf' ? countPages(bytes) : null, blocks: reply.blocks.length, warnings: reply.warnings };
}

async function bytesOf(session: Session, request: { format: 'pdf' | 'html' | 'xlsx' }, html: string, sheets: RenderedReport['sheets'], work: Work): Promise<Uint8Array> {
  if (request.format === 'html') return new TextEncoder().encode(html);
  if (request.format === 'xlsx') return workbookBytes(sheets, `${currencySymbol(session.open.model.currency).trim()}#,##0.00`);
  const { print } = session.ports;
  if (print === null)
    throw new SuanpanError({
      code: 'print-unavailable',
      message: { en: 'This machine has no Chromium to print with', zh: '本机没有可用于打印的 Chromium' },
      hint: { en: 'Export HTML and print that from a browser', zh: '请导出 HTML 后在浏览器中打印' },
    });
  return print(html, work.signal);
}

/** Pages of a PDF: page objects that are no page tree. */
function countPages(pdf: Uint8Array): number | null {
  const text = Array.from({ length: Math.ceil(pdf.length / 65_536) }, (_, i) => String.fromCharCode(...pdf.subarray(i * 65_536, (i + 1) * 65_536))).join('');
  return text.match(/\/Type\s*\/Page(?!s)/g)?.length ?? null;
}

export function reportHandlers(session: Session): Area<'reports'> {
  return {
    'reports.list': () => REPORTS.map(({ id, title, help, period, needs }) => ({ id, title, help, period, needs })),
    'reports.render': (request) => session.open.read(async () => (await render(session, request)).reply),
    'reports.export': (request, context) => session.open.read(() => exportReport(session, request, session.work(context))),
  };
}
