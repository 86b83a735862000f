import type { Migration } from './registry.ts';

/** No table changes: from here on `sp_columns` may hold cells in fewer bytes (`store/narrow.ts`), which older versions would misread. */
export const narrowColumns: Migration = { to: 2, sql: '-- the form of cells in sp_columns' };
