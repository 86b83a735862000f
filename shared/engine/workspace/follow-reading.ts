import { followTexts, type TextNow } from '../clean/index.ts';
import { dependenciesOf, dependencyOrder, type StatePatch } from '../history/state.ts';
import { recoder } from '../import/index.ts';
import type { Workspace } from './workspace.ts';

/** Plain letters are the same in nearly every encoding. */
const OTHER_LETTERS = /[^ -~]/;

/**
 * The steps, and versions with a name, of a table whose file was read by a wrong encoding, and of tables that follow from it: the texts of
 * its cells that they compare with or replace are what these are now. What the user typed as it should be stays.
 *
 * @param patch what else the new reading changes
 */
export function followReading(workspace: Workspace, patch: StatePatch, id: string, from: string | null, to: string | null): StatePatch {
  if (from === null || to === null || from === to) return patch;
  const all = { ...workspace.state.datasets, ...(patch.datasets as typeof workspace.state.datasets) };
  const versions = { ...workspace.state.versions, ...(patch.versions as typeof workspace.state.versions) };
  const following = new Set([id]);
  for (const one of dependencyOrder(all).order) if (dependenciesOf(one).some((needed) => following.has(needed))) following.add(one.id);
  const named = JSON.stringify([...following].map((one) => [all[one]?.recipe, versions[one]]));
  if (!OTHER_LETTERS.test(named)) return patch;
  const textNow = textNowIn(workspace, id, from, to);
  const datasets: Record<string, (typeof all)[string]> = {};
  const saved: Record<string, (typeof versions)[string]> = {};
  for (const one of following) {
    const dataset = all[one];
    if (dataset !== undefined) {
      const recipe = followTexts(dataset.recipe, textNow);
      if (recipe !== dataset.recipe) datasets[one] = { ...dataset, recipe };
    }
    const own = versions[one];
    if (own !== undefined) saved[one] = own.map((version) => ({ ...version, steps: followTexts(version.steps, textNow) }));
  }
  return { ...patch, datasets: { ...patch.datasets, ...datasets }, ...(Object.keys(saved).length > 0 && { versions: { ...patch.versions, ...saved } }) };
}

/** Only what stands in a cell as it was read until now was read wrongly. */
function textNowIn(workspace: Workspace, id: string, from: string, to: string): TextNow {
  const [table] = workspace.datasets.get(id).tables;
  const dictionaries = (table?.columns ?? []).flatMap((column) => (column.kind === 'text' ? [column.dictionary] : []));
  const known = new Map<string, string | null>();
  const recode = recoder((encoding) => workspace.ports.decoder(encoding), from, to);
  const stands = (text: string) =>
    dictionaries.some((dictionary) => {
      for (let code = 1; code < dictionary.size; code++) if (dictionary.text(code)?.includes(text)) return true;
      return false;
    });
  return (text) => {
    if (!OTHER_LETTERS.test(text)) return null;
    let now = known.get(text);
    if (now === undefined) {
      now = stands(text) ? recode(text) : null;
      known.set(text, now);
    }
    return now;
  };
}
