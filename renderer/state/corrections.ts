import type { CellCorrection, InspectedFile, RefusedPlace } from '#contract/import';

type Place = Pick<RefusedPlace, 'row' | 'column'>;

const isAt =
  ({ row, column }: Place) =>
  (one: Place): boolean =>
    one.row === row && one.column === column;

/** What a cell was corrected to. */
export const correctionOf = (corrections: readonly CellCorrection[], place: Place): string | undefined => corrections.find(isAt(place))?.value;

/** Corrections with that of one cell; nothing takes it away. */
export function withCorrection(corrections: readonly CellCorrection[], { row, column }: Place, value: string | undefined): readonly CellCorrection[] {
  const others = corrections.filter((one) => !isAt({ row, column })(one));
  return value === undefined ? others : [...others, { row, column, value }].sort((a, b) => a.row - b.row);
}

/** The corrections of a file whose cells are refused by the reading that was chosen last: a cell that is read now needs none. */
export function standingCorrections(corrections: Readonly<Record<string, readonly CellCorrection[]>>, inspected: Pick<InspectedFile, 'tables'> | null): Record<string, readonly CellCorrection[]> {
  const refused = (name: string) => inspected?.tables.find((table) => table.name === name)?.refused.flatMap(({ listed }) => listed) ?? [];
  return Object.fromEntries(
    Object.entries(corrections).flatMap(([name, own]) => {
      const places = new Set(refused(name).map(({ row, column }) => `${row} ${column}`));
      const standing = own.filter(({ row, column }) => places.has(`${row} ${column}`));
      return standing.length === 0 ? [] : [[name, standing] as const];
    }),
  );
}
