import type { KeyProposal } from '#contract/keys';
import type { ColumnType, Text } from '#contract/values';
import type { TextColumn } from '../../table/table.ts';
import { atOnce, type Sliced } from '../../values/sliced.ts';
import { type SourceTable, type Stacked, stackSources } from './stack.ts';
import { isToldDay } from '../inspect/told-days.ts';
import { keyColumn } from './key-columns.ts';
import { type KeyFacts, keyFacts, type StackedFiles, startsUnique } from './key-facts.ts';

/** What columns say of themselves, beside their cells. */
export interface KeyHints {
  readonly types: Readonly<Record<string, ColumnType>>;
  /** Phones, names and addresses: people change them, and several orders share them. */
  isPersonal(column: string): boolean;
  /** Only what the last file says is asked for: it is looked at before it is in. */
  readonly ofLast?: boolean;
}

/** What the files of a table say about the columns that tell its rows apart. */
export interface KeysFound {
  /** Smallest sets of columns in which every row of every file differs, best first. */
  readonly proposals: readonly KeyProposal[];
  /** Where there is none: the set that comes nearest. */
  readonly nearest: KeyProposal | null;
}

const MOST_COLUMNS = 12;
const LARGEST_SET = 3;
const MOST_PROPOSALS = 3;
/** Ids that are counted to tell which set comes nearest. */
const FEW = 3;

/** The rules by which a key is used unasked; all of them have to hold. */
export const KEY_RULES = {
  /** So many rows of the new file were there before: fewer may meet by chance. */
  leastFound: 20,
  /** And at least this share of them. */
  foundShare: 0.5,
  /** Rows that meet are the same rows: their other cells agree by so much more than those of any two rows. */
  alike: 0.6,
} as const;

const findsEnough = ({ rows, found }: Pick<KeyFacts, 'rows' | 'found'>): boolean => found >= KEY_RULES.leastFound && found >= rows * KEY_RULES.foundShare;

/** A file that finds enough of its rows again says more than one that does not, and of these the one that finds more. */
const speaksBetter =
  ({ ofLast = false }: KeyHints) =>
  (a: Pick<KeyFacts, 'rows' | 'found'>, b: Pick<KeyFacts, 'rows' | 'found'>): boolean =>
    !ofLast && (findsEnough(a) === findsEnough(b) ? a.found > b.found : findsEnough(a));

/** Rows that meet and are this unlike are not the same: such a column numbers the rows of a file. */
const UNLIKE = 0.3;

/**
 * The columns by which rows of one file are found again in another: ids first, then ids with times and other ids.
 *
 * A set is proposed where each of its cells is filled and every row of every file differs in it, and no smaller set does. It is `sure`
 * where {@link KEY_RULES} hold and one of its columns is an id.
 *
 * @param sources in the order they came; of a single one it can only be said whether its rows differ
 */
export const findKeys = (sources: readonly SourceTable[], hints: KeyHints): KeysFound => atOnce(findingKeys(stackSources(sources), hints));

/** {@link findKeys} in slices. */
export function* findingKeys(sources: Stacked, hints: KeyHints): Sliced<KeysFound> {
  const stacked = stackedFiles(sources);
  yield;
  if (stacked === null) return { proposals: [], nearest: null };
  // Days of files differ between files whatever the rows are.
  const undated = { ...stacked, columns: stacked.columns.filter(({ name }) => !isToldDay(name)) };
  const numbering = yield* numberingColumns(undated, hints);
  return yield* searched(numbering.length === 0 ? stacked : { ...stacked, columns: stacked.columns.filter((column) => !numbering.includes(column)) }, hints);
}

/** Columns that number the rows of each file anew: those that meet by them are not the same. */
function* numberingColumns(stacked: StackedFiles, hints: KeyHints): Sliced<readonly TextColumn[]> {
  if (stacked.starts.length < 3) return [];
  const numbering: TextColumn[] = [];
  for (const column of candidatesOf(stacked, hints)) {
    if (!isLargeEnough([column], stacked) || !startsUnique([column], stacked)) continue;
    const { unique, found, alike } = yield* keyFacts([column], stacked, speaksBetter(hints));
    if (unique && found > 0 && alike < UNLIKE) numbering.push(column);
    yield;
  }
  return numbering;
}

function* searched(stacked: StackedFiles, hints: KeyHints): Sliced<KeysFound> {
  // Without the day of its file a row would be that of the day before.
  const days = stacked.columns.filter(({ name }) => isToldDay(name));
  const candidates = candidatesOf(stacked, hints).filter((column) => !days.includes(column));
  const ids = candidates.filter((column) => isId(column, hints)).slice(0, FEW);
  let nearest: KeyProposal | null = null;
  for (let size = 1; size <= LARGEST_SET; size++) {
    const proposals: KeyProposal[] = [];
    for (const set of setsOf(candidates, size)) {
      const columns = [...set, ...days];
      yield;
      // Of one file it is only said that its rows differ, which amounts and texts do as well.
      if (stacked.starts.length < 3 && !columns.some((column) => isId(column, hints))) continue;
      const mayBe = isLargeEnough(columns, stacked) && startsUnique(columns, stacked);
      if (!mayBe && (size > 2 || !set.every((column) => ids.includes(column)))) continue;
      const facts = yield* keyFacts(columns, stacked, speaksBetter(hints));
      const proposal = proposalOf(columns, facts, stacked, hints);
      if (facts.unique && !(facts.found > 0 && facts.alike < UNLIKE)) proposals.push(proposal);
      else if (!facts.unique && (nearest === null || proposal.different > nearest.different)) nearest = proposal;
    }
    if (proposals.length > 0) return { proposals: best(proposals).slice(0, MOST_PROPOSALS), nearest: null };
  }
  return { proposals: [], nearest };
}

/** Whether there are enough different cells for every row of the last file to differ. */
const isLargeEnough = (columns: readonly TextColumn[], stacked: StackedFiles): boolean => columns.reduce((product, { dictionary }) => product * (dictionary.size - 1), 1) >= lastRows(stacked);

/** The columns that every file has; `null` where a file has no rows. */
function stackedFiles({ table: { rows, columns }, parts }: Stacked): StackedFiles | null {
  if (parts.length === 0 || parts.some(({ rows: own }) => own === 0)) return null;
  const starts = [0];
  for (const { rows: own } of parts) starts.push((starts.at(-1) as number) + own);
  const common = (columns as readonly TextColumn[]).filter(({ name }) => parts.every((part) => part.columns.has(name)));
  return { rows, columns: common.map(keyColumn), starts };
}

const lastRows = ({ starts }: StackedFiles): number => (starts.at(-1) as number) - (starts.at(-2) as number);

/** Columns that may be part of a key: filled in every row, and no amounts. Ids first, then those of more different cells. */
function candidatesOf({ columns }: StackedFiles, hints: KeyHints): TextColumn[] {
  const isKind = (column: TextColumn) => KEY_TYPES.has(hints.types[column.name] ?? 'text') || (hints.types[column.name] === 'int' && isId(column, hints));
  const may = columns.filter((column) => isKind(column) && !hints.isPersonal(column.name) && column.dictionary.size > 2 && !column.codes.includes(0));
  const rank = (column: TextColumn) => (isId(column, hints) ? 0 : TIMES.has(hints.types[column.name] ?? 'text') ? 1 : 2);
  return may.sort((a, b) => rank(a) - rank(b) || b.dictionary.size - a.dictionary.size).slice(0, MOST_COLUMNS);
}

const KEY_TYPES: ReadonlySet<ColumnType> = new Set(['id', 'text', 'enum', 'date', 'instant']);
const TIMES: ReadonlySet<ColumnType> = new Set(['date', 'instant']);
/** Names of columns that number what a row is (an order, a product), or its place in that. */
const NAMES_ID =
  /(^|[\s_.-])(id|no|nr|code|sku|asin|number|key|uuid|guid|handle|seq|sequence|sequential|line|position)$|[a-z](Id|ID|No|Code|Number)$|(编号|单号|编码|流水号|序列号|id|代码|款号|货号|行号)$/;

const isId = ({ name }: TextColumn, { types }: KeyHints): boolean => types[name] === 'id' || NAMES_ID.test(name) || NAMES_ID.test(name.toLowerCase());

function* setsOf(columns: readonly TextColumn[], size: number, from = 0): Iterable<readonly TextColumn[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at < columns.length; at++) for (const rest of setsOf(columns, size - 1, at + 1)) yield [columns[at] as TextColumn, ...rest];
}

function proposalOf(columns: readonly TextColumn[], { rows, different, unique, found, agreeing, alike }: KeyFacts, stacked: StackedFiles, hints: KeyHints): KeyProposal {
  const several = stacked.starts.length > 2;
  const sure = unique && several && columns.some((column) => isId(column, hints)) && findsEnough({ rows, found }) && alike >= KEY_RULES.alike;
  // In the order in which they stand in the file.
  const names = stacked.columns.filter((column) => columns.includes(column)).map(({ name }) => name);
  return { columns: names, rows, different, found: several ? found : null, agreeing: several && found > 0 ? agreeing : null, sure, reason: reasonOf(names, rows, different, several ? found : null) };
}

function reasonOf(names: readonly string[], rows: number, different: number, found: number | null): Text {
  const n = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  const name = names.join(' + ');
  return {
    en: `${name}: ${n(different)} of ${n(rows)} different${found === null ? '' : `, ${n(found)} found again`}`,
    zh: `${name}：${n(rows)} 行中 ${n(different)} 行互不相同${found === null ? '' : `，${n(found)} 行已存在`}`,
  };
}

/** Those that find most rows again, and of these the ones that agree most; else in the order in which they were tried. */
function best(proposals: readonly KeyProposal[]): KeyProposal[] {
  const order = new Map(proposals.map((proposal, at) => [proposal, at]));
  return [...proposals].sort((a, b) => Number(b.sure) - Number(a.sure) || (b.found ?? 0) - (a.found ?? 0) || (order.get(a) as number) - (order.get(b) as number));
}
