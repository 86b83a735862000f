// `npm test`: sets up all it needs and runs types, lint, zones, unit, parity and end-to-end tests. Closes with "N passed, N failed".
import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './browser.mjs';
import { checkNode, installPackages, root, tryTool } from './setup.mjs';

checkNode();
installPackages();
const long = process.argv.includes('--long');
const results = { passed: 0, failed: 0 };

function step(name, work) {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const { passed, failed } = work();
  results.passed += passed;
  results.failed += failed;
  console.log(`── ${name}: ${passed} passed, ${failed} failed (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/** A tool that says yes or no counts as one test. */
const check = (name, args) => () => {
  const result = tryTool(name, args, { stdio: 'inherit' });
  return result.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

function vitest(project) {
  const file = path.join(root, 'out', `vitest-${project}.json`);
  fs.rmSync(file, { force: true });
  tryTool('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
    stdio: 'inherit',
    // The long run sends every messy file through the import, and fuzzes for an hour.
    env: { ...(long && { SUANPAN_LONG: '1', SUANPAN_FUZZ_SECONDS: '3600' }), ...process.env, TZ: process.env.TZ ?? 'America/Sao_Paulo' },
  });
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  // A file that could not be loaded has no tests and still failed.
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

function playwright() {
  const file = path.join(root, 'out', 'playwright.json');
  fs.rmSync(file, { force: true });
  tryTool('playwright', ['test', '-c', 'tests/e2e/playwright.config.ts'], { stdio: 'inherit', env: { ...process.env, SUANPAN_E2E_REPORT: file } });
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

const chromium = ensureChromium();
const { build } = await import('./build.mjs');
await build();
const { buildDouble } = await import('../tests/double/build.mjs');
await buildDouble();
for (const zone of ['engine', 'node', 'renderer', 'tests']) step(`types of ${zone}`, check('tsc', ['-p', `build/tsconfig.${zone}.json`]));
step('lint', check('biome', ['check', '--error-on-warnings', '.']));
step('unit', () => vitest('unit'));
step('parity and kill', () => vitest('parity'));
if (long) step('long', () => vitest('long'));
if (chromium === null) {
  console.error('End-to-end tests were NOT run: no Chromium.');
  results.failed++;
} else step('end to end', playwright);

console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed === 0 ? 0 : 1);
