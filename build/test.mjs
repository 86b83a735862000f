// `npm test`: sets up all it needs and runs types, lint, zones, unit, parity and end-to-end tests. Closes with "N passed, N failed".
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureChromium } from './browser.mjs';
import { checkNode, installPackages, root, tryTool } from './setup.mjs';

checkNode();
installPackages();
const long = process.argv.includes('--long');
/** The long run sends every messy file through the import, fuzzes for an hour, and draws what no run drew before. */
const longRun = { SUANPAN_LONG: '1', SUANPAN_FUZZ_SECONDS: '3600', SUANPAN_SEED: String(Date.now() % 1_000_000_007) };
const results = { passed: 0, failed: 0 };
/** What failed, told once more at the end: the output of nine minutes is long. */
const failures = [];

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
  if (tryTool(name, args, { stdio: 'inherit' }).status === 0) return { passed: 1, failed: 0 };
  failures.push({ test: [name, ...args].join(' ') });
  return { passed: 0, failed: 1 };
};

function vitest(project) {
  const file = path.join(root, 'out', `vitest-${project}.json`);
  fs.rmSync(file, { force: true });
  tryTool('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
    stdio: 'inherit',
    env: { ...(long && longRun), ...process.env, TZ: process.env.TZ ?? 'America/Sao_Paulo' },
  });
  if (!fs.existsSync(file)) return noReport(`vitest --project ${project}`);
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = report.testResults.flatMap((suite) => {
    const where = path.relative(root, suite.name);
    // A file that could not be loaded has no tests and still failed.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) return [{ where, test: 'could not be loaded', message: suite.message }];
    return suite.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName, failureMessages }) => ({ where, test: fullName, message: failureMessages[0] }));
  });
  failures.push(...failed);
  return { passed: report.numPassedTests, failed: failed.length };
}

function playwright() {
  const file = path.join(root, 'out', 'playwright.json');
  fs.rmSync(file, { force: true });
  tryTool('playwright', ['test', '-c', 'tests/e2e/playwright.config.ts'], { stdio: 'inherit', env: { ...process.env, SUANPAN_E2E_REPORT: file } });
  if (!fs.existsSync(file)) return noReport('playwright');
  const { stats, suites } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  for (const spec of suites.flatMap(specs)) {
    for (const { status, projectName, results: runs } of spec.tests) {
      if (status === 'unexpected') failures.push({ where: `${spec.file}:${spec.line} (${projectName})`, test: spec.title, message: runs.at(-1)?.error?.message });
    }
  }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** A tool that ended before it wrote what became of its tests. */
function noReport(tool) {
  failures.push({ test: tool, message: 'ended without a report' });
  return { passed: 0, failed: 1 };
}

function tell({ where, test, message }) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  console.log(`\n✗ ${[where, test].filter(Boolean).join(' › ')}`);
  for (const line of lines.slice(0, 12)) console.log(`    ${line}`);
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
  failures.push({ test: 'end to end', message: 'no Chromium' });
} else step('end to end', playwright);

failures.forEach(tell);
console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed === 0 ? 0 : 1);
