import type { Text } from './values.ts';

/** One side of how good a table is. */
export interface TableQuality {
  readonly id: 'complete' | 'unique' | 'valid' | 'consistent' | 'on-time';
  /** 0 to 1; `null` where nothing was counted that it could be a share of. */
  readonly share: number | null;
  /** Whether it wants a look. */
  readonly isPoor: boolean;
  /** Said in the place of a share. */
  readonly said?: Text;
  /** What it stands on. */
  readonly detail: Text;
}
