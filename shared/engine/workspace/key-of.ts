import type { ImportOrigin } from '../history/state.ts';
import { type RowKey, rowKey } from '../import/index.ts';
import { lineKeysOf, orderColumnsOf, orderIdOf, templateById } from '../model/index.ts';

/** By which columns the rows of an imported table are found again, and what its template knows of them. */
export function keyOf({ naturalKey, template, keyBy }: Pick<ImportOrigin, 'naturalKey' | 'template' | 'keyBy'>): RowKey {
  const known = template === null || keyBy !== undefined ? undefined : templateById(template);
  // Its columns stand in the template's order, under the names of the file.
  if (known === undefined || known.naturalKey.length !== naturalKey.length) return rowKey(naturalKey);
  const lineKeys = lineKeysOf(known);
  const once = known.statesOrderOnce === true;
  return {
    columns: naturalKey,
    ofLines: naturalKey.filter((_, i) => lineKeys.includes(known.naturalKey[i] as string)),
    ofOrders: once ? orderColumnsOf(known) : [],
    wholeBy: known.statesAllLinesBy ?? null,
    orderId: once ? orderIdOf(known) : null,
    isUnique: known.keyIsUnique === true,
  };
}

/** The columns of its key that an imported table has; none where it lacks one that the key cannot do without. */
export function usedKey(origin: Pick<ImportOrigin, 'naturalKey' | 'template' | 'keyBy' | 'types'>): string[] {
  const { columns, ofLines } = keyOf(origin);
  const used = columns.filter((name) => Object.hasOwn(origin.types, name));
  return columns.every((name) => used.includes(name) || ofLines.includes(name)) && used.some((name) => !ofLines.includes(name)) ? used : [];
}
