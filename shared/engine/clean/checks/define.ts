import type { CheckInfo } from '#contract/checks';
import type { Text } from '#contract/values';
import type { Table } from '../../table/table.ts';
import type { Params } from '../define.ts';

/** What a check may use besides its table. */
export interface CheckContext {
  /** Another dataset. */
  table(dataset: string): Table | undefined;
  /** Minutes east of UTC at an instant, in the zone of the table's shop. */
  readonly offsetOf: (utcInstant: string) => number;
  /** The day of today in the workspace's zone, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface CheckOutcome {
  /** Rows that break the rule, from 0. */
  readonly rows: Uint32Array;
  /** For a rule on the table as a whole: what is wrong; `null` when nothing is. */
  readonly whole?: Text | null;
}

/** One kind of rule. A new one is one file here and one line in the registry. */
export interface CheckDefinition extends CheckInfo {
  describe(params: Params): Text;
  /** @throws SuanpanError when the table lacks what the rule reads */
  run(table: Table, params: Params, context: CheckContext): CheckOutcome;
}

export const defineCheck = (definition: CheckDefinition): CheckDefinition => Object.freeze(definition);

/** The rows for which a test does not hold. */
export function rowsWhere(rows: number, breaks: (row: number) => boolean): Uint32Array {
  const broken: number[] = [];
  for (let row = 0; row < rows; row++) if (breaks(row)) broken.push(row);
  return Uint32Array.from(broken);
}

/** The rows whose text, looked at once, does not hold. */
export function codesWhere(codes: Uint32Array, size: number, breaks: (code: number) => boolean): Uint32Array {
  const broken = new Uint8Array(size);
  for (let code = 1; code < size; code++) if (breaks(code)) broken[code] = 1;
  return rowsWhere(codes.length, (row) => broken[codes[row] as number] === 1);
}
