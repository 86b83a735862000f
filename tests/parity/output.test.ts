import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

test('a command goes on to its end when nobody reads what it prints any more', async () => {
  const command = spawn(process.execPath, [path.resolve('out/cli.cjs'), 'help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  command.stdout.destroy();
  let complaints = '';
  command.stderr.on('data', (text) => {
    complaints += text;
  });
  const [code] = await once(command, 'close');
  expect([code, complaints]).toEqual([0, '']);
});
