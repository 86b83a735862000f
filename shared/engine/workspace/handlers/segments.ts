import { REGIONS, rfm, rfmMembers } from '../../segments/index.ts';
import type { Table } from '../../table/table.ts';
import type { Workspace } from '../workspace.ts';
import { writeExport } from './exports.ts';
import type { Area, Session } from './session.ts';
import type { Sheet } from '../../reports/index.ts';

/** The canonical orders: those the metrics cache holds. */
export function ordersTable(workspace: Workspace): Table {
  return workspace.model.cache().facts.orders.table;
}

/** The canonical returns, whose refunds make net sales. */
export function returnsTable(workspace: Workspace): Table {
  return workspace.model.cache().facts.refunds.table;
}

export function segmentHandlers(session: Session): Area<'segments'> {
  return {
    'segments.rfm': (request) => session.open.read(() => rfm(ordersTable(session.open), request, { currency: session.open.model.currency, returns: returnsTable(session.open) })),
    'segments.members': (request) => session.open.read(() => rfmMembers(ordersTable(session.open), request, returnsTable(session.open))),
    'segments.export': (request) =>
      session.open.read(() => {
        const { lang } = request;
        const { columns, rows } = rfmMembers(ordersTable(session.open), { ...request, offset: 0, limit: Number.MAX_SAFE_INTEGER }, returnsTable(session.open));
        const titles = new Map(REGIONS.map((region) => [region.id, region.title[lang]]));
        const sheet: Sheet = {
          name: lang === 'zh' ? '客户' : 'Customers',
          columns: columns.map((column) => ({ title: column.title[lang], format: column.type === 'money' ? 'money' : column.type === 'int' ? 'count' : 'text' })),
          rows: rows.map((row) => row.map((cell, i) => (columns[i]?.name === 'region' ? (titles.get(String(cell)) ?? cell) : cell))),
        };
        return writeExport(session, sheet, request.target, request.format);
      }),
  };
}
