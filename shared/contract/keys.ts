import type { Text } from './values.ts';

/** Columns by which the rows of a file are found again in the next one, and what speaks for them. */
export interface KeyProposal {
  readonly columns: readonly string[];
  /** Rows of the file that says most, mostly the last one, and how many of them differ in these columns. */
  readonly rows: number;
  readonly different: number;
  /** Rows of that file that stand in one before; null where it is the only one. */
  readonly found: number | null;
  /** Share of the other cells of those rows that are what they were, 0 to 1; null where none was found. */
  readonly agreeing: number | null;
  /** Certain by the rules: it is used without being asked for. */
  readonly sure: boolean;
  readonly reason: Text;
}

/** How a table tells its rows apart. */
export interface TableKey {
  readonly dataset: string;
  /** The columns in use; none where a row is known by all of its cells. */
  readonly columns: readonly string[];
  /** Who said so: a template, the data by the rules, the user; null where nobody did. */
  readonly by: 'template' | 'data' | 'user' | null;
  readonly proposals: readonly KeyProposal[];
  /** Where no columns tell every row apart: those that come nearest. */
  readonly nearest: KeyProposal | null;
  /** Columns one may choose from. */
  readonly choices: readonly string[];
}
