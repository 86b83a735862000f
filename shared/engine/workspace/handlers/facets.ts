import { SuanpanError } from '#contract/errors';
import { facetOf, loadClusters } from '../../clean/index.ts';
import { columnOf, type Table } from '../../table/table.ts';
import { localText } from '../../values/dates.ts';
import { maskedCell, type Masking, personalAt } from '../personal-columns.ts';
import type { Area, Session } from './session.ts';

/** The table of a dataset after so many steps, and whether a column of it is about people. */
function placed(session: Session, dataset: string, step: number | undefined, column: string): { table: Table; personal: Masking | undefined } {
  const { tables } = session.open.datasets.get(dataset);
  const at = Math.min(step ?? tables.length - 1, tables.length - 1);
  return { table: tables[at] as Table, personal: personalAt(session.open, dataset, { tables, at }).get(column) };
}

export function facetHandlers(session: Session): Area<'facet'> & Area<'cluster'> {
  return {
    'facet.get': ({ dataset, step, column, reveal = false }) =>
      session.open.read(() => {
        const { table, personal } = placed(session, dataset, step, column);
        const found = facetOf(table, column);
        // Conditions compare times by the clock of the shop: its values are told so too.
        const { offsetOf } = session.open.datasets.typingOptions(session.open.datasets.definition(dataset));
        const facet = found.type !== 'instant' ? found : { ...found, values: found.values.map(({ value, count }) => ({ value: localText(String(value), offsetOf), count })) };
        if (reveal) return facet;
        const masked = <T extends string | number | null>(cell: T) => maskedCell(cell, facet.type, personal);
        return {
          ...facet,
          // Of numbers the ends would tell them.
          ...(personal === 'masked' && { fences: null }),
          values: facet.values.map(({ value, count }) => ({ value: masked(value), count })),
          shapes: facet.shapes.map((shape) => ({ ...shape, example: String(masked(shape.example)) })),
        };
      }),
    'cluster.find': async ({ dataset, step, column: name, method, reveal = false }) => {
      const { clusterTexts } = await loadClusters();
      return session.open.read(() => {
        const { table, personal } = placed(session, dataset, step, name);
        if (personal === 'masked' && !reveal)
          throw new SuanpanError({
            code: 'invalid-params',
            where: { column: name },
            message: { en: `${name} is masked: its spellings cannot be compared`, zh: `“${name}”已脱敏，无法比较写法` },
            hint: { en: 'Show personal data first (the eye above the table)', zh: '请先显示个人数据（表格上方的眼睛图标）' },
          });
        const column = columnOf(table, name);
        return column?.kind === 'text' ? clusterTexts(column, table.rows, method) : [];
      });
    },
  };
}
