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
