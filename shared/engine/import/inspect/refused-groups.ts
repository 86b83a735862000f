import type { ImportOptions } from '#contract/documents';
import type { RefusedGroup, RefusedPlace } from '#contract/import';
import type { ColumnType, Text } from '#contract/values';
import { cellAt, type TextColumn } from '../../table/table.ts';
import type { Typed } from '../../table/typing.ts';
import { isBlankWord, parseDecimal } from '../../values/numbers.ts';
import type { ParsedTable } from '../parsed.ts';

/** So many cells of a group can be looked at and corrected one by one. */
const LISTED = 300;
/** More buttons than these hide the group. */
const MOST_FIXES = 2;

type Kind = 'date' | 'number' | 'yes-no' | 'misfit';

const REASONS: Readonly<Record<Kind, Text>> = {
  date: { en: 'not a date', zh: '不是日期' },
  number: { en: 'not a number', zh: '不是数字' },
  'yes-no': { en: 'neither yes nor no', zh: '既非“是”也非“否”' },
  misfit: { en: 'a number that does not fit its column', zh: '数字与列的类型不符' },
};

/** What is wrong with a cell that a type refuses. */
function kindOf(type: ColumnType, text: string, decimal: '.' | ','): Kind {
  if (type === 'date' || type === 'instant') return 'date';
  if (type === 'bool') return 'yes-no';
  return parseDecimal(text, decimal) === null ? 'number' : 'misfit';
}

interface Gathered {
  cells: number;
  readonly listed: RefusedPlace[];
  /** Text, trimmed → how many cells hold it. */
  readonly texts: Map<string, number>;
}

/**
 * The cells that their types refuse, by why. What stands in several of them, or says in so many words that nothing is there, is read as
 * empty by one click.
 *
 * @param emptyTexts what is read as empty already
 */
export function groupRefused(
  { table }: Pick<ParsedTable, 'table'>,
  typed: readonly Typed[],
  { options, decimal, emptyTexts }: { readonly options: ImportOptions; readonly decimal: '.' | ','; readonly emptyTexts: readonly string[] },
): RefusedGroup[] {
  const groups = new Map<Kind, Gathered>();
  for (const [i, { column, refused }] of typed.entries()) {
    const source = table.columns[i] as TextColumn;
    for (const row of refused) {
      const text = String(cellAt(source, row) ?? '');
      const kind = kindOf(column.type, text, decimal);
      const group: Gathered = groups.get(kind) ?? { cells: 0, listed: [], texts: new Map() };
      groups.set(kind, group);
      group.cells++;
      // Each column brings its own first cells: those that come first in the file are taken of them all.
      group.listed.push({ row: table.origin.row[row] as number, column: column.name, text });
      if (group.listed.length >= LISTED * 4) keepFirst(group.listed);
      const word = text.trim();
      group.texts.set(word, (group.texts.get(word) ?? 0) + 1);
    }
  }
  return [...groups]
    .map(([kind, { cells, listed, texts }]): RefusedGroup => {
      keepFirst(listed);
      const fixes = wordsForNothing(texts).map((word) => ({
        label: { en: `Read ${word} as empty`, zh: `将 ${word} 视为空` },
        options: { ...options, emptyTexts: [...emptyTexts, word] },
      }));
      return { reason: REASONS[kind], cells, listed, fixes };
    })
    .sort((a, b) => b.cells - a.cells);
}

function keepFirst(listed: RefusedPlace[]): void {
  listed.sort((a, b) => a.row - b.row);
  if (listed.length > LISTED) listed.length = LISTED;
}

/** What people and machines write where nothing is known. */
const SAYS_NOTHING = /^(nil+|n\.a\.|tb[acd]|unknown|missing|pending|error|undefined|#\S+[!?]?|[?*.x_~—–-]+|未知|不详|未定|待定|待补|待确认|缺货?|面议|没有|空白|不适用)$/i;
/** Longer ones are remarks that somebody wrote about one row. */
const LONGEST_WORD = 20;

/** Texts of refused cells that may stand for nothing, the most frequent first: such as say so, and such as are repeated and hold no digit but zeros. */
function wordsForNothing(texts: ReadonlyMap<string, number>): string[] {
  return [...texts]
    .filter(([word, count]) => word.length > 0 && word.length <= LONGEST_WORD && (SAYS_NOTHING.test(word) || isBlankWord(word) || (count > 1 && !/[1-9]/.test(word))))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_FIXES)
    .map(([word]) => word);
}
