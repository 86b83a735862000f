// Parquet written byte by byte, so that it can say what is not so.

/** A value in Thrift's compact protocol: its type and its bytes. */
interface Thrift {
  readonly type: number;
  readonly bytes: readonly number[];
}

export interface ParquetClaims {
  /** Rows that the footer tells of. */
  readonly rows: number;
  /** Values that the page tells of. */
  readonly values: number;
  readonly page: Uint8Array;
  /** Bytes that the page tells to unpack to. */
  readonly unpacked?: number;
  /** 0 plain, 8 numbers into a dictionary. */
  readonly encoding?: 0 | 8;
  /** 0 as it is, 1 snappy, 2 gzip. */
  readonly codec?: 0 | 1 | 2;
  /** Bytes between the page and the footer. */
  readonly padding?: number;
}

/** A Parquet file of one column `a` of whole numbers in one page. */
export function parquetBytes({ rows, values, page, unpacked = page.length, encoding = 0, codec = 0, padding = 0 }: ParquetClaims): Uint8Array {
  const header = struct({ 1: int(0), 2: int(unpacked), 3: int(page.length), 5: struct({ 1: int(values), 2: int(encoding), 3: int(3), 4: int(3) }) });
  const chunk = [...header.bytes, ...page];
  const column = struct({ 1: int(1), 2: list(int(0)), 3: list(text('a')), 4: int(codec), 5: long(values), 6: long(chunk.length), 7: long(chunk.length), 9: long(4) });
  const group = struct({ 1: list(struct({ 2: long(4), 3: column })), 2: long(chunk.length), 3: long(rows) });
  const schema = list(struct({ 4: text('schema'), 5: int(1) }), struct({ 1: int(1), 3: int(0), 4: text('a') }));
  const footer = struct({ 1: int(1), 2: schema, 3: long(rows), 4: list(group) });
  return Uint8Array.from([...MAGIC, ...chunk, ...new Uint8Array(padding), ...footer.bytes, ...footerLength(footer.bytes.length), ...MAGIC]);
}

const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** The four bytes in which a file tells how long its footer is. */
export const footerLength = (length: number): readonly number[] => [0, 8, 16, 24].map((shift) => (length >>> shift) & 0xff);

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
}

const int = (value: number): Thrift => ({ type: 5, bytes: varint(BigInt(value) * 2n) });
const long = (value: number): Thrift => ({ type: 6, bytes: varint(BigInt(value) * 2n) });
const text = (value: string): Thrift => ({ type: 8, bytes: [...varint(BigInt(value.length)), ...new TextEncoder().encode(value)] });
const list = (...items: readonly [Thrift, ...Thrift[]]): Thrift => ({ type: 9, bytes: [(items.length << 4) | items[0].type, ...items.flatMap(({ bytes }) => bytes)] });

function struct(fields: Readonly<Record<number, Thrift>>): Thrift {
  let last = 0;
  const bytes = Object.entries(fields).flatMap(([key, value]) => {
    const step = Number(key) - last;
    last = Number(key);
    return [(step << 4) | value.type, ...value.bytes];
  });
  return { type: 12, bytes: [...bytes, 0] };
}
