import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineClient } from '#contract/methods';
import { makeSampleShop } from '../../build/sample-shop/main.ts';
import { commandLineHost, type TestHost, utilityHost, webHost } from './hosts.ts';

/** What may differ between hosts: times, sizes, places, keys made at random. */
const DIFFERS = new Set(['at', 'path', 'savedAt', 'importedAt', 'createdAt', 'milliseconds', 'bytes', 'madeAt', 'openedAt', 'html', 'revision']);

function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, item: unknown) => {
      if (DIFFERS.has(key)) return undefined;
      if (ArrayBuffer.isView(item)) return { array: item.constructor.name, values: Array.from(item as unknown as ArrayLike<number>, (number) => (Number.isNaN(number) ? null : number)) };
      // People's codes come from a key that each workspace makes for itself.
      return typeof item === 'string' && /^c_[0-9a-f]{16}$/.test(item) ? 'c_' : item;
    }),
  );
}

/** One script of calls; what each answers, or the error it gives. */
async function play({ call }: EngineClient, folder: string, exports: string): Promise<[string, unknown][]> {
  const replies: [string, unknown][] = [];
  const record = async (name: string, promise: Promise<unknown>) => {
    replies.push([name, await promise.then(comparable, (thrown: { info?: { code: string; message: unknown } }) => ({ error: thrown.info?.code, message: thrown.info?.message }))]);
  };
  await record('metrics without a workspace', call('metrics.catalogue', {}));
  await record(
    'open what is not there',
    call('workspace.open', { path: path.join(folder, 'none.suanpan') }).catch((thrown) => Promise.reject({ info: { code: thrown.info.code } })),
  );
  await record('create', call('workspace.create', { name: 'Parity', path: path.join(folder, 'parity.suanpan') }));
  const files = fs.readdirSync(exports).sort();
  await record('inspect', call('import.inspect', { source: { kind: 'path', path: path.join(exports, files[0] as string) } }));
  const progress: number[] = [];
  await record(
    'import',
    call('import.run', { files: files.map((name) => ({ source: { kind: 'path' as const, path: path.join(exports, name) } })) }, { onProgress: ({ done }) => progress.push(done) }),
  );
  replies.push(['progress was told', progress.length > 0]);
  await record('import again', call('import.run', { files: [{ source: { kind: 'path', path: exports } }] }));
  const datasets = await call('datasets.list', {});
  await record('datasets', call('datasets.list', {}));
  const dataset = datasets.find((candidate) => candidate.template === 'taobao-orders')?.id as string;
  await record('page', call('datasets.page', { dataset, offset: 10, limit: 20 }));
  await record('profile', call('datasets.profile', { dataset }));
  await record(
    'recipe',
    call('recipe.set', {
      dataset,
      steps: [
        { step: 'filter-rows', version: 1, params: { condition: "[订单状态] != '等待买家付款'" } },
        { step: 'derive', version: 1, params: { column: '合计', expression: '[买家应付货款] + [买家应付邮费]' } },
      ],
    }),
  );
  await record('a broken recipe', call('recipe.set', { dataset, dryRun: true, steps: [{ step: 'remove-columns', version: 1, params: { columns: ['没有'] } }] }));
  await record('removed rows', call('datasets.page', { dataset, step: 1, view: 'removed' }));
  await record('model', call('model.get', {}));
  await record('metrics', call('metrics.query', { ids: ['sales', 'orders', 'aov', 'buyers', 'units', 'refunds', 'gross_margin'], grain: 'week', compare: 'previous' }));
  await record('by channel', call('metrics.query', { ids: ['sales'], by: ['platform'], filters: { province: ['浙江省'] } }));
  await record('rows', call('metrics.rows', { metric: 'aov', part: 'denominator', limit: 5 }));
  await record('drivers', call('metrics.drivers', {}));
  await record('chart', call('charts.build', { chart: 'daily', metric: 'sales', theme: 'dark', lang: 'zh', width: 600, height: 200 }));
  await record('rfm', call('segments.rfm', {}));
  await record('sql', call('query.run', { sql: 'SELECT platform, count(*) AS n FROM v_paid GROUP BY 1' }));
  await record('sql that writes', call('query.run', { sql: 'DELETE FROM orders' }));
  await record('report', call('reports.render', { report: 'monthly', lang: 'en' }));
  await record('undo', call('history.undo', {}));
  await record('metrics after undo', call('metrics.query', { ids: ['sales'] }));
  await record('redo', call('history.redo', {}));
  await record('verify', call('workspace.verify', {}));
  await record('unknown method', call('no.such' as 'workspace.info', {}));
  await record('close', call('workspace.close', {}));
  return replies;
}

describe('one engine, three hosts', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-parity-'));
  const exports = path.join(root, 'exports');
  const hosts: TestHost[] = [];
  const replies = new Map<string, [string, unknown][]>();

  beforeAll(async () => {
    fs.mkdirSync(exports);
    for (const { name, bytes } of makeSampleShop().files.filter(({ name: file }) => /2024-1[01]|售后/.test(file))) fs.writeFileSync(path.join(exports, name), bytes);
    for (const [i, start] of [commandLineHost, webHost, utilityHost].entries()) {
      const home = path.join(root, String(i));
      fs.mkdirSync(home);
      const host = await start(home);
      hosts.push(host);
      replies.set(host.name, await play(host.client, home, exports));
    }
  });
  afterAll(async () => {
    for (const host of hosts) await host.stop();
    fs.rmSync(root, { recursive: true, force: true });
  });

  it('answers the script without an unexpected error', () => {
    const errors = (replies.get('command line') ?? []).filter(([, reply]) => typeof reply === 'object' && reply !== null && 'error' in reply).map(([name]) => name);
    expect(errors).toEqual(['metrics without a workspace', 'open what is not there', 'sql that writes', 'unknown method']);
  });

  for (const name of ['web host', 'utility process']) {
    it(`gives the same replies in the ${name} as on the command line`, () => {
      expect(replies.get(name)).toEqual(replies.get('command line'));
    });
  }
});
