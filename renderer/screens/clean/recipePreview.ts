import { useEffect, useState } from 'react';
import type { RecipeStep } from '#contract/documents';
import type { StepResult } from '#contract/recipe';
import { createStore, useStore } from '../../state/store.ts';

/** A recipe that is not the table's yet: it is being written, or on its way into the file. */
export interface RecipePreview {
  readonly dataset: string;
  readonly steps: readonly RecipeStep[];
  /** Steps that are taken in what is shown. */
  readonly step: number;
  /** What the last of them does, once it is known. */
  readonly result: StepResult | null;
}

/** What the table shows instead of its own recipe; a step is looked at before it is taken, and while it is written. */
export const recipePreview = createStore<RecipePreview | null>(null);

/** The preview of one table, if there is one. */
export function usePreview(dataset: string): RecipePreview | null {
  const preview = useStore(recipePreview);
  return preview?.dataset === dataset ? preview : null;
}

/** A value that has stayed the same for a moment: what is typed is not worked out letter by letter. */
export function useSettled<T>(value: T, milliseconds = 150): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
