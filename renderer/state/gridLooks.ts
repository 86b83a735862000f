import type { GridLook } from '#contract/views';
import { PLAIN_LOOK } from '../ui/gridLook.ts';
import { useWorkspace } from './engine.ts';
import { keepPreferences, preferences } from './preferences.ts';
import { createStore, useStore } from './store.ts';

/** Tables whose look is remembered; the one not changed longest is forgotten. */
const REMEMBERED = 200;
const WAIT_MS = 400;

/** Apart from the other preferences: while a column is dragged only its table is to be drawn anew. `null`: as they were remembered. */
const looks = createStore<Readonly<Record<string, GridLook>> | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

const remembered = () => looks.get() ?? preferences.get().grids ?? {};

function setLook(key: string, change: (look: GridLook) => GridLook): void {
  const { [key]: before = PLAIN_LOOK, ...others } = remembered();
  looks.set(Object.fromEntries([...Object.entries(others), [key, change(before)]].slice(-REMEMBERED)));
  clearTimeout(timer);
  timer = setTimeout(() => keepPreferences({ grids: remembered() }), WAIT_MS);
}

/** How a table of the open workspace is looked at, and a way to change that; remembered over restarts. */
export function useGridLook(dataset: string): readonly [GridLook, (change: (look: GridLook) => GridLook) => void] {
  const key = `${useWorkspace()?.path ?? ''} ${dataset}`;
  useStore(looks);
  return [remembered()[key] ?? PLAIN_LOOK, (change) => setLook(key, change)];
}
