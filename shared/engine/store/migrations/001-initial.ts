import type { Migration } from './registry.ts';

export const initial: Migration = {
  to: 1,
  sql: `
    CREATE TABLE sp_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE sp_operations (
      n INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, payload TEXT NOT NULL,
      title_en TEXT NOT NULL, title_zh TEXT NOT NULL);
    CREATE TABLE sp_sources (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, format TEXT NOT NULL,
      encoding TEXT, sheet TEXT, options TEXT NOT NULL, rows INTEGER NOT NULL, imported_at TEXT NOT NULL, original INTEGER REFERENCES sp_originals(id),
      summary TEXT NOT NULL);
    CREATE INDEX sp_sources_sha256 ON sp_sources(sha256);
    CREATE TABLE sp_originals (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, deflated BLOB NOT NULL);
    CREATE TABLE sp_set_aside (source INTEGER NOT NULL, row INTEGER NOT NULL, reason_en TEXT NOT NULL, reason_zh TEXT NOT NULL, bytes BLOB NOT NULL);
    CREATE INDEX sp_set_aside_source ON sp_set_aside(source);
    CREATE TABLE sp_refused (dataset TEXT NOT NULL, source INTEGER NOT NULL, row INTEGER NOT NULL, "column" TEXT NOT NULL, text TEXT NOT NULL);
    CREATE INDEX sp_refused_dataset ON sp_refused(dataset);
    CREATE TABLE sp_tables (owner TEXT PRIMARY KEY, rows INTEGER NOT NULL, source BLOB NOT NULL, row BLOB NOT NULL);
    CREATE TABLE sp_columns (
      owner TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, width INTEGER NOT NULL,
      cells BLOB NOT NULL, texts BLOB, ends BLOB, PRIMARY KEY (owner, position));
    CREATE TABLE sp_built (name TEXT PRIMARY KEY, recipe_hash TEXT NOT NULL, rows INTEGER NOT NULL, table_hash TEXT NOT NULL, result TEXT NOT NULL) WITHOUT ROWID;
  `,
};
