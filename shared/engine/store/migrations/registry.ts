import { initial } from './001-initial.ts';
import { narrowColumns } from './002-narrow-columns.ts';
import { pieces } from './003-pieces.ts';
import { originalPieces } from './004-original-pieces.ts';

/**
 * A step from one version of the workspace file to the next. Forward and additive only; a shipped one is never edited: its fingerprint
 * stands in `shared/node/migrations.test.ts` beside the schema it leads to.
 */
export interface Migration {
  /** The version the file has afterwards; versions count up from 1 without gaps. */
  readonly to: number;
  /** The statements that lead there. */
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = Object.freeze([initial, narrowColumns, pieces, originalPieces]);
