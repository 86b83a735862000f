/** How far an imported table reaches, and when its next file is expected. */
export interface Freshness {
  readonly dataset: string;
  readonly name: string;
  readonly platform: string | null;
  readonly template: string | null;
  /** The usual way to its export through the menus of the back office; null where nobody has said. */
  readonly where: string | null;
  /** The column of dates that was looked at. */
  readonly column: string | null;
  readonly lastDay: string | null;
  /** Days since then. */
  readonly age: number | null;
  /** Days between two files: chosen, or found from the files that are in. */
  readonly every: number;
  readonly chosen: boolean;
  readonly overdue: boolean;
}
