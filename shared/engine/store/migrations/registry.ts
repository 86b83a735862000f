import type { Database } from '../database.ts';
import { initial } from './001-initial.ts';

/** A step from one version of the workspace file to the next. Forward and additive only; a shipped one is never edited. */
export interface Migration {
  readonly to: number;
  readonly up: (database: Database) => void;
}

export const MIGRATIONS: readonly Migration[] = Object.freeze([initial]);

export const NEWEST = MIGRATIONS[MIGRATIONS.length - 1]?.to ?? 0;
