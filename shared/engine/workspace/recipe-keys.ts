import { type DatasetState, dependenciesOf } from '../history/state.ts';

/**
 * What the tables along a recipe follow from, one key a table: the first of origin and the tables it reads, each further one of its step
 * and the tables that step reads. Two recipes give equal tables as far as their keys are equal.
 *
 * @param hashOf names another dataset's definition and everything it depends on
 */
export function recipeKeys(dataset: DatasetState, hashOf: (id: string) => string): string[] {
  const { origin, recipe } = dataset;
  const base = JSON.stringify([origin, dependenciesOf({ ...dataset, recipe: [] }).map(hashOf)]);
  return [base, ...recipe.map((step) => JSON.stringify([step, dependenciesOf({ ...dataset, origin: NOTHING, recipe: [step] }).map((id) => (id === dataset.id ? id : hashOf(id)))]))];
}

/** An origin that reads no table. */
const NOTHING = { kind: 'import', sources: [], naturalKey: [], template: null, platform: null, shop: null, signature: '', types: {}, timeZone: 'UTC', dateOrder: 'ymd', decimal: '.' } as const;

/** How many leading keys are equal. */
export function sameLength(a: readonly string[], b: readonly string[]): number {
  const first = a.findIndex((key, i) => key !== b[i]);
  return first < 0 ? Math.min(a.length, b.length) : first;
}
