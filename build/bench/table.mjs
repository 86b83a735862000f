/**
 * What is demanded: at most this share of the other's time, or at most this many MB.
 *
 * @typedef {{ ratio: number } | { megabytes: number }} Bar
 */

const DASH = '—';

/**
 * One table of the page.
 *
 * @param titles of the first column, of the ratio, and of columns more
 * @param rows `{ result, ratio, bar, more }`; a row without result (its program is not here) is left out
 */
export function table({ first, ratio, more = [] }, rows) {
  const head = [first, 'time', ratio, 'peak memory', 'bar', 'reached', 'runs', ...more, 'what it does'];
  return [head, head.map(() => '---'), ...rows.filter(({ result }) => result !== undefined).map((row) => cells(row, more.length))].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cells({ result, ratio, bar, more = [] }, moreCount) {
  const { name, note } = result;
  if (result.failed !== undefined) return [name, 'failed', DASH, DASH, DASH, DASH, DASH, ...Array(moreCount).fill(DASH), `${note} (${result.failed})`.replaceAll('|', '/').replaceAll('\n', ' ')];
  const peak = result.peak === null ? 'not told' : `${result.peak.toFixed(0)} MB`;
  return [name, `${result.seconds.toFixed(2)} s`, ratio.toFixed(2), peak, ...judged(result, ratio, bar), result.runs, ...more.map((count) => count.toLocaleString('en')), note];
}

function judged({ peak }, ratio, bar) {
  if (bar === undefined) return [DASH, DASH];
  const [text, value, limit] = 'ratio' in bar ? [`≤ ${bar.ratio}×`, ratio, bar.ratio] : [`≤ ${bar.megabytes} MB`, peak, bar.megabytes];
  return [text, value === null ? 'not told' : value <= limit ? 'met' : 'missed'];
}

/** How large a file is, in words. */
export const sizeOf = ({ rows, columns = 12, megabytes }) => `${rows.toLocaleString('en')} rows × ${columns} columns, ${megabytes.toFixed(0)} MB`;
