import type { StageState } from '#contract/workspace';

export type StageId = StageState['stage'];
export const STAGES: readonly StageId[] = ['collect', 'clean', 'model', 'metrics', 'understand', 'act', 'report'];
