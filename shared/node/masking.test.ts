import fs from 'node:fs';
import ExcelJS from 'exceljs';
import path from 'node:path';
import type { ImportOptions } from '#contract/documents';
import { afterEach, describe, expect, it } from 'vitest';
import type { TablePage } from '#contract/datasets';
import { csv, type TestShop, testShop } from './testing.ts';

let open: TestShop | null = null;
afterEach(() => {
  open?.stop();
  open = null;
});

const ORDERS = csv(
  '订单编号,买家会员名,买家应付货款,买家应付邮费,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货人姓名,收货地址,联系手机,订单备注',
  '13812345678,tb1301_510,120,10,130,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,张三丰,浙江省 杭州市 西湖区,13912345678,送前请打 13612345678',
  '1002,anna,60,0,60,交易成功,2025-06-02 10:00:00,2025-06-02 10:01:00,李四,广东省 深圳市 南山区,138****0001,',
);

const values = (columns: TablePage['columns'], ...names: string[]) => names.map((name) => columns.find((column) => column.name === name)?.values);

async function shop() {
  open = await testShop({ 'taobao.csv': ORDERS });
  return open.client.call;
}

describe('personal data in tables', () => {
  it('is masked by what a column means; ids of orders are not', async () => {
    const call = await shop();
    const { columns } = await call('datasets.page', { dataset: 'taobao' });
    expect(values(columns, '订单编号', '买家会员名', '收货人姓名', '收货地址', '联系手机', '订单备注')).toEqual([
      ['13812345678', '1002'],
      ['tb***10', 'a***'],
      ['张***', '李***'],
      ['浙***', '广***'],
      ['139****5678', '138****0001'],
      ['送前请打 136****5678', null],
    ]);
    expect(columns.filter(({ personal }) => personal === true).map(({ name }) => name)).toEqual(['买家会员名', '收货人姓名', '收货地址', '联系手机']);
    expect((await call('expression.check', { dataset: 'taobao', text: "[收货人姓名] & '!'" })).sample).toEqual(['张***', '李***']);
    const profile = await call('datasets.profile', { dataset: 'taobao' });
    expect(profile.find(({ name }) => name === '收货人姓名')?.top).toEqual([
      { value: '张***', count: 1 },
      { value: '李***', count: 1 },
    ]);
  });

  it('is known by its cells where the name of its column says nothing', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `A${i},${13_812_345_600 + i},user${i}@example.com,${13_812_345_600 + i},note ${i}`);
    open = await testShop({ 'x.csv': csv('no,联系方式,y,GMV,note', ...rows) });
    const { call } = open.client;
    const steps = [
      { step: 'rename-columns', version: 1, params: { names: [['联系方式', 'z']] } },
      { step: 'derive', version: 1, params: { column: 'twice', expression: "[z] & ''" } },
    ];
    await call('recipe.set', { dataset: 'x', steps });
    const { columns } = await call('datasets.page', { dataset: 'x', limit: 1 });
    expect(values(columns, 'no', 'z', 'y', 'note', 'twice')).toEqual([['A0'], ['138****5600'], ['us***@example.com'], ['note 0'], ['138****5600']]);
    expect(columns.filter(({ personal }) => personal === true).map(({ name }) => name)).toEqual(['z', 'y', 'twice']);
  });

  it('is known in numbers as well: phones that were typed as whole numbers, and no counts', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `A${i},${13_812_345_600 + i},${13_912_345_600 + i},${i + 1},${13_812_345_600 + i}`);
    open = await testShop({});
    const { client, folder } = open;
    const { call } = client;
    fs.writeFileSync(path.join(folder, 'x.csv'), csv('no,手机号,contact,电话咨询量,GMV', ...rows));
    const types = { 手机号: 'int', contact: 'number', 电话咨询量: 'int', GMV: 'int' } as const;
    const source = { kind: 'path' as const, path: path.join(folder, 'x.csv') };
    const [seen] = (await call('import.inspect', { source, options: { types } })).tables;
    expect(seen?.columns.filter(({ personal }) => personal).map(({ name }) => name)).toEqual(['手机号', 'contact']);
    await call('import.run', { files: [{ source, options: { types } }] });
    await call('recipe.set', {
      dataset: 'x',
      steps: [
        { step: 'derive', version: 1, params: { column: 'next', expression: '[手机号] + 1' } },
        { step: 'derive', version: 1, params: { column: 'digits', expression: '[手机号] * 0 + 11' } },
      ],
    });
    const page = async (reveal: boolean) => {
      const { columns } = await call('datasets.page', { dataset: 'x', limit: 1, reveal });
      return values(columns, '手机号', 'contact', '电话咨询量', 'GMV', 'next', 'digits').map((column) => column?.[0]);
    };
    expect(await page(false)).toEqual(['138****5600', '139****5600', 1, 13_812_345_600, '138****5601', 11]);
    expect(await page(true)).toEqual([13_812_345_600, 13_912_345_600, 1, 13_812_345_600, 13_812_345_601, 11]);
    const profile = (await call('datasets.profile', { dataset: 'x' })).find(({ name }) => name === 'contact');
    expect([profile?.top[0], profile?.min, profile?.max, profile?.histogram]).toEqual([{ value: '139****5600', count: 1 }, null, null, []]);
    const facet = await call('facet.get', { dataset: 'x', column: '手机号' });
    expect([facet.values[0], facet.fences]).toEqual([{ value: '138****5600', count: 1 }, null]);
    expect(await call('datasets.sums', { dataset: 'x', first: 0, last: 0, columns: ['手机号', '电话咨询量'] })).toMatchObject({ filled: 2, numbers: 1, sum: 1 });
    const found = async (text: string, reveal = false) => (await call('datasets.find', { dataset: 'x', text, reveal, columns: ['手机号'] })).total;
    expect([await found('12345'), await found('****5600'), await found('12345', true)]).toEqual([0, 1, 30]);
    const target = path.join(folder, 'out.csv');
    await call('export.table', { dataset: 'x', target: { kind: 'path', path: target }, format: 'csv' });
    expect(fs.readFileSync(target, 'utf8').split(/\r?\n/)[1]).toBe('A0,138****5600,139****5600,1,13812345600,138****5601,11');
    expect((await call('expression.check', { dataset: 'x', text: '[手机号] + 0' })).sample[0]).toBe('138****5600');
  });

  it('is masked where columns are mapped to the shop model, by cells as well and as the user said', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `A${i},2025-06-0${(i % 9) + 1} 10:00:00,${i}.50,${13_812_345_600 + i},note ${i}`);
    open = await testShop({});
    const { client, folder } = open;
    const { call } = client;
    fs.writeFileSync(path.join(folder, 'x.csv'), csv('order no,paid at,paid amount,client,note', ...rows));
    await call('import.run', { files: [{ source: { kind: 'path', path: path.join(folder, 'x.csv') }, options: { personal: { note: true } } }] });
    const fields = { platform_order_id: 'order no', paid_at: 'paid at', paid_amount: 'paid amount', buyer_ref: 'client', shop_name: 'note', remark: { expr: "[client] & '!'" } };
    await call('model.set', { mapping: { version: 1, entities: [{ entity: 'orders', from: 'x', fields }] } });
    const mapped = (await call('model.get', {})).datasets.find(({ dataset }) => dataset === 'x');
    expect(mapped?.columns.map(({ name, example }) => [name, example])).toEqual([
      ['order no', 'A0'],
      ['paid at', '2025-06-01 10:00:00'],
      ['paid amount', '0.5'],
      ['client', '138****5600'],
      ['note', 'n***'],
    ]);
    const preview = await call('model.preview', { entity: 'orders', dataset: 'x', limit: 1 });
    expect(Object.fromEntries(preview.columns.map(({ name }, i) => [name, preview.rows[0]?.[i]]))).toMatchObject({ platform_order_id: 'A0', shop_name: 'n***', remark: '138****5600!' });
  });

  it('is shown when asked for', async () => {
    const call = await shop();
    const { columns } = await call('datasets.page', { dataset: 'taobao', reveal: true });
    expect(values(columns, '收货人姓名', '收货地址', '联系手机')).toEqual([
      ['张三丰', '李四'],
      ['浙江省 杭州市 西湖区', '广东省 深圳市 南山区'],
      ['13912345678', '138****0001'],
    ]);
    expect((await call('datasets.profile', { dataset: 'taobao', reveal: true })).find(({ name }) => name === '收货人姓名')?.top.map(({ value }) => value)).toEqual(['张三丰', '李四']);
  });

  it('is masked in what is written to a file, in every format, unless it is asked for', async () => {
    const call = await shop();
    const written = async (format: 'csv' | 'json' | 'xlsx', reveal?: boolean) => {
      const target = path.join((open as TestShop).folder, `out.${format}`);
      await call('export.table', { dataset: 'taobao', target: { kind: 'path', path: target }, format, ...(reveal !== undefined && { reveal }) });
      if (format !== 'xlsx') return fs.readFileSync(target, 'utf8');
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(target);
      return JSON.stringify(book.worksheets[0]?.getSheetValues());
    };
    for (const format of ['csv', 'json', 'xlsx'] as const) {
      const masked = await written(format);
      for (const text of ['13812345678', 'tb***10', '张***', '浙***', '139****5678', '送前请打 136****5678']) expect(masked, format).toContain(text);
      for (const text of ['张三丰', '浙江省', '13912345678', '13612345678', 'tb1301_510']) expect(masked, format).not.toContain(text);
      const shown = await written(format, true);
      for (const text of ['张三丰', '浙江省 杭州市 西湖区', '13912345678', '送前请打 13612345678']) expect(shown, format).toContain(text);
    }
  });

  it('stays masked under another name, in columns made of it, and in what a step removed or changed', async () => {
    const call = await shop();
    await call('recipe.set', {
      dataset: 'taobao',
      steps: [
        {
          step: 'rename-columns',
          version: 1,
          params: {
            names: [
              ['收货人姓名', 'who'],
              ['订单状态', 'state'],
            ],
          },
        },
        { step: 'derive', version: 1, params: { column: '称呼', expression: "[who] & '先生'" } },
        { step: 'derive', version: 1, params: { column: '又', expression: '[称呼]' } },
        { step: 'replace-values', version: 1, params: { column: 'who', match: 'whole', values: [['李四', '李四光']] } },
        { step: 'filter-rows', version: 1, params: { condition: "[订单编号] != '1002'" } },
      ],
    });
    const { columns } = await call('datasets.page', { dataset: 'taobao' });
    expect(values(columns, 'who', 'state', '称呼', '又')).toEqual([['张***'], ['交易成功'], ['张***'], ['张***']]);
    const removed = await call('datasets.page', { dataset: 'taobao', step: 5, view: 'removed' });
    expect(values(removed.columns, 'who', '称呼', '收货地址')).toEqual([['李***'], ['李***'], ['广***']]);
    const changed = await call('datasets.page', { dataset: 'taobao', step: 4, view: 'changed' });
    expect([values(changed.columns, 'who'), values(changed.before ?? [], 'who')]).toEqual([[['李***']], [['李***']]]);
  });

  it('is shown where the user said so when he imported, and masked where he said that; renamed, derived, joined and compared as well', async () => {
    open = await testShop({});
    const { client, folder } = open;
    const { call } = client;
    const rows = Array.from({ length: 30 }, (_, i) => `A${i},${13_812_345_600 + i},secret ${i},浙江省 ${i}`);
    const options = { personal: { 手机: false, note: true } };
    const bring = async (name: string, lines: readonly string[], chosen: ImportOptions = {}) => {
      fs.writeFileSync(path.join(folder, name), csv('no,手机,note,地址', ...lines));
      await call('import.run', { files: [{ source: { kind: 'path', path: path.join(folder, name) }, options: chosen }] });
    };
    await bring('x.csv', rows, options);
    const first = async (dataset: string, ...names: string[]) => values((await call('datasets.page', { dataset, limit: 1 })).columns, ...names).map((column) => column?.[0]);
    expect(await first('x', 'no', '手机', 'note', '地址')).toEqual(['A0', '13812345600', 's***', '浙***']);
    await call('recipe.set', {
      dataset: 'x',
      steps: [
        {
          step: 'rename-columns',
          version: 1,
          params: {
            names: [
              ['手机', 'call'],
              ['note', 'said'],
            ],
          },
        },
        { step: 'derive', version: 1, params: { column: 'again', expression: "[call] & ''" } },
        { step: 'derive', version: 1, params: { column: 'twice', expression: '[said] & [said]' } },
      ],
    });
    expect(await first('x', 'call', 'said', 'again', 'twice')).toEqual(['13812345600', 's***', '13812345600', 's***']);
    expect((await call('facet.get', { dataset: 'x', column: 'call' })).values[0]?.value).toBe('13812345600');
    await call('datasets.branch', { dataset: 'x', name: 'y' });
    expect(await first('y', 'call', 'said')).toEqual(['13812345600', 's***']);
    // The next file of the layout is read so, and says so.
    const next = path.join(folder, 'x2.csv');
    fs.writeFileSync(next, csv('no,手机,note,地址', 'B1,13912345600,more,广东省'));
    const { tables, preset } = await call('import.inspect', { source: { kind: 'path', path: next } });
    expect(preset).toEqual(options);
    expect(tables[0]?.columns.map(({ name, people, personal, shown }) => [name, people?.en ?? null, personal, shown])).toEqual([
      ['no', null, false, false],
      ['手机', 'Phone numbers', false, true],
      ['note', null, true, false],
      ['地址', 'Addresses', true, false],
    ]);
    const report = await call('import.report', { source: 1 });
    expect(report.columns.map(({ name, personal }) => [name, personal])).toEqual([
      ['no', false],
      ['手机', false],
      ['note', true],
      ['地址', true],
    ]);
    await call('import.reread', { source: 1, options: { personal: { 手机: true } } });
    expect(await first('x', 'call', 'said')).toEqual(['138****5600', 's***']);
  });

  it('is masked beside the mapping, in join samples and in the rows behind a number', async () => {
    open = await testShop({
      'taobao.csv': ORDERS,
      'refunds.csv': csv(
        '退款编号,订单编号,买家退款金额,退款状态,退款的申请时间,退款完结时间,买家退款原因,是否需要退货',
        'R1,1002,60,退款成功,2025-06-03 10:00:00,2025-06-04 10:00:00,请联系 13612345678,是',
      ),
    });
    const { call } = open.client;
    const mapping = (await call('model.get', {})).datasets.find(({ dataset, entity }) => dataset === 'taobao' && entity === 'orders');
    expect(mapping?.columns.filter(({ name }) => ['收货人姓名', '收货地址', '联系手机'].includes(name)).map(({ example }) => example)).toEqual(['张***', '浙***', '139****5678']);
    const joined = await call('join.run', { left: 'taobao', right: 'refunds', on: { 订单编号: '订单编号' }, how: 'left', into: 'x', dryRun: true });
    expect(joined.unmatchedSamples.left[0]?.slice(0, 2)).toEqual(['13812345678', 'tb***10']);
    expect(JSON.stringify(await call('metrics.rows', { metric: 'refunds', from: '2025-06-01', to: '2025-06-30' }))).not.toMatch(/13612345678|张三|李四/);
  });
});
