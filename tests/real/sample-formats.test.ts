import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '#engine/engine';
import type { ImportReply } from '#contract/import';
import type { MetricsReply } from '#contract/metrics';
import { testPorts } from '#node/testing';
import { TEMPLATES } from '../../shared/engine/model/templates/registry.ts';
import { type FormatsTruth, makeSampleFormats, writeSampleFormats } from '../../build/sample-formats/main.ts';
import { SUMMARY_COLUMNS } from '../../build/sample-formats/writers/merged-summary.ts';

describe('a folder of every platform’s own exports', () => {
  const ports = testPorts();
  const engine = createEngine(ports);
  const context = { signal: new AbortController().signal, progress: () => undefined };
  const call = engine.handlers;
  const folder = path.join(ports.folder, 'exports');
  let truth: FormatsTruth;
  let replies: readonly ImportReply[];

  beforeAll(async () => {
    truth = writeSampleFormats(folder);
    await call['workspace.create']({ name: 'Formats', path: path.join(ports.folder, 'formats.suanpan') }, context);
    await call['model.configure'](truth.settings, context);
    replies = await call['import.run']({ files: [{ source: { kind: 'path', path: folder } }] }, context);
  });
  afterAll(() => {
    engine.close();
    ports.remove();
  });

  const reportOf = async (file: string) => {
    const source = (await call['import.sources']({}, context)).find((candidate) => candidate.file === file);
    return call['import.report']({ source: source?.id ?? -1, limit: 500 }, context);
  };

  it('knows every file by its headers, whatever it is called', () => {
    const found = Object.fromEntries(replies.map(({ file }) => [file, replies.filter((reply) => reply.file === file).map(({ template }) => template)]));
    expect(found).toMatchObject(truth.templates);
    // No file was written over another.
    expect(fs.readdirSync(folder)).toHaveLength(makeSampleFormats().files.length);
  });

  it('has a file of every layout that was confirmed', () => {
    const written = new Set(Object.values(truth.templates).flat());
    const left = TEMPLATES.filter(({ id, unconfirmed }) => unconfirmed !== true && !written.has(id)).map(({ id }) => id);
    // The sample shop's own files.
    expect(left.sort()).toEqual(['shopify-orders', 'sycm-traffic']);
  });

  it.each([
    ['【生意参谋平台】商品_全部_2025-06-01_2025-06-14.xls', null, '2025-06-01', '2025-06-14'],
    ['download.csv', 'Luming shop', '2025-06-01', '2025-06-14'],
    ['Campaign report.csv', null, '2025-06-01', '2025-06-14'],
    ['Sponsored_Products_Jun_1_2025_Jun_14_2025.csv', null, '2025-06-01', '2025-06-14'],
    ['导出_20250615.csv', '鹿鸣家居', '2025-06-01', '2025-06-14'],
    ['20250615101010.csv', '鹿鸣家居', '2025-06-01', '2025-06-14'],
  ])('says of %s whose it is and of which days', async (name, shop, from, to) => {
    const { tables } = await call['import.inspect']({ source: { kind: 'path', path: path.join(folder, name) } }, context);
    expect(tables[0]).toMatchObject({ shop, period: { from, to } });
  });

  it('gives every decision with its reason in both languages, and each but those that follow from the file can be overruled by one click', async () => {
    const han = /\p{Script=Han}/u;
    // A year that comes first, an offset in each time: these can be read in one way.
    const certain = ['dates', 'provenance', 'time-zone'];
    const bare: string[] = [];
    for (const name of fs.readdirSync(folder)) {
      const { tables } = await call['import.inspect']({ source: { kind: 'path', path: path.join(folder, name) } }, context);
      for (const { detections } of tables) {
        for (const { id, title, reason, value, choices } of detections) {
          if (![title.en, reason.en, value.en, value.zh].every((text) => text.length > 0) || !han.test(title.zh) || !han.test(reason.zh)) bare.push(`${name}: ${id} says nothing`);
          if (certain.includes(id) && choices.length < 2) continue;
          if (choices.length < 2) bare.push(`${name}: ${id} cannot be overruled`);
          if (choices.filter(({ selected }) => selected).length !== 1) bare.push(`${name}: ${id} has no choice that is taken`);
        }
      }
    }
    expect(bare).toEqual([]);
  });

  it('asks nothing', async () => {
    expect((await call['model.get']({}, context)).questions).toEqual([]);
  });

  it('meets the truth to the cent, platform by platform', async () => {
    const reply = (await call['metrics.query']({ ids: ['orders_placed', 'orders', 'sales', 'units', 'refunds'], from: '2025-06-01', to: '2025-06-30', by: ['platform'] }, context)) as MetricsReply;
    const found = reply.rows.map(({ dimensions, metrics }) => {
      const value = (id: string) => metrics[id]?.value;
      return [dimensions.platform, { placed: value('orders_placed'), orders: value('orders'), sales: value('sales'), units: value('units'), refunds: value('refunds') }];
    });
    expect(Object.fromEntries(found)).toEqual(truth.platforms);
  });

  it('adds up every other sheet to its truth, and none of them makes an order', async () => {
    for (const [i, { file, template, rows, sums }] of truth.reports.entries()) {
      const same = (other: { readonly file: string; readonly template: string | null }) => other.file === file && other.template === template;
      const { dataset } = replies.filter(same)[truth.reports.slice(0, i).filter(same).length] ?? {};
      const columns = Object.keys(sums).map((column) => `sum("${column}")`);
      const reply = await call['query.run']({ sql: `SELECT ${['count(*)', ...columns].join(', ')} FROM "${dataset}"` }, context);
      expect([file, template, ...(reply.rows[0] ?? [])]).toEqual([file, template, rows, ...Object.values(sums)]);
    }
  });

  it('holds back rows whose order number Excel destroyed and those of orders that were split, and says so', async () => {
    const { heldBack } = await call['model.get']({}, context);
    expect(heldBack.map(({ entity, rows, reason }) => [entity, rows, reason.en.slice(0, 32)])).toEqual([
      ['orders', truth.splitRows, 'the platform split them into oth'],
      ['returns', truth.destroyedIds, 'Excel destroyed the order number'],
    ]);
  });

  it('tells the new, changed and unchanged rows of an overlapping week with its columns in another order and one of another name', async () => {
    const { changes, drift } = await reportOf(truth.overlap.file);
    expect(drift).toEqual({ added: [], lost: [], renamed: [truth.overlap.renamed] });
    expect({ new: changes.new, changed: changes.changed, unchanged: changes.unchanged }).toEqual({ new: truth.overlap.new, changed: truth.overlap.changed, unchanged: truth.overlap.unchanged });
    expect(changes.rows.filter(({ kind }) => kind === 'changed')).toHaveLength(truth.overlap.changed);
  });

  it('lists the day on which nothing was exported', async () => {
    expect((await reportOf(truth.overlap.file)).missingDays?.days).toEqual([truth.missingDay]);
    expect((await reportOf('计划报表_20250615_101700.csv')).missingDays?.days).toEqual([truth.missingDay]);
  });

  it('keeps every digit of long ids and every leading zero, whatever was wrapped around them, and gives them back so', async () => {
    const dataset = (await call['datasets.list']({}, context)).find(({ template }) => template === 'douyin-orders')?.id ?? '';
    const reply = await call['query.run']({ sql: `SELECT "主订单编号", "子订单编号", "商家编码" FROM "${dataset}"`, limit: 1000 }, context);
    expect(reply.rows).toEqual(truth.ids);
    const target = path.join(ports.folder, 'back.csv');
    await call['export.table']({ dataset, target: { kind: 'path', path: target }, format: 'csv' }, context);
    const text = fs.readFileSync(target, 'utf8');
    for (const [order, line] of truth.ids) expect(text).toContain(`${order},${line},`);
    for (const [, , sku] of truth.ids) expect(text).toContain(`,${sku},`);
  });

  it('makes one header of three merged levels, and proves the subtotals it leaves out', async () => {
    const report = await reportOf('工作簿1.xlsx · Sheet1');
    expect(report.columns.map(({ name }) => name)).toEqual(SUMMARY_COLUMNS);
    expect(report.source.rows).toBe(truth.summary.rows);
    // The last subtotal stands above the total and goes with it.
    expect(report.findings.map(({ code, message }) => [code, message.en.split(' ')[0]])).toEqual([
      ['cells-merged', '5'],
      ['subtotals', String(truth.summary.subtotals - 1)],
    ]);
    expect(report.counts.footer).toBe(truth.summary.subtotals + 1);
    const { tables } = await call['import.inspect']({ source: { kind: 'path', path: path.join(folder, '工作簿1.xlsx') } }, context);
    expect(tables[0]?.detections.find(({ id }) => id === 'footer')?.reason.en).toBe('It reads 合计; amounts add up.');
    const sums = SUMMARY_COLUMNS.slice(1).map((column) => `sum("${column}")`);
    const reply = await call['query.run']({ sql: `SELECT ${sums.join(', ')} FROM "${report.source.dataset}"` }, context);
    expect(reply.rows[0]).toEqual(truth.summary.sums);
  });

  it('reads bounds of Google Ads as their middle, and says that they are estimates', async () => {
    const { dataset, findings } = replies.find(({ template }) => template === 'ad-google') ?? {};
    const reply = await call['query.run']({ sql: `SELECT DISTINCT "Search impr. share" FROM "${dataset}" ORDER BY 1` }, context);
    expect(reply.rows).toEqual([[0.05], [0.125]]);
    expect(findings?.map(({ code }) => code)).toEqual(['estimates', 'missing-days']);
  });

  it.each(['access.log', 'u_ex250601.log', 'nginx_access.json'])('reads the web server’s log %s', (name) => {
    expect(replies.find(({ file }) => file === name)).toMatchObject({ rowsRead: truth.requests, quarantined: 0 });
  });

  it('adds nothing for a copy of a file', () => {
    const copies = replies.filter(({ file }) => file.startsWith('orders_export2025-06-09'));
    expect(copies.map(({ rowsNew, rowsUpdated }) => [rowsNew > 0, rowsUpdated])).toEqual([
      [true, 0],
      [false, 0],
    ]);
  });

  it('sets nothing aside but the lines that were put in, and refuses only the cell that was', async () => {
    expect((await call['import.refused']({}, context)).cells).toEqual(truth.refused);
    const aside = await call['import.set-aside']({}, context);
    expect(aside.rows.map(({ text }) => text).sort()).toEqual([...truth.setAside].sort());
  });

  it('changes nothing when the folder is imported again', async () => {
    const before = await call['history.list']({}, context);
    const again = await call['import.run']({ files: [{ source: { kind: 'path', path: folder } }] }, context);
    expect(again.filter(({ skipped }) => skipped === null).every(({ rowsNew, rowsUpdated }) => rowsNew === 0 && rowsUpdated === 0)).toBe(true);
    expect((await call['history.list']({}, context)).cursor).toBe(before.cursor);
  });
});
