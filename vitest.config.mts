import { defineConfig } from 'vitest/config';

// The V8 of Node 20 sometimes miscompiles beside the work; see hosts/web/steady-compiler.ts.
const execArgv = process.versions.v8.startsWith('11.') ? ['--no-concurrent-recompilation', '--no-concurrent-osr'] : [];
// Nothing is timed here: the limits end what hangs, and a machine that does other work is no failure.
const common = { execArgv, environment: 'node', testTimeout: 180_000, hookTimeout: 180_000, exclude: ['node_modules/**', 'out/**', 'dist/**'] };

export default defineConfig({
  test: {
    maxWorkers: 2,

    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          setupFiles: ['tests/support/reproducible.ts'],
          include: [
            'shared/**/*.test.ts',
            'hosts/**/*.test.ts',
            'electron/**/*.test.ts',
            'renderer/**/*.test.{ts,tsx}',
            'tests/architecture/**/*.test.ts',
            'tests/double/**/*.test.ts',
            'tests/real/**/*.test.ts',
            'tests/fuzz/**/*.test.ts',
            'build/**/*.test.ts',
          ],
        },
      },
      { test: { ...common, name: 'parity', include: ['tests/parity/**/*.test.ts', 'tests/package/**/*.test.ts', 'tests/kill/**/*.test.ts'], testTimeout: 600_000, fileParallelism: false } },
      { test: { ...common, name: 'long', include: ['tests/long/**/*.test.ts'], testTimeout: 3_600_000, fileParallelism: false } },
    ],
  },
});
