import type { StepDefinition } from '../define.ts';
import { bucket } from './bucket.ts';
import { convertCurrency } from './convert-currency.ts';
import { convertUnit } from './convert-unit.ts';
import { dateParts } from './date-parts.ts';
import { derive } from './derive.ts';
import { lag } from './lag.ts';
import { editCells } from './edit-cells.ts';
import { extract } from './extract.ts';
import { fillCells } from './fill.ts';
import { filterRows } from './filter-rows.ts';
import { aggregate } from './aggregate.ts';
import { join } from './join.ts';
import { keepColumns } from './keep-columns.ts';
import { lookUp } from './look-up.ts';
import { mask } from './mask.ts';
import { mergeColumns } from './merge-columns.ts';
import { rowNumber } from './row-number.ts';
import { parseAddress } from './parse-address.ts';
import { parseVariant } from './parse-variant.ts';
import { pivot } from './pivot.ts';
import { rank } from './rank.ts';
import { removeColumns } from './remove-columns.ts';
import { removeDuplicates } from './remove-duplicates.ts';
import { renameColumns } from './rename-columns.ts';
import { reorderColumns } from './reorder-columns.ts';
import { replaceValues } from './replace-values.ts';
import { runningTotal } from './running-total.ts';
import { setType } from './set-type.ts';
import { sortRows } from './sort-rows.ts';
import { splitColumn } from './split-column.ts';
import { stack } from './stack.ts';
import { tagRows } from './tag-rows.ts';
import { tidyText } from './tidy-text.ts';
import { unpivot } from './unpivot.ts';

/** Every cleaning step, in the order in which menus show them. */
export const STEPS: readonly StepDefinition[] = Object.freeze([
  ...[renameColumns, reorderColumns, keepColumns, removeColumns, splitColumn, mergeColumns],
  ...[tidyText, replaceValues, extract, parseAddress, parseVariant],
  ...[setType, derive, fillCells, dateParts, editCells],
  ...[filterRows, removeDuplicates, sortRows, tagRows, aggregate],
  ...[rowNumber, rank, runningTotal, lag, bucket, convertUnit, convertCurrency],
  ...[join, lookUp, stack, pivot, unpivot],
  mask,
]);
