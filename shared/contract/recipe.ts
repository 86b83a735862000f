import type { JoinHow, KeyDecisions, KeyTidying, RecipeStep } from './documents.ts';
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
  /** Rows of the result that are there only because keys repeat on the right. */
  readonly multiplied: number;
  readonly rowsResult: number;
  readonly repeated: { readonly left: RepeatedKeys; readonly right: RepeatedKeys };
  /** What would raise the match, best first. */
  readonly tidying: readonly TidyingProposal[];
  readonly unmatchedSamples: { readonly left: readonly Cell[][]; readonly right: readonly Cell[][] };
  readonly warnings: readonly Text[];
}

/** Keys that are there more than once on one side. */
export interface RepeatedKeys {
  readonly keys: number;
  /** Rows that hold such a key. */
  readonly rows: number;
  readonly worst: { readonly key: readonly Cell[]; readonly count: number } | null;
}

/** A way of comparing one pair of keys by which more rows meet. */
export interface TidyingProposal {
  readonly pair: readonly [left: string, right: string];
  /** All that is overlooked then, with what is overlooked already. */
  readonly how: readonly KeyTidying[];
  readonly matchedLeft: number;
}

/** A left text without a match and the right text that is nearest to it. */
export interface AlikeTexts {
  /** Left column of the key. */
  readonly column: string;
  readonly left: string;
  readonly right: string;
  /** Left rows with this text. */
  readonly rows: number;
  /** Letters that differ. */
  readonly distance: number;
}

export interface AlikeReply {
  readonly proposals: readonly AlikeTexts[];
  /** Key columns about people, which are not compared while they are masked. */
  readonly masked: readonly string[];
}

/** How tables of the workspace belong together. */
export interface Relations {
  readonly tables: readonly { readonly id: string; readonly name: string; readonly origin: 'import' | 'join' | 'branch'; readonly rows: number }[];
  readonly links: readonly TableLink[];
}

/** `key`: two imported tables share the values of a column, nobody has joined them yet. Others are what the user has made. */
export interface TableLink {
  readonly from: string;
  readonly to: string;
  readonly kind: 'join' | 'step' | 'branch' | 'key';
  readonly on: readonly (readonly [string, string])[];
  /** Of a `key`: share of the values of `from` that `to` has, and the other way; else null. */
  readonly rates: readonly [number, number] | null;
}

export interface JoinRequest extends KeyDecisions {
  readonly left: string;
  readonly right: string;
  /** Left column → right column. */
  readonly on: Readonly<Record<string, string>>;
  readonly how: JoinHow;
  readonly into: string;
  /** The joined table that is to be joined in this way instead; its name and its recipe stay. */
  readonly replace?: string;
  readonly dryRun?: boolean;
}

export interface JoinSuggestion {
  readonly left: string;
  readonly right: string;
  /** Share of left values found on the right, 0 to 1. */
  readonly matchRate: number;
  readonly reason: Text;
}
