import type { Text } from '#contract/values';

/** A file that tells of more rows than it can hold. Only texts come back from where it is read, so the numbers stand in one. */
export function rowsClaimed(rows: number, bytes: number): RangeError {
  return new RangeError(`it tells of ${rows} rows in ${bytes} bytes`);
}

/** What {@link rowsClaimed} said, for the user; `null` for any other message. */
export function claimIn(message: string): Text | null {
  const [, rows, bytes] = /^it tells of (\d+) rows in (\d+) bytes$/.exec(message) ?? [];
  if (rows === undefined || bytes === undefined) return null;
  return { en: `tells of ${grouped(rows)} rows in ${grouped(bytes)} bytes`, zh: `声称在 ${grouped(bytes)} 字节中含有 ${grouped(rows)} 行` };
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');
