const RUNS = 3;
const SLOW_SECONDS = 20;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/**
 * Lets programs take turns, so that what else the machine does falls on all of them alike. Each has to tell how many rows it has read:
 * the time for another number of rows would be worth nothing.
 *
 * @param contenders `{ id, name, note, rows, peer, run(round) → { seconds, alone, peak, rows, told } }`; a peer runs once when it needs very
 *   long, and may fail without an end to the whole
 * @returns per id the median of the seconds, the highest peak, how many runs, and what the last run told; with `failed` nothing else counts
 */
export async function takeTurns(contenders) {
  const runs = new Map(contenders.map(({ id }) => [id, []]));
  const failed = new Map();
  for (let round = 0; round < RUNS; round++) {
    for (const { id, name, rows, peer, run } of contenders) {
      const done = runs.get(id);
      if (failed.has(id) || (peer && done.some(({ seconds }) => seconds > SLOW_SECONDS))) continue;
      try {
        const result = await run(round);
        if (result.rows !== rows) throw new Error(`read ${result.rows} rows instead of ${rows}`);
        done.push(result);
        console.log(`${round + 1}/${RUNS}  ${id}: ${result.seconds.toFixed(2)} s  ${result.peak?.toFixed(0) ?? '?'} MB`);
      } catch (error) {
        if (!peer) throw new Error(`${name}: ${error.message}`, { cause: error });
        console.log(`${round + 1}/${RUNS}  ${id} failed: ${error.message}`);
        failed.set(id, error.message);
      }
    }
  }
  return new Map(contenders.map(({ id, name, note }) => [id, { name, note, ...(failed.has(id) ? { failed: failed.get(id) } : summary(runs.get(id))) }]));
}

function summary(runs) {
  const peaks = runs.map(({ peak }) => peak);
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    alone: median(runs.map(({ alone }) => alone)),
    peak: peaks.includes(null) ? null : Math.max(...peaks),
    runs: runs.length,
    told: runs.at(-1).told,
  };
}
