import type { JoinHow, RecipeStep } from './documents.ts';
import type { Cell, Text } from './values.ts';

/** What one step did when the recipe was replayed. */
export interface StepResult {
  readonly step: RecipeStep;
  /** The step in one sentence, with its parameters. */
  readonly title: Text;
  readonly detail: Text;
  readonly state: 'ok' | 'off' | 'warning' | 'error' | 'unknown';
  readonly error: Text | null;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly changedCells: number;
  readonly refused: readonly { readonly column: string; readonly row: number; readonly text: string }[];
  readonly refusedCells: number;
  readonly milliseconds: number;
}

export interface RecipeReply {
  readonly dataset: string;
  readonly sourceRows: number;
  /** The reading of the columns as types, before the first step; null for a joined table. */
  readonly typing: StepResult | null;
  readonly steps: readonly StepResult[];
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Present on a dry run: what the recipe needs from the table, what it makes and what it takes away. */
  readonly needs?: {
    readonly requires: readonly string[];
    readonly creates: readonly string[];
    readonly removes: readonly string[];
    readonly missing: readonly { readonly position: number; readonly column: string }[];
  };
}

export interface Suggestion {
  readonly id: string;
  readonly title: Text;
  readonly detail: Text;
  readonly step: RecipeStep;
}

export interface JoinReply {
  readonly rowsLeft: number;
  readonly rowsRight: number;
  readonly matchedLeft: number;
  readonly matchedRight: number;
  readonly unmatchedLeft: number;
  readonly unmatchedRight: number;
  readonly maxFanOut: number;
  readonly rowsResult: number;
  readonly unmatchedSamples: { readonly left: readonly Cell[][]; readonly right: readonly Cell[][] };
  readonly warnings: readonly Text[];
}

export interface JoinRequest {
  readonly left: string;
  readonly right: string;
  /** Left column → right column. */
  readonly on: Readonly<Record<string, string>>;
  readonly how: JoinHow;
  readonly into: string;
  readonly dryRun?: boolean;
}

export interface JoinSuggestion {
  readonly left: string;
  readonly right: string;
  /** Share of left values found on the right, 0 to 1. */
  readonly matchRate: number;
  readonly reason: Text;
}
