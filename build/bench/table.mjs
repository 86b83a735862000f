/**
 * What is demanded: at most this share of the other's time, or at most this many MB.
 *
 * @typedef {{ ratio: number } | { megabytes: number }} Bar
 */

const DASH = '—';

/**
 * One table of the page. Bars of time are of the work alone where both tell it.
 *
 * @param titles of the first column, of the ratio, and of columns more
 * @param rows `{ result, ratios, bar, more }`; a row without result (its program is not here) is left out
 */
export function table({ first, ratio, more = [] }, rows) {
  const head = [first, 'whole process', ratio, 'work alone', ratio, 'peak memory', 'bar', 'reached', 'runs', ...more, 'what it does'];
  return [head, head.map(() => '---'), ...rows.filter(({ result }) => result !== undefined).map((row) => cells(row, more.length))].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** The times of one result divided by those of another. */
export const dividedBy = (one, other) => ({ whole: one?.seconds / other?.seconds, alone: one?.alone / other?.alone });

function cells({ result, ratios, bar, more = [] }, moreCount) {
  const { name, note } = result;
  if (result.failed !== undefined) return [name, 'failed', ...Array(7).fill(DASH), ...Array(moreCount).fill(DASH), `${note} (${result.failed})`.replaceAll('|', '/').replaceAll('\n', ' ')];
  const peak = result.peak === null ? 'not told' : `${result.peak.toFixed(0)} MB`;
  return [
    name,
    ...time(result.seconds, ratios.whole),
    ...time(result.alone, ratios.alone),
    peak,
    ...judged(result, ratios, bar),
    result.runs,
    ...more.map((count) => count.toLocaleString('en')),
    note,
  ];
}

const time = (seconds, ratio) => (Number.isFinite(seconds) ? [`${seconds.toFixed(2)} s`, Number.isFinite(ratio) ? ratio.toFixed(2) : DASH] : [DASH, DASH]);

function judged({ peak }, { whole, alone }, bar) {
  if (bar === undefined) return [DASH, DASH];
  const [text, value, limit] = 'ratio' in bar ? [`≤ ${bar.ratio}×`, Number.isFinite(alone) ? alone : whole, bar.ratio] : [`≤ ${bar.megabytes} MB`, peak, bar.megabytes];
  return [text, value === null ? 'not told' : value <= limit ? 'met' : 'missed'];
}

/** How large a file is, in words. */
export const sizeOf = ({ rows, columns = 12, megabytes }) => `${rows.toLocaleString('en')} rows × ${columns} columns, ${megabytes.toFixed(0)} MB`;
