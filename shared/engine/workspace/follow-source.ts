import type { RecipeStep } from '#contract/documents';
import { followSources } from '../clean/index.ts';
import type { StatePatch, WorkspaceState } from '../history/state.ts';

type Steps = readonly RecipeStep[];

/** Every table, and every version with a name, whose steps name rows of a source that has another number now. */
export function followSource({ datasets, versions }: Pick<WorkspaceState, 'datasets' | 'versions'>, from: number, to: number): Pick<WorkspaceState, 'datasets' | 'versions'> {
  const follow = (steps: Steps): Steps => {
    const followed = followSources(steps, (source) => (source === from ? to : source));
    return JSON.stringify(followed) === JSON.stringify(steps) ? steps : followed;
  };
  const changed = <T>(record: Readonly<Record<string, T>>, next: (one: T) => T): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([id, one]) => {
        const followed = next(one);
        return followed === one ? [] : [[id, followed] as const];
      }),
    );
  return {
    datasets: changed(datasets, (one) => withSteps(one, 'recipe', follow)),
    versions: changed(versions, (saved) => {
      const followed = saved.map((version) => withSteps(version, 'steps', follow));
      return followed.every((version, i) => version === saved[i]) ? saved : followed;
    }),
  };
}

function withSteps<K extends string, T extends Readonly<Record<K, Steps>>>(one: T, key: K, follow: (steps: Steps) => Steps): T {
  const steps = follow(one[key]);
  return steps === one[key] ? one : { ...one, [key]: steps };
}

/** A state with what is followed in it. */
export function withFollowed(state: WorkspaceState, { datasets, versions }: Pick<WorkspaceState, 'datasets' | 'versions'>): WorkspaceState {
  return { ...state, datasets: { ...state.datasets, ...datasets }, versions: { ...state.versions, ...versions } };
}

/** One patch after another. */
export function bothPatches(first: StatePatch, second: StatePatch): StatePatch {
  return { ...first, ...second, datasets: { ...first.datasets, ...second.datasets }, versions: { ...first.versions, ...second.versions } };
}
