/** Browsers stop at about 33 million pixels: a longer table scrolls by proportion instead. */
const MAX_HEIGHT = 15_000_000;

export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Where the first shown row stands, in scroll coordinates. */
  readonly top: number;
  readonly height: number;
}

/** The rows in sight at a scroll position. */
export function rowWindow(scrollTop: number, viewHeight: number, total: number, rowHeight: number, overscan = 6): RowWindow {
  const full = total * rowHeight;
  const height = Math.min(full, MAX_HEIGHT);
  const reach = Math.max(1, height - viewHeight);
  const offset = full <= MAX_HEIGHT ? scrollTop : (Math.min(scrollTop, reach) / reach) * Math.max(0, full - viewHeight);
  const first = Math.max(0, Math.floor(offset / rowHeight) - overscan);
  const last = Math.min(total - 1, Math.ceil((offset + viewHeight) / rowHeight) + overscan);
  return { first, last, top: scrollTop - (offset - first * rowHeight), height };
}

/** The first and the last row of which at least half is in sight. */
export function rowsInSight(scrollTop: number, viewHeight: number, total: number, rowHeight: number): { readonly first: number; readonly last: number } {
  const { first, top } = rowWindow(scrollTop, viewHeight, total, rowHeight, 0);
  const hidden = (scrollTop - top) / rowHeight;
  const start = Math.min(total - 1, Math.max(0, Math.round(first + hidden)));
  return { first: start, last: Math.max(start, Math.min(total - 1, Math.round(first + hidden + viewHeight / rowHeight) - 1)) };
}

/** The scroll position that brings a row into sight, or the present one when it is there already. */
export function scrollToRow(row: number, scrollTop: number, viewHeight: number, total: number, rowHeight: number): number {
  const full = total * rowHeight;
  const factor = full <= MAX_HEIGHT ? 1 : (MAX_HEIGHT - viewHeight) / Math.max(1, full - viewHeight);
  const offset = scrollTop / factor;
  const top = row * rowHeight;
  if (top < offset) return top * factor;
  if (top + rowHeight > offset + viewHeight) return (top + rowHeight - viewHeight) * factor;
  return scrollTop;
}

/** The columns in sight; `edges` holds the left edge of each and the right edge of the last. */
export function columnWindow(scrollLeft: number, viewWidth: number, edges: readonly number[]): { readonly first: number; readonly last: number } {
  let first = 0;
  while (first < edges.length - 2 && (edges[first + 1] ?? 0) < scrollLeft) first++;
  let last = first;
  while (last < edges.length - 2 && (edges[last + 1] ?? 0) < scrollLeft + viewWidth) last++;
  return { first, last };
}
