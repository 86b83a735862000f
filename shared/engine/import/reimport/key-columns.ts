import { Dictionary } from '../../table/dictionary.ts';
import type { TextColumn } from '../../table/table.ts';
import { mayBeWrapped, unwrapId } from '../../values/wrappers.ts';

/**
 * A column as keys are compared by it: one export wraps its codes for Excel (`="0012"`, a tab behind), the next one does not, and both
 * name the same. Most columns have none wrapped and are given back as they are.
 */
export function keyColumn(column: TextColumn): TextColumn {
  const { arena, ends, size } = column.dictionary;
  let wrapped = 1;
  while (wrapped < size && !mayBeWrapped(arena, ends[wrapped - 1] as number, ends[wrapped] as number)) wrapped++;
  if (wrapped === size) return column;
  const dictionary = new Dictionary();
  const codeOf = new Uint32Array(size);
  for (let code = 1; code < size; code++) {
    const start = ends[code - 1] as number;
    const end = ends[code] as number;
    if (!mayBeWrapped(arena, start, end)) codeOf[code] = dictionary.addBytes(arena, start, end);
    else {
      const text = unwrapId(column.dictionary.text(code) as string);
      if (text !== '') codeOf[code] = dictionary.add(text);
    }
  }
  return { ...column, dictionary, codes: column.codes.map((code) => codeOf[code] as number) };
}
