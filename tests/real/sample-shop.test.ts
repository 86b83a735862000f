import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '#engine/engine';
import type { MetricsReply } from '#contract/metrics';
import { testPorts } from '#node/testing';
import { writeSampleShop } from '../../build/sample-shop/main.ts';
import type { Truth } from '../../build/sample-shop/truth.ts';

/** Fen → stored money. */
const money = (fen: number) => fen * 100;

describe('the sample shop', () => {
  const { resource, ...rest } = testPorts();
  // A tree that was never built has no fonts; the numbers of a report do not need them.
  const ports = { ...rest, resource: (name: string) => (name.startsWith('fonts/') ? new Uint8Array(1) : resource(name)) };
  const engine = createEngine(ports);
  const context = { signal: new AbortController().signal, progress: () => undefined };
  const call = engine.handlers;
  const exports = path.join(ports.folder, 'exports');
  let truth: Truth;

  beforeAll(async () => {
    truth = writeSampleShop(exports);
    await call['workspace.create']({ name: 'Sample', path: path.join(ports.folder, 'sample.suanpan') }, context);
    await call['import.run'](
      {
        files: fs
          .readdirSync(exports)
          .filter((name) => name !== 'truth')
          .map((name) => ({ source: { kind: 'path', path: path.join(exports, name) } })),
      },
      context,
    );
  });
  afterAll(() => {
    engine.close();
    ports.remove();
  });

  const query = (ids: string[], more: object = {}) => call['metrics.query']({ ids, from: '2024-10-01', to: '2025-06-30', ...more }, context) as Promise<MetricsReply>;

  it('imports every export with its template and no question', async () => {
    const datasets = await call['datasets.list']({}, context);
    expect(datasets.map((dataset) => dataset.template).sort()).toEqual(['ad-wanxiangtai', 'jd-orders', 'shopify-orders', 'sycm-traffic', 'taobao-items', 'taobao-orders', 'taobao-refunds']);
    const model = await call['model.get']({}, context);
    expect(model.questions).toEqual([]);
  });

  it('meets the truth to the cent, in total', async () => {
    const { total } = await query(['sales', 'orders', 'units', 'buyers', 'refunds', 'orders_placed']);
    expect(total.sales?.value).toBe(money(truth.total.sales));
    expect(total.orders?.value).toBe(truth.total.orders);
    expect(total.units?.value).toBe(truth.total.units);
    expect(total.refunds?.value).toBe(money(truth.total.refunds));
    expect(total.buyers?.value).toBe(truth.total.buyers);
  });

  it('meets it month by month', async () => {
    const reply = await query(['sales', 'orders', 'units', 'refunds'], { grain: 'month' });
    for (const row of reply.rows) {
      const month = truth.months[(row.bucket as string).slice(0, 7)];
      expect({ month: row.bucket, sales: row.metrics.sales?.value, orders: row.metrics.orders?.value, units: row.metrics.units?.value, refunds: row.metrics.refunds?.value }).toEqual({
        month: row.bucket,
        sales: money(month?.sales ?? 0),
        orders: month?.orders,
        units: month?.units,
        refunds: money(month?.refunds ?? 0),
      });
    }
  });

  it('meets it channel by channel, and the channels add up', async () => {
    const reply = await query(['sales', 'orders'], { by: ['platform'] });
    expect(Object.fromEntries(reply.rows.map((row) => [row.dimensions.platform, { sales: row.metrics.sales?.value, orders: row.metrics.orders?.value }]))).toEqual(
      Object.fromEntries(Object.entries(truth.channels).map(([channel, value]) => [channel, { sales: money(value.sales), orders: value.orders }])),
    );
    expect(reply.rows.reduce((sum, row) => sum + (row.metrics.sales?.value ?? 0), 0)).toBe(reply.total.sales?.value);
  });

  it('meets it province by province, each under one name whatever the channel calls it, and none is unknown', async () => {
    const reply = await query(['sales', 'orders'], { by: ['province'] });
    expect(Object.fromEntries(reply.rows.map((row) => [row.dimensions.province, { sales: row.metrics.sales?.value, orders: row.metrics.orders?.value }]))).toEqual(
      Object.fromEntries(Object.entries(truth.provinces).map(([province, value]) => [province, { sales: money(value.sales), orders: value.orders }])),
    );
    const scope = await call['metrics.scope']({}, context);
    const first = scope.dimensions.find(({ id }) => id === 'province')?.values[0];
    expect([first?.value, first?.title]).toEqual(['广东省', { en: 'Guangdong', zh: '广东' }]);
    const shares = await query(['sales'], { by: ['province', 'platform'] });
    expect(new Set(shares.rows.map((row) => row.dimensions.platform))).toEqual(new Set(['tmall', 'jd', 'shopify']));
    expect(new Set(shares.rows.map((row) => row.dimensions.province)).size).toBe(15);
  });

  it('sets the broken rows aside and lists the refused cells: every piece of dirt is found', async () => {
    const aside = await call['import.set-aside']({}, context);
    const refused = await call['import.refused']({}, context);
    expect(truth.dirt.setAside).toBeGreaterThan(0);
    expect(aside.total).toBe(truth.dirt.setAside);
    expect(refused.cells.every((cell) => cell.text === '2025/2/30 10:22')).toBe(true);
    expect(truth.dirt.refused).toBeGreaterThan(0);
  });

  it.each(['en', 'zh'] as const)('prints no number that does not follow from its rows, in %s', async (lang) => {
    const start = performance.now();
    const { checks } = await call['reports.render']({ report: 'monthly', from: '2025-06-01', to: '2025-06-30', lang }, context);
    console.log(`report of the sample shop: ${Math.round(performance.now() - start)} ms`);
    expect(checks.find(({ id }) => id === 'traced')).toMatchObject({ ok: true, value: expect.stringMatching(/^[1-9]\d{2,}\//) });
  });

  it('changes nothing when everything is imported again', async () => {
    const before = await call['history.list']({}, context);
    const replies = await call['import.run']({ files: [{ source: { kind: 'path', path: exports } }] }, context);
    expect(replies.filter((reply) => reply.skipped === null).every((reply) => reply.rowsNew === 0 && reply.rowsUpdated === 0)).toBe(true);
    expect((await call['history.list']({}, context)).cursor).toBe(before.cursor);
  });

  it('verifies', async () => {
    expect(await call['workspace.verify']({}, context)).toEqual({ ok: true, problems: [] });
  });
});
