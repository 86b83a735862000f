import type { Cell } from '#contract/values';
import { holdsPeople } from '../../import/index.ts';
import { catalogueInfo, metricRows, queryMetrics, salesDrivers, scopeInfo } from '../../metrics/index.ts';
import { isPersonalHeader } from '../../model/index.ts';
import { textColumn } from '../../table/table.ts';
import { maskedCell } from '../personal-columns.ts';
import type { Workspace } from '../workspace.ts';
import type { Area, Session } from './session.ts';

export const metricContext = (workspace: Workspace) => ({ currency: workspace.model.currency, notes: workspace.model.notes, timeZone: workspace.model.timeZone });

/** Whether cells of the model are people's, whatever their column is called: a shop may number its buyers by their phones. */
const holdPeople = (name: string, rows: readonly (readonly Cell[])[], at: number): boolean =>
  holdsPeople(
    textColumn(
      name,
      'text',
      rows.map((row) => (typeof row[at] === 'string' ? row[at] : null)),
    ),
  );

export function metricHandlers(session: Session): Area<'metrics'> {
  return {
    'metrics.catalogue': () => session.open.read(() => catalogueInfo(session.open.model.cache())),
    'metrics.scope': () => session.open.read(() => scopeInfo(session.open.model.cache(), metricContext(session.open))),
    'metrics.query': (request) => session.open.read(() => queryMetrics(session.open.model.cache(), request, metricContext(session.open))),
    'metrics.rows': (request) =>
      session.open.read(() => {
        const reply = metricRows(session.open.model.cache(), request);
        if (request.reveal === true) return reply;
        const masking = reply.columns.map(({ name }, i) => (isPersonalHeader(name) || holdPeople(name, reply.rows, i) ? ('masked' as const) : undefined));
        return { ...reply, rows: reply.rows.map((row) => row.map((cell, i) => maskedCell(cell, reply.columns[i]?.type ?? 'text', masking[i]))) };
      }),
    'metrics.drivers': (request) => session.open.read(() => salesDrivers(session.open.model.cache(), request, metricContext(session.open))),
  };
}
