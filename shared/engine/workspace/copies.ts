import { daysIn } from '../import/index.ts';

/** `orders (2).csv`, `orders(2).csv`: what a browser calls the third download of orders.csv. */
const COPY = /^(.*?) ?\((\d{1,3})\)(\.[^.]*)?$/;

/**
 * Files in the order in which they are imported: as they were given, but later downloads of the same name behind the earlier ones, since
 * what is newer counts.
 */
export function inOrderOfDownload<F extends { readonly name: string }>(files: readonly F[]): F[] {
  const copies = files.map((file) => {
    const match = COPY.exec(file.name);
    return { file, stem: (match === null ? file.name : `${match[1]}${match[3] ?? ''}`).toLowerCase(), copy: match === null ? 0 : Number(match[2]) };
  });
  const first = new Map<string, number>();
  for (const [at, { stem }] of copies.entries()) if (!first.has(stem)) first.set(stem, at);
  return copies.sort((a, b) => (first.get(a.stem) as number) - (first.get(b.stem) as number) || a.copy - b.copy).map(({ file }) => file);
}

/**
 * Where a file belongs among those of its table, which lie one over the other: behind all of them, but before such as are called the same
 * but for a later day.
 *
 * @param names of the files before, the oldest first
 */
export function placeAmong(names: readonly string[], name: string): number {
  const own = lastDay(name);
  let place = names.length;
  while (own !== null && place > 0) {
    const other = lastDay(names[place - 1] as string);
    if (other === null || other.shape !== own.shape || other.day <= own.day) break;
    place--;
  }
  return place;
}

/** Files as they lie one over the other: in the order they came, but those of a later day above such as are called the same. */
export function inOrderOfDays<F>(files: readonly F[], nameOf: (file: F) => string): F[] {
  let placed: F[] = [];
  for (const file of files) placed = placed.toSpliced(placeAmong(placed.map(nameOf), nameOf(file)), 0, file);
  return placed;
}

/** The last day in the name of a file, and the name without its digits and the number of its copy. */
function lastDay(name: string): { readonly day: string; readonly shape: string } | null {
  const bare = name.replace(COPY, '$1$3');
  const day = daysIn(bare).sort().at(-1);
  return day === undefined ? null : { day, shape: bare.toLowerCase().replace(/\d/g, '0') };
}
