import type { StepDefinition } from '../define.ts';
import { bucketNumbers } from './bucket-numbers.ts';
import { convertCurrency } from './convert-currency.ts';
import { convertUnits } from './convert-units.ts';
import { dateParts } from './date-parts.ts';
import { derive } from './derive.ts';
import { earlierRow } from './earlier-row.ts';
import { editCells } from './edit-cells.ts';
import { extractText } from './extract-text.ts';
import { fillEmpty } from './fill-empty.ts';
import { filterRows } from './filter-rows.ts';
import { groupRows } from './group-rows.ts';
import { join } from './join.ts';
import { keepColumns } from './keep-columns.ts';
import { lookUp } from './look-up.ts';
import { maskColumns } from './mask-columns.ts';
import { mergeColumns } from './merge-columns.ts';
import { numberRows } from './number-rows.ts';
import { parseAddress } from './parse-address.ts';
import { parseVariant } from './parse-variant.ts';
import { pivotRows } from './pivot-rows.ts';
import { rankRows } from './rank-rows.ts';
import { removeColumns } from './remove-columns.ts';
import { removeDuplicates } from './remove-duplicates.ts';
import { renameColumns } from './rename-columns.ts';
import { reorderColumns } from './reorder-columns.ts';
import { replaceValues } from './replace-values.ts';
import { runningTotal } from './running-total.ts';
import { setType } from './set-type.ts';
import { sortRows } from './sort-rows.ts';
import { splitColumn } from './split-column.ts';
import { stackTables } from './stack-tables.ts';
import { tagRows } from './tag-rows.ts';
import { tidyText } from './tidy-text.ts';
import { unpivotColumns } from './unpivot-columns.ts';

/** Every cleaning step, in the order in which menus show them. */
export const STEPS: readonly StepDefinition[] = Object.freeze([
  ...[renameColumns, reorderColumns, keepColumns, removeColumns, splitColumn, mergeColumns],
  ...[tidyText, replaceValues, extractText, parseAddress, parseVariant],
  ...[setType, derive, fillEmpty, dateParts, editCells],
  ...[filterRows, removeDuplicates, sortRows, tagRows, groupRows],
  ...[numberRows, rankRows, runningTotal, earlierRow, bucketNumbers, convertUnits, convertCurrency],
  ...[join, lookUp, stackTables, pivotRows, unpivotColumns],
  maskColumns,
]);
