import type { Messages } from './en.ts';
import type { Translation } from './types.ts';
import { collect } from './zh/collect.ts';
import { frame } from './zh/frame.ts';
import { grid } from './zh/grid.ts';
import { keys } from './zh/keys.ts';
import { metrics } from './zh/metrics.ts';
import { model } from './zh/model.ts';
import { recipe } from './zh/recipe.ts';
import { results } from './zh/results.ts';
import { source } from './zh/source.ts';
import { versions } from './zh/versions.ts';

/** Everything the window says, in Simplified Chinese. */
export const zh: Translation<Messages> = { ...frame, ...collect, ...recipe, ...grid, ...model, ...metrics, ...results, ...source, ...keys, ...versions };
