import type { StepDefinition } from '../define.ts';
import { derive } from './derive.ts';
import { filterRows } from './filter-rows.ts';
import { join } from './join.ts';
import { keepColumns } from './keep-columns.ts';
import { removeColumns } from './remove-columns.ts';
import { removeDuplicates } from './remove-duplicates.ts';
import { renameColumns } from './rename-columns.ts';
import { replaceValues } from './replace-values.ts';
import { setType } from './set-type.ts';
import { sortRows } from './sort-rows.ts';
import { tidyText } from './tidy-text.ts';

/** Every cleaning step, by id. */
export const STEPS: readonly StepDefinition[] = Object.freeze([derive, filterRows, join, keepColumns, removeColumns, removeDuplicates, renameColumns, replaceValues, setType, sortRows, tidyText]);
