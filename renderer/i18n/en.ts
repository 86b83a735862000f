import { collect } from './en/collect.ts';
import { frame } from './en/frame.ts';
import { grid } from './en/grid.ts';
import { keys } from './en/keys.ts';
import { metrics } from './en/metrics.ts';
import { model } from './en/model.ts';
import { recipe } from './en/recipe.ts';
import { results } from './en/results.ts';
import { source } from './en/source.ts';
import { versions } from './en/versions.ts';

/** Everything the window says, in English. This is the type that other languages are checked against. */
export const en = { ...frame, ...collect, ...recipe, ...grid, ...model, ...metrics, ...results, ...source, ...keys, ...versions };
export type Messages = typeof en;
