import fs from 'node:fs';
import { SuanpanError } from '#contract/errors';
import type { ErrorInfo } from '#contract/errors';
import type { ImportOptions } from '#contract/documents';
import type { ParsedFile } from '#engine/import/index';
import { readBytes } from './reading.ts';

/** Whether what reads hostile bytes in a process of its own was built; without it nothing could end them. */
export const isBuilt = fs.existsSync('out/resources/parser.cjs');

/** No file takes longer. */
export const LONGEST_MS = 20_000;
/** What the engine's own process may grow by. */
const MOST_MB = 500;

export interface Outcome {
  readonly parsed: ParsedFile | null;
  readonly error: ErrorInfo | null;
}

/** Reads a hostile file. Fails where that takes too long, swells the process, or ends in an error that is not told as one. */
export async function survived(name: string, content: Uint8Array | string, options: ImportOptions = {}): Promise<Outcome> {
  const start = performance.now();
  let most = process.memoryUsage.rss();
  const before = most;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  try {
    const outcome = await readBytes(name, content, options).then(
      (parsed) => ({ parsed, error: null }),
      (thrown: unknown) => {
        if (!(thrown instanceof SuanpanError)) throw thrown;
        return { parsed: null, error: thrown.info };
      },
    );
    const took = performance.now() - start;
    if (took > LONGEST_MS) throw new Error(`${name} took ${Math.round(took)} ms`);
    const grown = (Math.max(most, process.memoryUsage.rss()) - before) / 2 ** 20;
    if (grown > MOST_MB) throw new Error(`${name} took ${Math.round(grown)} MB`);
    return outcome;
  } finally {
    clearInterval(watch);
  }
}
