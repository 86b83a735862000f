import { SuanpanError } from '#contract/errors';
import type { ChartReply, ChartRequest, MetricInfo } from '#contract/metrics';
import { barsChart, type ChartStyle, dailyChart, driversChart, rfmChart, sparkChart } from '../../charts/index.ts';
import { catalogueInfo, queryMetrics, salesDrivers, valueTitle } from '../../metrics/index.ts';
import { rfm } from '../../segments/index.ts';
import type { Workspace } from '../workspace.ts';
import { metricContext } from './measures.ts';
import { ordersTable, returnsTable } from './segments.ts';
import type { Area, Session } from './session.ts';

function metricInfo(workspace: Workspace, id: string): MetricInfo {
  const found = catalogueInfo(workspace.model.cache()).find((metric) => metric.id === id);
  if (found === undefined) throw new SuanpanError({ code: 'not-found', message: { en: `unknown metric: ${id}`, zh: `没有指标 ${id}` } });
  return found;
}

export function buildChart(workspace: Workspace, request: ChartRequest): ChartReply {
  const style: ChartStyle = { theme: request.theme, lang: request.lang, width: request.width, height: request.height };
  const { from, to, filters, compare } = request;
  const context = metricContext(workspace);
  const cache = workspace.model.cache();
  switch (request.chart) {
    case 'drivers': {
      const reply = salesDrivers(cache, { from, to, filters, compare }, context);
      return driversChart(reply, context.currency, { before: { en: 'Before', zh: '对比期' }, after: { en: 'Now', zh: '本期' } }, style);
    }
    case 'rfm':
      return rfmChart(rfm(ordersTable(workspace), { to }, { currency: context.currency, returns: returnsTable(workspace) }), style);
    case 'bars': {
      const by = request.by ?? 'platform';
      const metric = metricInfo(workspace, request.metric ?? 'sales');
      const reply = queryMetrics(cache, { ids: [metric.id], from, to, filters, by: [by] }, context);
      return barsChart(
        reply.rows.map((row) => ({ title: valueTitle(by, row.dimensions[by] ?? null)[request.lang], value: row.metrics[metric.id]?.value ?? 0 })),
        metric,
        context.currency,
        style,
      );
    }
    default: {
      const metric = metricInfo(workspace, request.metric ?? 'sales');
      const reply = queryMetrics(cache, { ids: [metric.id], from, to, filters, compare, grain: request.grain ?? 'day' }, context);
      return request.chart === 'spark' ? sparkChart(reply, metric, style) : dailyChart(reply, metric, style);
    }
  }
}

export function chartHandlers(session: Session): Area<'charts'> {
  return { 'charts.build': (request) => session.open.read(() => buildChart(session.open, request)) };
}
