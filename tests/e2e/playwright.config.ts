import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findElectron } from '../../build/electron.mjs';
import type { HostKind } from './app.ts';

const report = process.env.SUANPAN_E2E_REPORT;
// These work on public data that lies beside the project; in a browser only, for time.
const onPublicData = ['lessons.spec.ts', 'downloads.spec.ts', 'import-problems.spec.ts', 'import-choices.spec.ts'];
const withoutData = fs.existsSync(path.resolve('../shared/data')) ? [] : onPublicData;
const hosts: HostKind[] = ['web', 'double'];
if (findElectron() !== null) hosts.push('electron');
else if (process.env.SUANPAN_REQUIRE_ELECTRON) throw new Error('SUANPAN_REQUIRE_ELECTRON is set and no Electron program was found.');
else if (process.env.TEST_WORKER_INDEX === undefined) console.warn('! No Electron program here: the specs run over the web host and the double of Electron only.');

/** One set of specs over every host; each test has a workspace folder of its own. */
export default defineConfig<object, { host: HostKind }>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../out/e2e',
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  projects: hosts.map((host) => ({
    name: host,
    use: { host },
    testIgnore:
      host === 'web'
        ? ['desktop.spec.ts', ...withoutData]
        : [
            'web.spec.ts',
            'accessibility.spec.ts',
            ...onPublicData,
            ...(host === 'double' ? ['import.spec.ts', 'import-dialog.spec.ts', 'keys.spec.ts', 'model.spec.ts', 'clean.spec.ts', 'versions.spec.ts', 'grid.spec.ts'] : []),
          ],
  })),
});
