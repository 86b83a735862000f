import { SuanpanError } from '#contract/errors';
import type { ParsedFile, ParseRequest } from '../parsed.ts';
import { broughtBytes, typedLimits } from '../typed/brought.ts';
import { damagedTable } from '../typed/damaged.ts';
import { parsedTable } from '../typed/plain-table.ts';
import { defineImporter } from './define.ts';

const MAGIC = [0x50, 0x41, 0x52, 0x31];
const KIND = { en: 'Parquet', zh: 'Parquet ' };

export const parquet = defineImporter({
  id: 'parquet',
  title: KIND,
  extensions: ['parquet'],
  sniff: (head) => (MAGIC.every((byte, i) => head[i] === byte) ? 0.99 : 0),
  parse: parseParquet,
});

/** A file tells how many rows and bytes it holds, and the library makes room for them: it is read where that can be ended. */
async function parseParquet({ file, work, host, limit }: ParseRequest): Promise<ParsedFile> {
  const limits = typedLimits(file.size);
  const told = ({ share }: { share: number }) => work.progress({ done: share, total: 1, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
  try {
    const { tables, partial } = await host.isolate('parquet', { bytes: broughtBytes(file), ...(limit !== undefined && { limit }) }, limits, { signal: work.signal, told });
    return { format: 'parquet', encoding: null, tables: tables.map(parsedTable), partial };
  } catch (thrown) {
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    throw damagedTable(file.name, KIND, thrown, limits);
  }
}
