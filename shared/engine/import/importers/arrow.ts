import { tableFromIPC, Type } from '@uwdata/flechette';
import { SuanpanError } from '#contract/errors';
import { dayText } from '../../values/dates.ts';
import { fill } from '../fill.ts';
import type { ParsedFile, ParseRequest } from '../parsed.ts';
import { damagedTable } from '../typed/damaged.ts';
import { millisText, TypedRows, valueText } from '../typed/typed-rows.ts';
import { defineImporter } from './define.ts';

const MAGIC = 'ARROW1';
const FEATHER1 = 'FEA1';
const KIND = { en: 'Arrow', zh: 'Arrow ' };
/** The library works on the whole file in memory. */
const LARGEST = 1 << 30;
const ROWS_PER_BREATH = 20_000;

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

async function parseArrow({ file, work }: ParseRequest): Promise<ParsedFile> {
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
  const bytes = new Uint8Array(file.size);
  fill(file, bytes, 0);
  try {
    const table = tableFromIPC(bytes, { useBigInt: true, useDecimalInt: true });
    const rows = new TypedRows(table.names.map(String));
    const columns = table.names.map((_, i) => table.getChildAt(i));
    const text = columns.map((column) => readerOf(column.type));
    for (let row = 0; row < table.numRows; row++) {
      rows.add(columns.map((column, i) => (text[i] as (value: unknown) => string)(column.at(row))));
      if (row % ROWS_PER_BREATH === 0) {
        work.signal.throwIfAborted();
        work.progress({ done: row, total: table.numRows, note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
        await work.breathe();
      }
    }
    return { format: 'arrow', encoding: null, tables: [rows.finish('')], partial: false };
  } catch (thrown) {
    if (thrown instanceof SuanpanError || work.signal.aborted) throw thrown;
    throw damagedTable(file.name, KIND, thrown);
  }
}

interface ArrowType {
  readonly typeId: number;
  readonly scale?: number;
  readonly timezone?: string | null;
  readonly dictionary?: ArrowType;
}

function readerOf(type: ArrowType): (value: unknown) => string {
  if (type.typeId === Type.Dictionary && type.dictionary !== undefined) return readerOf(type.dictionary);
  // Days and times come as milliseconds since 1970.
  if (type.typeId === Type.Date) return (value) => (typeof value === 'number' ? dayText(Math.floor(value / 86_400_000)) : valueText(value));
  if (type.typeId === Type.Timestamp) return (value) => (typeof value === 'number' ? `${millisText(value)}${type.timezone ? 'Z' : ''}` : valueText(value));
  if (type.typeId === Type.Decimal) return (value) => (typeof value === 'bigint' || typeof value === 'number' ? scaled(String(value), type.scale ?? 0) : valueText(value));
  return valueText;
}

/** Puts the point into a whole number: `1234`, 2 → `12.34`. */
function scaled(digits: string, scale: number): string {
  if (scale <= 0) return digits;
  const negative = digits.startsWith('-');
  const padded = digits.slice(negative ? 1 : 0).padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
