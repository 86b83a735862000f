import type { ColumnRenames } from '#contract/documents';
import type { Finding } from '#contract/values';
import type { ImportOrigin } from '../history/state.ts';
import { renamedColumns } from '../import/index.ts';

type Renames = Readonly<Record<string, string>>;
type Remembered = Pick<ImportOrigin, 'renames' | 'renamesOf'>;

/** What a file of a table calls otherwise: mostly what all of them do. */
export const renamesIn = ({ renames = {}, renamesOf = {} }: Remembered, source: number): Renames => (Object.hasOwn(renamesOf, source) ? (renamesOf[source] as Renames) : renames);

/** A file that is in a table. */
interface FileIn {
  readonly source: number;
  /** Its columns as they are called in it. */
  readonly columns: readonly string[];
}

interface FileSaid extends FileIn {
  /** What somebody said of its columns in the import that is going on. */
  readonly said: ColumnRenames;
}

/**
 * What single files keep calling their columns where a later one calls another column so.
 *
 * What was said wrongly is put right for the files before as well. A file keeps a name that cannot mean the other column there: it has
 * that one itself, or somebody just said so of it.
 *
 * @param renames what the files of the table call otherwise from now on
 */
export function keptRenames(before: Remembered, renames: Renames, files: readonly FileSaid[]): NonNullable<ImportOrigin['renamesOf']> {
  const kept: Record<string, Renames> = {};
  for (const { source, columns, said } of files) {
    const isKept = Object.hasOwn(before.renamesOf ?? {}, source);
    const keeps = ({ name, before: called }: Moved) =>
      isKept || (Object.hasOwn(said, name) && (said[name] ?? name) === called) || (Object.hasOwn(renames, name) && columns.includes(renames[name] as string));
    const own = renamesIn(before, source);
    const staying = new Set(
      movedIn(columns, own, renames)
        .filter(keeps)
        .map(({ name }) => name),
    );
    if (staying.size === 0) continue;
    const names = columns.map((name) => [name, staying.has(name) ? own[name] : renames[name]] as const);
    kept[source] = Object.fromEntries(names.filter((pair): pair is [string, string] => pair[1] !== undefined));
  }
  return kept;
}

/** A column of a file whose cells stand in another column of the table than before. */
interface Moved {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function movedIn(columns: readonly string[], before: Renames, after: Renames): Moved[] {
  const [was, is] = [renamedColumns(columns, before), renamedColumns(columns, after)];
  return columns.map((name, i) => ({ name, before: was[i] as string, after: is[i] as string })).filter((column) => column.before !== column.after);
}

/** Whether the files of a table call all as they did: then none needs to be looked at. */
export const isCalledAsBefore = (before: Remembered, after: Remembered): boolean => JSON.stringify([before.renames, before.renamesOf]) === JSON.stringify([after.renames, after.renamesOf]);

/** What is to be said of files before whose columns follow what was said of the newest. */
export function movedFindings(before: Remembered, after: Remembered, files: readonly FileIn[], nameOf: (source: number) => string): Finding[] {
  return files.flatMap(({ source, columns }) =>
    movedIn(columns, renamesIn(before, source), renamesIn(after, source)).map(({ name, before: was, after: is }) => ({
      code: 'columns-moved',
      severity: 'warning' as const,
      where: { file: nameOf(source), column: name },
      message: { en: `${name} of ${nameOf(source)} is ${is} from now on as well, and not ${was}`, zh: `“${nameOf(source)}”的“${name}”此后也作为“${is}”，不再作为“${was}”` },
    })),
  );
}
