import type { Migration } from './registry.ts';

/**
 * Arrays of `sp_columns` and `sp_tables` go on here behind their first piece (`store/pieces.ts`); and where rows come from takes fewer
 * bytes (`store/narrow.ts`).
 */
export const pieces: Migration = {
  to: 3,
  sql: `
    CREATE TABLE sp_pieces (owner TEXT NOT NULL, position INTEGER NOT NULL, part TEXT NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (owner, position, part, piece));
  `,
};
