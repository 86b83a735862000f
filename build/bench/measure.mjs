import { spawn } from 'node:child_process';
import { treeMemory } from './memory.mjs';

const EVERY_MS = 20;

/** Runs a program to its end: seconds on the wall, its peak memory in MB where the system tells it (Linux), and what it printed. */
export function measure(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
    let peak = null;
    let seconds = 0;
    let output = '';
    const watch = setInterval(() => {
      const now = treeMemory(child.pid);
      if (now !== null) peak = Math.max(peak ?? 0, now);
    }, EVERY_MS);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    const stop = () => void child.kill('SIGKILL');
    process.once('exit', stop);
    const ended = () => {
      clearInterval(watch);
      process.off('exit', stop);
    };
    child.on('error', (error) => {
      ended();
      reject(error);
    });
    child.on('exit', () => {
      ended();
      seconds = (performance.now() - start) / 1000;
    });
    // What it printed may arrive after its end.
    child.on('close', (code, signal) => {
      if (code === 0) resolve({ seconds, peak, output });
      else reject(new Error(`ended with ${code ?? signal}${output === '' ? '' : `: ${output.slice(0, 300)}`}`));
    });
  });
}
