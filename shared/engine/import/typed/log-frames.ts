// The log in which SQLite keeps what was written last, as its file format document tells it (4. The Write-Ahead Log).

const HEADER = 32;
const FRAME_HEADER = 24;
/** The last bit says in which order the words of checksums are read. */
const MAGIC = 0x377f0682;
const VERSION = 3_007_000;

/** What of a log counts: whole transactions up to the first frame that is not sound. */
export interface CommittedPages {
  readonly pageSize: number;
  /** Page, from 1 → where its newest state begins in the log. */
  readonly pages: ReadonlyMap<number, number>;
  /** Pages of the database after the last transaction; `null` where none was committed. */
  readonly pageCount: number | null;
}

/** The pages that a log has committed; `null` where its own header is not sound. */
export function committedPages(log: Uint8Array): CommittedPages | null {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  if (log.length < HEADER) return null;
  const magic = view.getUint32(0);
  const pageSize = view.getUint32(8);
  if ((magic & ~1) >>> 0 !== MAGIC || view.getUint32(4) !== VERSION || pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return null;
  const isLittle = (magic & 1) === 0;
  let sum = checksum(view, 0, 24, isLittle, [0, 0]);
  if (!isSum(view, 24, sum)) return null;
  const pages = new Map<number, number>();
  /** Pages of the transaction that is being read. */
  let pending: [page: number, at: number][] = [];
  let pageCount: number | null = null;
  for (let at = HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    // Frames of an earlier round have its salt.
    if (view.getUint32(at + 8) !== view.getUint32(16) || view.getUint32(at + 12) !== view.getUint32(20)) break;
    const page = view.getUint32(at);
    sum = checksum(view, at + FRAME_HEADER, pageSize, isLittle, checksum(view, at, 8, isLittle, sum));
    if (page === 0 || !isSum(view, at + 16, sum)) break;
    pending.push([page, at + FRAME_HEADER]);
    const committed = view.getUint32(at + 4);
    if (committed === 0) continue;
    for (const [number, start] of pending) pages.set(number, start);
    pending = [];
    pageCount = committed;
  }
  return { pageSize, pages, pageCount };
}

type Sum = readonly [number, number];

function checksum(view: DataView, from: number, length: number, isLittle: boolean, [first, second]: Sum): Sum {
  let [a, b] = [first, second];
  for (let at = from; at < from + length; at += 8) {
    a = (a + view.getUint32(at, isLittle) + b) >>> 0;
    b = (b + view.getUint32(at + 4, isLittle) + a) >>> 0;
  }
  return [a, b];
}

const isSum = (view: DataView, at: number, [a, b]: Sum): boolean => view.getUint32(at) === a && view.getUint32(at + 4) === b;
