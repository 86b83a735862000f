import type { Text } from './values.ts';

/** One side of how good a table is. */
export interface TableQuality {
  readonly id: 'complete' | 'unique' | 'valid' | 'consistent' | 'on-time';
  /** 0 to 1. */
  readonly share: number;
  /** What the share is made of. */
  readonly detail: Text;
}
