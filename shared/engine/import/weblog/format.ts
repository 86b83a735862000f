import type { Text } from '#contract/values';
import type { Hit } from './hit.ts';

/** A way of writing logs, line by line. */
export interface LogFormat {
  readonly id: string;
  readonly title: Text;
  /** Begins a file: some formats name their fields as they go. */
  start(): LineReader;
}

export interface LineReader {
  /** The request of a line; `null` when the line is not of this format. */
  read(line: string): Hit | null;
  /** Hears of a line that begins with `#`. Says whether it names the fields. */
  directive?(line: string): boolean;
}

/** No server takes a request as long as this; patterns try long lines in too many ways. */
const LONGEST = 32 << 10;

/** A format whose lines need nothing of those before. */
export function lineFormat(id: string, title: Text, read: (line: string) => Hit | null): LogFormat {
  return { id, title, start: () => ({ read: (line) => (line.length > LONGEST ? null : read(line)) }) };
}
