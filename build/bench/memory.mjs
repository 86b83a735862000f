import fs from 'node:fs';

/**
 * MB of memory that a process and all it has started hold, from /proc: of each that lives at this moment the most it ever held, added
 * up. Where several processes live this is rather too much than too little; of one it is exact.
 *
 * @returns null where the process has ended, or the system has no /proc
 */
export function treeMemory(pid) {
  try {
    const kilobytes = fs.readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1];
    if (kilobytes === undefined) return null;
    return childrenOf(pid).reduce((sum, child) => sum + (treeMemory(child) ?? 0), Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** Each thread has a list of those that it started. */
function childrenOf(pid) {
  try {
    const threads = fs.readdirSync(`/proc/${pid}/task`);
    return threads.flatMap((thread) => fs.readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').match(/\d+/g) ?? []);
  } catch {
    return [];
  }
}
