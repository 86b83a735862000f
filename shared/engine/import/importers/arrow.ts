import { SuanpanError } from '#contract/errors';
import { fill } from '../fill.ts';
import type { ParsedFile, ParseRequest } from '../parsed.ts';
import { broughtBytes, typedLimits } from '../typed/brought.ts';
import { damagedTable } from '../typed/damaged.ts';
import { parsedTable } from '../typed/plain-table.ts';
import { defineImporter } from './define.ts';

const MAGIC = 'ARROW1';
const FEATHER1 = 'FEA1';
const KIND = { en: 'Arrow', zh: 'Arrow ' };
/** The library works on the whole file in memory. */
const LARGEST = 1 << 30;

const startsWith = (head: Uint8Array, text: string) => new TextDecoder('latin1').decode(head.subarray(0, text.length)) === text;
/** A stream begins with a continuation mark and the length of its schema message. */
const isStream = (head: Uint8Array) => [0, 1, 2, 3].every((i) => head[i] === 0xff) && head[7] === 0 && head[6] === 0 && head.length > 16;

export const arrow = defineImporter({
  id: 'arrow',
  title: { en: 'Arrow and Feather', zh: 'Arrow 与 Feather' },
  extensions: ['arrow', 'arrows', 'feather', 'ipc'],
  sniff: (head) => (startsWith(head, MAGIC) || startsWith(head, FEATHER1) ? 0.99 : isStream(head) ? 0.9 : 0),
  parse: parseArrow,
});

async function parseArrow({ file, work, host }: ParseRequest): Promise<ParsedFile> {
  const head = new Uint8Array(8);
  fill(file, head, 0);
  if (startsWith(head, FEATHER1) || file.size > LARGEST) {
    throw new SuanpanError({
      code: 'file-unsupported',
      where: { file: file.name },
      message:
        file.size > LARGEST
          ? { en: `${file.name} is larger than 1 GB, too large for an Arrow file`, zh: `${file.name} 超过 1 GB，无法作为 Arrow 文件读取` }
          : { en: `${file.name} is a Feather file of version 1, which is out of use`, zh: `${file.name} 是已弃用的 Feather 第 1 版文件` },
      hint: { en: 'Write it as Parquet or CSV', zh: '请另存为 Parquet 或 CSV' },
    });
  }
  const limits = typedLimits(file.size);
  try {
    // A damaged file may tell of more than it holds, and the library believes it.
    const { tables } = await host.isolate('arrow', { bytes: broughtBytes(file) }, limits, { signal: work.signal });
    return { format: 'arrow', encoding: null, tables: tables.map(parsedTable), partial: false };
  } catch (thrown) {
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    throw damagedTable(file.name, KIND, thrown, limits);
  }
}
