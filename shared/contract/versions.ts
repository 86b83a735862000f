import type { RecipeStep } from './documents.ts';
import type { Text } from './values.ts';

/** A version that the user gave a name, as it is kept in the workspace. */
export interface SavedVersion {
  readonly id: number;
  readonly name: string;
  readonly at: string;
  /** Number of the change that saved it. */
  readonly n: number;
  readonly steps: readonly RecipeStep[];
}

/** A recipe as it was after a change, or under a name. */
export interface RecipeVersion {
  /** `change:12` or `saved:3`. */
  readonly id: string;
  /** Number of the change after which the recipe was so. */
  readonly n: number;
  readonly at: string;
  /** What the change did, without the name of the table. */
  readonly title: Text;
  /** The name the user gave it. */
  readonly name: string | null;
  readonly steps: number;
  /** Whether the recipe is so now. */
  readonly current: boolean;
}

/** One parameter of a step, then and now; of lists what only one of the two has. */
export interface ParamChange {
  readonly label: Text;
  readonly before: Text | null;
  readonly after: Text | null;
}

/** A step that is not the same in two recipes. */
export interface StepChange {
  /** Its place in the earlier recipe, from 1; null for a step that was added. */
  readonly before: number | null;
  /** Its place in the later recipe; null for a step that was removed. */
  readonly after: number | null;
  readonly title: Text;
  readonly detail: Text;
  readonly moved: boolean;
  readonly turned: 'on' | 'off' | null;
  readonly params: readonly ParamChange[];
  /** Rows kept by hand, more and fewer than before. */
  readonly kept: { readonly more: number; readonly fewer: number };
}

/** What became of a version until a later one, or until now. */
export interface RecipeDifference {
  readonly version: RecipeVersion;
  /** The later one; null for the recipe as it is now. */
  readonly until: RecipeVersion | null;
  readonly changes: readonly StepChange[];
  /** Steps that are the same in both. */
  readonly same: number;
}

/** How many rows a version of the recipe gives of the files that the table has now. */
export interface VersionRows {
  readonly rows: number;
  /** Why it does not run on them, where it does not; `rows` are those before the step that fails. */
  readonly error: Text | null;
}
