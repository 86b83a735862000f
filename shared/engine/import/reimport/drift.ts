import type { ColumnRenames } from '#contract/documents';
import type { HeaderDrift } from '#contract/import';
import { headerUnit } from '../../values/units.ts';

/** How far the columns of a new file are those of a table that is there. */
export interface DriftFound extends HeaderDrift {
  /** Share of all columns that both have, renamed ones included, 0 to 1. */
  readonly overlap: number;
}

/** A name without what is only spelling, and without the unit behind it. */
export const bareName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【（][^)\]】）]*[)\]】）]$/u, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '');

const UNIT = /[([【（]\s*([A-Za-z]{3}|[^)\]】）]?元|%)\s*[)\]】）]$/u;
const unitOf = (name: string) => UNIT.exec(name.trim())?.[1]?.toLowerCase();

/** Names without a unit count in ones. */
const shiftOf = (name: string) => headerUnit(name)?.shift ?? 0;

/** Whether two names are one but for the unit behind them: their values are no values of one column. */
function inOtherUnits(a: string, b: string): boolean {
  const [first, second] = [unitOf(a), unitOf(b)];
  const differ = first !== undefined && second !== undefined && first !== second;
  return (differ || shiftOf(a) !== shiftOf(b)) && bareName(a) === bareName(b);
}

/** Whether a file counts what a table counts in another unit: dollars here, euros there. */
export function unitsClash(known: readonly string[], incoming: readonly string[]): boolean {
  return incoming.some((name) => !known.includes(name) && known.some((candidate) => inOtherUnits(candidate, name)));
}

/**
 * Compares the columns of a new file with those of a table: which are new, lost or called otherwise. The order does not matter.
 *
 * @param sameField whether two names stand for the same thing in the world's exports
 * @param chosen what somebody said of columns of the file, which goes before what is found; of columns that are not there it says nothing
 */
export function driftOf(known: readonly string[], incoming: readonly string[], sameField: (a: string, b: string) => boolean, chosen: ColumnRenames = {}): DriftFound {
  const shared = incoming.filter((name) => known.includes(name));
  let lost = known.filter((name) => !incoming.includes(name));
  const added: string[] = [];
  const renamed: { from: string; to: string }[] = [];
  const isNew = incoming.filter((name) => !shared.includes(name));
  for (const [from, to] of Object.entries(chosen)) {
    if (to === null || !isNew.includes(from) || !lost.includes(to)) continue;
    renamed.push({ from, to });
    lost = lost.filter((candidate) => candidate !== to);
  }
  for (const name of isNew) {
    if (renamed.some(({ from }) => from === name)) continue;
    const isOwn = Object.hasOwn(chosen, name) && chosen[name] === null;
    const fitting = isOwn ? [] : lost.filter((candidate) => !inOtherUnits(candidate, name));
    const alike = fitting.filter((candidate) => bareName(candidate) === bareName(name));
    const meant = alike.length > 0 ? alike : fitting.filter((candidate) => sameField(candidate, name));
    // Two columns that could be meant leave it open: a wrong guess would mix their values.
    const only = meant.length === 1 ? meant[0] : undefined;
    if (only === undefined) added.push(name);
    else {
      renamed.push({ from: name, to: only });
      lost = lost.filter((candidate) => candidate !== only);
    }
  }
  const union = new Set([...known, ...incoming]).size - renamed.length;
  return { added, lost, renamed, overlap: union === 0 ? 0 : (shared.length + renamed.length) / union };
}

/** The names of a file as its table calls them; no name is given away twice, be it that the file has it itself or calls two columns so. */
export function renamedColumns(names: readonly string[], renames: Readonly<Record<string, string>> = {}): string[] {
  const taken = new Set(names);
  return names.map((name) => {
    const to = Object.hasOwn(renames, name) ? renames[name] : undefined;
    if (to === undefined || taken.has(to)) return name;
    taken.add(to);
    return to;
  });
}

/** What is remembered of the columns of a table, but for those of which somebody says otherwise now. */
export function withoutChosen(renames: Readonly<Record<string, string>> = {}, chosen: ColumnRenames = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(renames).filter(([name]) => !Object.hasOwn(chosen, name)));
}
