import { spawn } from 'node:child_process';
import fs from 'node:fs';

/** Runs a program to its end: seconds on the wall, and its peak memory in MB where the system tells it (Linux). */
export function measure(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
    let peak = null;
    const watch = setInterval(() => {
      try {
        const kilobytes = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1];
        if (kilobytes !== undefined) peak = Math.max(peak ?? 0, Number(kilobytes) / 1024);
      } catch {
        // The program has ended, or the system has no /proc.
      }
    }, 20);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peak });
      else reject(new Error(`${program} ended with ${code}`));
    });
  });
}
