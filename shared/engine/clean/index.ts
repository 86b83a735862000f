export { describeStep, type Needs, recipeNeeds, type Replay, replayRecipe, stepById } from './apply.ts';
export { clusterTexts } from './cluster.ts';
export { facetOf } from './facet.ts';
export { suggestSteps } from './suggest.ts';
export { compileExpression, evaluateExpression } from './expression/evaluate.ts';
export { FUNCTIONS } from './expression/functions.ts';
export { STEPS } from './steps/registry.ts';
