import { catalogueInfo, metricRows, queryMetrics, salesDrivers, scopeInfo } from '../../metrics/index.ts';
import { isPersonalHeader } from '../../model/index.ts';
import { maskedCell } from '../personal-columns.ts';
import type { Workspace } from '../workspace.ts';
import type { Area, Session } from './session.ts';

export const metricContext = (workspace: Workspace) => ({ currency: workspace.model.currency, notes: workspace.model.notes, timeZone: workspace.model.timeZone });

export function metricHandlers(session: Session): Area<'metrics'> {
  return {
    'metrics.catalogue': () => session.open.read(() => catalogueInfo(session.open.model.cache())),
    'metrics.scope': () => session.open.read(() => scopeInfo(session.open.model.cache(), metricContext(session.open))),
    'metrics.query': (request) => session.open.read(() => queryMetrics(session.open.model.cache(), request, metricContext(session.open))),
    'metrics.rows': (request) =>
      session.open.read(() => {
        const reply = metricRows(session.open.model.cache(), request);
        if (request.reveal === true) return reply;
        return {
          ...reply,
          rows: reply.rows.map((row) => row.map((cell, i) => maskedCell(cell, reply.columns[i]?.type ?? 'text', isPersonalHeader(reply.columns[i]?.name ?? '') ? 'masked' : undefined))),
        };
      }),
    'metrics.drivers': (request) => session.open.read(() => salesDrivers(session.open.model.cache(), request, metricContext(session.open))),
  };
}
