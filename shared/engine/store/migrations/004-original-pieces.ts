import type { Migration } from './registry.ts';

/** Kept originals go on here behind their first piece, each piece packed by itself (`workspace/originals.ts`). */
export const originalPieces: Migration = {
  to: 4,
  sql: `
    CREATE TABLE sp_original_pieces (original INTEGER NOT NULL REFERENCES sp_originals(id), piece INTEGER NOT NULL, deflated BLOB NOT NULL,
      PRIMARY KEY (original, piece));
  `,
};
