export { describeStep, type Needs, recipeNeeds, type Replay, replayRecipe, rowsNamed, stepById } from './apply.ts';
export type { CheckContext } from './checks/define.ts';
export { CHECKS } from './checks/registry.ts';
export { brokenRows, checkedRule, runCheck } from './checks/run.ts';
export { suggestChecks } from './checks/suggest.ts';
export { followSources } from './follow-sources.ts';
export { followTexts, type TextNow } from './follow-texts.ts';
export { facetOf } from './facet.ts';
export { followKept, keptRowsIn } from './kept.ts';
export { followColumns, followedColumns, followParams, renameInExpression } from './follow-columns.ts';
export { suggestSteps } from './suggest.ts';
export { compileExpression, evaluateExpression, evaluatingExpression } from './expression/evaluate.ts';
export { FUNCTIONS } from './expression/functions.ts';
export { joinOf } from './steps/join.ts';
export { paramChange } from './param-words.ts';
export { diffRecipes } from './recipe-diff.ts';
export { STEPS } from './steps/registry.ts';
export { tracedColumns } from './traced-columns.ts';

/** Groups of spellings; loaded when first asked for, as the sounds of all Chinese characters take 17 MB. */
export const loadClusters = () => import('./cluster.ts');
