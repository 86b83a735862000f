import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { csv, type TestShop, testShop } from './testing.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const bring = async (name: string, text: string) => {
  const file = path.join(shop.folder, name);
  fs.writeFileSync(file, text);
  const [reply] = await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file } }] });
  if (reply === undefined) throw new Error('no reply');
  return reply;
};

describe('next month', () => {
  test('renamed, reordered, new and lost columns go into the same table, mapped once', async () => {
    await bring('订单_2025-06.csv', csv('单号,数量,金额,备注', 'A1,1,10.00,x', 'A2,2,20.00,y'));
    const july = await bring('订单_2025-07.csv', csv('数量,单号,金额（元）,渠道', '3,B1,30.00,PC'));
    expect([july.rowsNew, july.drift]).toEqual([1, { added: ['渠道'], lost: ['备注'], renamed: [{ from: '金额（元）', to: '金额' }] }]);
    const august = await bring('订单_2025-08.csv', csv('数量,单号,金额（元）,渠道', '4,C1,40.00,PC'));
    expect(august.drift).toEqual({ added: [], lost: ['备注'], renamed: [] });
    expect(await shop.query('SELECT 单号, 数量, 金额, 备注, 渠道 FROM 订单 ORDER BY 数量')).toEqual([
      ['A1', 1, 100_000, 'x', null],
      ['A2', 2, 200_000, 'y', null],
      ['B1', 3, 300_000, null, 'PC'],
      ['C1', 4, 400_000, null, 'PC'],
    ]);
  });

  test('the reply names columns that are lost, renamed and new', async () => {
    await bring('订单_2025-06.csv', csv('单号,数量,金额,备注', 'A1,1,10.00,x', 'A2,2,20.00,y'));
    const { findings } = await bring('订单_2025-07.csv', csv('数量,单号,金额（元）,渠道', '3,B1,30.00,PC'));
    expect(findings.map(({ code, severity, message }) => [code, severity, message.en])).toEqual([
      ['columns-renamed', 'info', 'columns renamed: 金额（元） = 金额'],
      ['columns-lost', 'warning', 'columns lost: 备注'],
      ['columns-added', 'info', 'new columns: 渠道'],
    ]);
  });

  test('a log whose requests have no query has lost no column', async () => {
    const hit = (minute: number, page: string) => `1.2.3.4 - - [01/May/2026:10:0${minute}:00 +0800] "GET ${page} HTTP/1.1" 200 5 "-" "Mozilla/5.0"`;
    await bring('access.log.1', [hit(0, '/a?x=1'), hit(1, '/b')].join('\n'));
    expect(await bring('access.log', [hit(2, '/c'), hit(3, '/d')].join('\n'))).toMatchObject({ rowsNew: 2, findings: [] });
  });

  test('the reply names the days that the table has no row of, once for all files of an import', async () => {
    const days = (...numbers: number[]) => csv('日期,访客数', ...numbers.map((n) => `2025-06-${String(n).padStart(2, '0')},${n}`));
    expect((await bring('流量_1.csv', days(1, 2, 3, 4, 5, 6, 7))).findings).toEqual([]);
    const files = [days(8, 9, 11), days(14, 15)].map((text, i) => {
      const file = path.join(shop.folder, `流量_${i + 2}.csv`);
      fs.writeFileSync(file, text);
      return { source: { kind: 'path', path: file } as const };
    });
    const replies = await shop.client.call('import.run', { files });
    const told = replies.map(({ findings }) => findings.map(({ code, where, message }) => [code, where.column, message.en]));
    expect(told).toEqual([[], [['missing-days', '日期', 'The table has no row of 3 days (日期): 2025-06-10, 2025-06-12 … 2025-06-13']]]);
  });

  test('a header that a template asks for was renamed: the file still goes to its table, and says so before', async () => {
    const header = '订单编号,买家会员名,订单状态,订单创建时间,订单付款时间,买家应付货款,买家实际支付金额,宝贝标题';
    await bring('导出_2025-06.csv', csv(header, '8800000000000000001,a,交易成功,2025-06-01 10:00:00,2025-06-01 10:00:00,5,5,杯'));
    const file = path.join(shop.folder, '另一个名字.csv');
    fs.writeFileSync(file, csv(header.replace('买家会员名', '买家昵称'), '8800000000000000002,b,交易成功,2025-07-01 10:00:00,2025-07-01 10:00:00,5,5,碗'));
    const source = { kind: 'path', path: file } as const;
    const drift = { added: [], lost: [], renamed: [{ from: '买家昵称', to: '买家会员名' }] };
    expect((await shop.client.call('import.inspect', { source })).tables[0]?.goesTo).toEqual({ dataset: '导出', drift });
    expect(await shop.client.call('import.run', { files: [{ source }] })).toMatchObject([{ dataset: '导出', rowsNew: 1, drift }]);
    expect(await shop.query('SELECT 买家会员名 FROM 导出 ORDER BY 1')).toEqual([['a'], ['b']]);
  });

  test('days and months, and decimal signs, are read as each file proves', async () => {
    const sheet = (month: string, dates: readonly string[], amount: string) => csv('no;date;amount', ...dates.map((date, i) => `${month}${i};${date};${amount}`));
    await bring('sales_2025-06.csv', sheet('A', ['06/01/2025', '06/25/2025'], '1.234,50'));
    const july = await bring('sales_2025-07.csv', sheet('B', ['01/07/2025', '25/07/2025'], '1,234.50'));
    expect(july.columns.map(({ unparsed }) => unparsed)).toEqual([0, 0, 0]);
    expect(await shop.query('SELECT no, date, amount FROM sales ORDER BY 1')).toEqual([
      ['A0', '2025-06-01', 12_345_000],
      ['A1', '2025-06-25', 12_345_000],
      ['B0', '2025-07-01', 12_345_000],
      ['B1', '2025-07-25', 12_345_000],
    ]);
  });

  test('what is chosen for the file of a table that is there counts', async () => {
    await bring('sales_2025-06.csv', csv('no,qty,date', 'A1,1,06/05/2025'));
    const file = path.join(shop.folder, 'sales_2025-07.csv');
    fs.writeFileSync(file, csv('no,qty,date', 'B1,1,07/05/2025'));
    await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: file }, options: { dateOrder: 'dmy', types: { qty: 'text' } } }] });
    expect(await shop.query('SELECT qty, date FROM sales ORDER BY no')).toEqual([
      ['1', '2025-05-06'],
      ['1', '2025-05-07'],
    ]);
  });

  test('another kind of sheet gets a table of its own', async () => {
    await bring('a.csv', csv('sku,stock,place', 'x,1,A', 'y,2,B'));
    const other = await bring('b.csv', csv('sku,price,colour', 'x,9.99,red', 'y,8.99,blue'));
    expect([other.dataset, other.drift]).toEqual(['b', null]);
  });
});

test('a file that was written over is not taken for the one that is in, were it as long as before', async () => {
  await bring('stock.csv', csv('sku,stock', 'A,50'));
  const file = path.join(shop.folder, 'stock.csv');
  const look = async () => (await shop.client.call('import.inspect', { source: { kind: 'path', path: file } })).alreadyIn?.dataset ?? null;
  expect(await look()).toBe('stock');
  fs.writeFileSync(file, csv('sku,stock', 'A,51'));
  fs.utimesSync(file, 1_700_000_000, 1_700_000_000);
  expect(await look()).toBeNull();
});

describe('which file counts', () => {
  const HEADER = '订单编号,买家会员名,订单状态,订单创建时间,订单付款时间,买家应付货款,买家实际支付金额,宝贝标题';
  const order = (n: number, state: string) => `${n},a,${state},2025-06-01 10:00:00,2025-06-01 10:00:00,5,5,杯`;
  const states = () => shop.query('SELECT 订单编号, 订单状态 FROM "exportorderlist" ORDER BY 1');

  test('the newer export by the day in its name, also when the older one is imported after it', async () => {
    await bring('ExportOrderList20250615.csv', csv(HEADER, order(8800000001, '交易成功')));
    const older = await bring('ExportOrderList20250608.csv', csv(HEADER, order(8800000001, '买家已付款'), order(8800000002, '交易关闭')));
    expect([older.rowsNew, older.rowsUpdated, older.rowsUnchanged, older.findings.map(({ code }) => code)]).toEqual([1, 0, 1, ['older-file']]);
    expect(await states()).toEqual([
      ['8800000001', '交易成功'],
      ['8800000002', '交易关闭'],
    ]);
  });

  test('the later row of a file that says a key twice, and the reply names it', async () => {
    const pasted = await bring('ExportOrderList.csv', csv(HEADER, order(8800000001, '买家已付款'), order(8800000002, '交易关闭'), order(8800000001, '交易成功')));
    const [source] = await shop.client.call('import.sources', {});
    const { findings, changes } = await shop.client.call('import.report', { source: source?.id ?? -1 });
    expect([findings.map(({ code }) => code), changes.rows.filter(({ kind }) => kind === 'changed').map(({ row, key }) => [row, key])]).toEqual([['rows-repeated'], [[4, ['8800000001']]]]);
    expect([pasted.rowsRead, pasted.rowsNew, pasted.rowsUpdated, pasted.findings.map(({ code }) => code)]).toEqual([3, 2, 1, ['rows-repeated']]);
    expect(await states()).toEqual([
      ['8800000001', '交易成功'],
      ['8800000002', '交易关闭'],
    ]);
  });

  test('a later download of a file, also where a folder is imported', async () => {
    const folder = path.join(shop.folder, 'twice');
    fs.mkdirSync(folder);
    const rows = (state: string, count: number) =>
      csv('order_no,state,buyer,title,amount', ...Array.from({ length: count }, (_, i) => `${8_800_000_000_000_001 + i},${state},b${i},t${i % 7},${i}.50`));
    fs.writeFileSync(path.join(folder, 'sent (1).csv'), rows('done', 30));
    fs.writeFileSync(path.join(folder, 'sent.csv'), rows('sent', 25));
    const replies = await shop.client.call('import.run', { files: [{ source: { kind: 'path', path: folder } }] });
    expect(replies.map(({ file, rowsNew, rowsUpdated }) => [file, rowsNew, rowsUpdated])).toEqual([
      ['sent.csv', 25, 0],
      ['sent (1).csv', 5, 25],
    ]);
    expect(await shop.query(`SELECT state, count(*) FROM "${replies[0]?.dataset}" GROUP BY 1`)).toEqual([['done', 30]]);
  });
});

describe('what a file brought', () => {
  const report = async (file: string) => {
    const source = (await shop.client.call('import.sources', {})).find((one) => one.file === file);
    return shop.client.call('import.report', { source: source?.id ?? -1 });
  };

  test('rows that are new, changed cell by cell, unchanged', async () => {
    const header = '订单编号,买家会员名,订单状态,订单创建时间,订单付款时间,买家应付货款,买家实际支付金额,收货人姓名';
    await bring(
      'ExportOrderList1.csv',
      csv(header, '8800000000000000001,a,等待买家付款,2025-06-01 10:00:00,,10.00,10.00,王小明', '8800000000000000002,b,交易成功,2025-06-02 10:00:00,,20.00,20.00,李雷'),
    );
    await bring(
      'ExportOrderList2.csv',
      csv(
        header,
        '8800000000000000001,a,交易成功,2025-06-01 10:00:00,,10.00,10.00,王小明',
        '8800000000000000002,b,交易成功,2025-06-02 10:00:00,,20.00,20.00,李雷',
        '8800000000000000003,c,交易成功,2025-06-04 10:00:00,,30.00,30.00,韩梅梅',
      ),
    );
    const { naturalKey, changes, missingDays, counts, previous } = await report('ExportOrderList2.csv');
    expect(naturalKey).toEqual(['订单编号']);
    expect([changes.new, changes.changed, changes.unchanged]).toEqual([1, 1, 1]);
    expect(changes.rows[0]).toEqual({ row: 2, kind: 'changed', key: ['8800000000000000001'], cells: [{ column: '订单状态', before: '等待买家付款', after: '交易成功' }] });
    expect(changes.rows[1]?.kind).toBe('new');
    expect(JSON.stringify(changes)).not.toContain('韩梅梅');
    expect(missingDays).toEqual({ column: '订单创建时间', days: ['2025-06-03'] });
    expect(counts).toEqual({ preamble: 0, header: 1, data: 3, footer: 0, setAside: 0, blank: 0, total: 4 });
    expect(previous).toMatchObject({ file: 'ExportOrderList1.csv', rows: 2 });
  });

  test('a line that was taken out of a Shopify order is gone, listed, and back after undo', async () => {
    const header = 'Name,Email,Financial Status,Paid at,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id';
    const at = '2026-03-07 23:29:00 -0500';
    await bring(
      'orders_export_1.csv',
      csv(header, `#1,a@x.com,paid,${at},USD,100.00,100.00,${at},2,Cup,40.00,A,1`, '#1,a@x.com,,,,,,,1,Pot,20.00,B,', `#2,b@x.com,paid,${at},USD,20.00,20.00,${at},1,Pot,20.00,B,2`),
    );
    const edited = await bring('orders_export_2.csv', csv(header, `#1,a@x.com,paid,${at},USD,20.00,20.00,${at},1,Pot,20.00,B,1`));
    expect(edited.findings.map(({ code }) => code)).toEqual(['lines-removed']);
    const lines = () => shop.query(`SELECT Name, "Lineitem sku", "Lineitem quantity", Total FROM "${edited.dataset}" ORDER BY 1, 2`);
    expect(await lines()).toEqual([
      ['#1', 'B', 1, 200_000],
      ['#2', 'B', 1, 200_000],
    ]);
    const { changes } = await report('orders_export_2.csv');
    expect([changes.changed, changes.removed, changes.rows.map(({ kind, row, key }) => [kind, row, key])]).toEqual([
      1,
      1,
      [
        ['changed', 2, ['#1', 'Pot', 'B']],
        ['removed', 2, ['#1', 'Cup', 'A']],
      ],
    ]);
    await shop.client.call('history.undo', {});
    expect(await lines()).toEqual([
      ['#1', 'A', 2, 1_000_000],
      ['#1', 'B', 1, null],
      ['#2', 'B', 1, 200_000],
    ]);
  });

  test('amounts and times that are only spelled otherwise are no change; codes are', async () => {
    const header = '订单编号,买家会员名,订单状态,订单创建时间,订单付款时间,买家应付货款,买家实际支付金额,商家编码';
    await bring(
      'ExportOrderList1.csv',
      csv(header, '8800000001,a,交易成功,2025-06-01 10:00:00,,50.00,50.00,007', '8800000002,b,交易成功,2025-06-01 10:00:00,,20.00,20.00,008', '8800000003,c,交易成功,2025-06-01 10:00:00,,,5.00,009'),
    );
    const again = await bring(
      'ExportOrderList2.csv',
      csv(header, '8800000001,a,交易成功,2025/6/1 10:00,,50,50.0,007', '8800000002,b,交易成功,2025/6/1 10:00,,20,21,8', '8800000003,c,交易成功,2025/6/1 10:00,,5,5,009'),
    );
    expect([again.rowsNew, again.rowsUpdated, again.rowsUnchanged]).toEqual([0, 2, 1]);
    const { changes } = await report('ExportOrderList2.csv');
    expect(changes.rows.map(({ cells }) => cells)).toEqual([
      [
        { column: '买家实际支付金额', before: '20.00', after: '21' },
        { column: '商家编码', before: '008', after: '8' },
      ],
      [{ column: '买家应付货款', before: '', after: '5' }],
    ]);
  });

  test('a day of a key is the same day however it is written', async () => {
    await bring('流量_1.csv', csv('日期,渠道,访客数', '2025-06-01,搜索,10', '2025-06-01,直播,20', '2025-06-02,搜索,30', '2025-06-02,直播,40'));
    const source = (await shop.client.call('import.sources', {}))[0]?.dataset ?? '';
    await shop.client.call('datasets.set-key', { dataset: source, columns: ['日期', '渠道'] });
    const again = await bring('流量_2.csv', csv('日期,渠道,访客数', '2025/6/2,搜索,31', '2025/6/2,直播,40'));
    expect([again.rowsNew, again.rowsUpdated, again.rowsUnchanged]).toEqual([0, 1, 1]);
  });

  test('how good it is, beside the file before', async () => {
    const rows = (n: number, bad: string) => Array.from({ length: n }, (_, i) => `${i},${i === 3 ? bad : 10 + (i % 7)},${i % 4 === 0 ? '' : 'x'}`);
    await bring('日报_2025-06.csv', csv('编号,数量,备注', ...rows(60, '12')));
    await bring('日报_2025-07.csv', csv('编号,数量,备注', ...rows(60, '9000').map((line) => `1${line}`), '999,oops,y'));
    const { columns } = await report('日报_2025-07.csv');
    expect(columns.find(({ name }) => name === '数量')).toMatchObject({ rows: 61, filled: 60, refused: 1, min: 10, max: 9000, outliers: 1, previous: { rows: 60, filled: 60, refused: 0 } });
    expect(columns.find(({ name }) => name === '备注')).toMatchObject({ filled: 46, distinct: 2, previous: { filled: 45, distinct: 1 } });
    await bring('买家_2025-07.csv', csv('联系方式,城市', '13812345678,杭州', '13912345679,上海'));
    expect((await report('买家_2025-07.csv')).columns.map(({ name, personal }) => [name, personal])).toEqual([
      ['联系方式', true],
      ['城市', false],
    ]);
  });
});

describe('choices about a layout', () => {
  const text = (n: number) => `名称;数量;单价\na;${n};1,50\nb;2;2,25\n`;
  const source = (name: string, n: number) => {
    const file = path.join(shop.folder, name);
    fs.writeFileSync(file, text(n));
    return { kind: 'path', path: file } as const;
  };

  test('are taken for the next file, shown, and forgotten on demand', async () => {
    const types = { 数量: 'text' } as const;
    await shop.client.call('import.run', { files: [{ source: source('x_2025-06.csv', 1), options: { types } }] });
    const next = source('x_2025-07.csv', 3);
    expect((await shop.client.call('import.inspect', { source: next })).preset).toEqual({ types });
    expect((await shop.client.call('import.inspect', { source: next, plain: true })).preset).toBeNull();
    const [reply] = await shop.client.call('import.run', { files: [{ source: next }] });
    expect(reply?.columns.find(({ name }) => name === '数量')?.type).toBe('text');
    await shop.client.call('import.run', { files: [{ source: source('x_2025-08.csv', 4), plain: true }] });
    expect((await shop.client.call('import.inspect', { source: source('x_2025-09.csv', 5) })).preset).toBeNull();
    await shop.client.call('history.undo', {});
    expect((await shop.client.call('import.inspect', { source: source('x_2025-09.csv', 5) })).preset).toEqual({ types });
  });

  test('a column of the day that was left out stays left out, until it is taken back', async () => {
    const stock = (name: string, n: number) => {
      const file = path.join(shop.folder, name);
      fs.writeFileSync(file, csv('sku,name,stock', `A,a,${n}`, `B,b,${n + 1}`));
      return { kind: 'path', path: file } as const;
    };
    const card = async (file: { readonly kind: 'path'; readonly path: string }, options: ImportOptions = {}, plain = false) => {
      const { preset, tables } = await shop.client.call('import.inspect', { source: file, options, plain });
      const day = tables[0]?.detections.find(({ id }) => id === 'file-day');
      return { preset, names: tables[0]?.columns.map(({ name }) => name), choices: day?.choices ?? [], selected: day?.choices.find(({ selected }) => selected)?.label.en };
    };
    const first = stock('stock_2025-06-01.csv', 1);
    const leaveOut = (await card(first)).choices.find(({ label }) => label.en === 'Leave out')?.options ?? {};
    await shop.client.call('import.run', { files: [{ source: first, options: leaveOut }] });
    const next = stock('stock_2025-06-02.csv', 3);
    expect(await card(next)).toMatchObject({ preset: { fileDay: false }, names: ['sku', 'name', 'stock'], selected: 'Leave out' });
    // By the other choice of the card, which is for this file and the next ones.
    const back = (await card(next)).choices.find(({ label }) => label.en === 'As a column')?.options ?? {};
    expect(await card(next, back, true)).toMatchObject({ preset: null, names: ['sku', 'name', 'stock', 'file_date'], selected: 'As a column' });
    await shop.client.call('import.run', { files: [{ source: next, options: back, plain: true }] });
    expect(await card(stock('stock_2025-06-03.csv', 5))).toMatchObject({ preset: null, names: ['sku', 'name', 'stock', 'file_date'] });
  });

  test('a last row that was kept stays kept, until it is left out again', async () => {
    const sheet = (name: string) => {
      const file = path.join(shop.folder, name);
      fs.writeFileSync(file, csv('品名,金额', '杯子,5', '碗,6', '合计,11'));
      return { kind: 'path', path: file } as const;
    };
    const footer = async (file: { readonly kind: 'path'; readonly path: string }) => {
      const { preset, tables } = await shop.client.call('import.inspect', { source: file });
      const choices = tables[0]?.detections.find(({ id }) => id === 'footer')?.choices ?? [];
      return { preset, rows: tables[0]?.rows, choices, selected: choices.find(({ selected }) => selected)?.label.en };
    };
    const choice = async (file: { readonly kind: 'path'; readonly path: string }, label: string) => (await footer(file)).choices.find((one) => one.label.en === label)?.options ?? {};
    const june = sheet('sold_2025-06.csv');
    await shop.client.call('import.run', { files: [{ source: june, options: await choice(june, 'Keep') }] });
    const july = sheet('sold_2025-07.csv');
    fs.appendFileSync(july.path, '\n');
    expect(await footer(july)).toMatchObject({ preset: { footerRows: 0 }, rows: 3, selected: 'Keep' });
    await shop.client.call('import.run', { files: [{ source: july, options: await choice(july, 'Leave out'), plain: true }] });
    const august = sheet('sold_2025-08.csv');
    fs.appendFileSync(august.path, '\n\n');
    expect(await footer(august)).toMatchObject({ preset: null, rows: 2, selected: 'Leave out' });
  });

  test('are for this time only when asked so', async () => {
    await shop.client.call('import.run', { files: [{ source: source('x_2025-06.csv', 1), options: { types: { 数量: 'text' } } }], remember: false });
    expect((await shop.client.call('import.inspect', { source: source('x_2025-07.csv', 3) })).preset).toBeNull();
  });
});

describe('when the next file is expected', () => {
  test('where it is fetched is known of a known export', async () => {
    await bring(
      'a.csv',
      csv('订单编号,买家会员名,订单状态,订单创建时间,订单付款时间,买家应付货款,买家实际支付金额', '4000000000000000001,a,交易成功,2025-06-01 10:00:00,2025-06-01 10:01:00,5.00,5.00'),
    );
    expect(await shop.client.call('import.freshness', {})).toMatchObject([{ template: 'taobao-orders', where: '交易 › 已卖出的宝贝 › 批量导出 › 订单报表' }]);
  });

  test('monthly files that stopped are overdue; the rhythm can be set', async () => {
    await bring('x_2025-05.csv', csv('日期,金额,店铺', ...Array.from({ length: 31 }, (_, i) => `2025-05-${String(i + 1).padStart(2, '0')},5,a`)));
    await bring('x_2025-06.csv', csv('日期,金额,店铺', ...Array.from({ length: 30 }, (_, i) => `2025-06-${String(i + 1).padStart(2, '0')},5,a`)));
    const [found] = await shop.client.call('import.freshness', {});
    expect(found).toMatchObject({ template: null, where: null, column: '日期', lastDay: '2025-06-30', every: 31, chosen: false, overdue: true });
    // A day that is mistyped or planned says nothing of how far the table reaches.
    await bring('x_2025-06 (1).csv', csv('日期,金额,店铺', '2925-06-01,5,b'));
    expect((await shop.client.call('import.freshness', {}))[0]).toMatchObject({ lastDay: '2025-06-30', overdue: true });
    expect(await shop.client.call('import.expect', { dataset: found?.dataset ?? '', every: 7 })).toMatchObject([{ every: 7, chosen: true }]);
  });
});

describe('codes that Excel has destroyed', () => {
  const header = '订单编号,买家会员名,订单状态,订单创建时间,订单付款时间,买家应付货款,买家实际支付金额,宝贝标题';
  const order = (id: string, day: string, amount: number) => `${id},a,交易成功,2025-06-${day} 10:00:00,2025-06-${day} 10:00:00,${amount},${amount},杯`;

  test('are told, kept as they stand, and identify no row', async () => {
    const first = await bring('导出_2025-06.csv', csv(header, order('1.93E+18', '01', 5), order('1.93E+18', '02', 6), order('8800000000000000123', '03', 7)));
    expect(first.findings.map(({ code, where }) => [code, where?.row, where?.column])).toEqual([['ids-destroyed', 2, '订单编号']]);
    const second = await bring('导出_2025-07.csv', csv(header, order('1.93E+18', '01', 5), order('1.93E+18', '04', 9), order('8800000000000000123', '03', 8)));
    expect([second.rowsNew, second.rowsUpdated, second.rowsUnchanged]).toEqual([1, 1, 1]);
    expect(await shop.query('SELECT 订单编号, 买家实际支付金额 / 10000 FROM 导出 ORDER BY 订单创建时间')).toEqual([
      ['1.93E+18', 5],
      ['1.93E+18', 6],
      ['8800000000000000123', 8],
      ['1.93E+18', 9],
    ]);
  });

  test('zeros past digit 15 in more codes than by chance', async () => {
    const reply = await bring('a.csv', csv('order_id,qty', '8800000000000010000,1', '8800000000000020000,2', '8800000000000030000,3'));
    expect(reply.findings.map(({ code }) => code)).toEqual(['ids-destroyed']);
    expect((await bring('b.csv', csv('item_id,qty', '8800000000000010001,1', '8800000000000020000,2', '8800000000000030000,3'))).findings.map(({ code }) => code)).toEqual(['ids-destroyed']);
    const good = Array.from({ length: 20 }, (_, i) => `88000000000000100${10 + i},1`);
    expect((await bring('c.csv', csv('listing_id,qty', ...good, '8800000000000020000,2'))).findings).toEqual([]);
  });
});

test('two imports at once wait for each other', async () => {
  const source = (name: string) => {
    const file = path.join(shop.folder, name);
    fs.writeFileSync(file, csv('sku,qty,name', ...Array.from({ length: 3000 }, (_, i) => `${name}${i},${i},x`)));
    return { kind: 'path', path: file } as const;
  };
  const replies = await Promise.all(['a_2025-06.csv', 'a_2025-07.csv'].map((name) => shop.client.call('import.run', { files: [{ source: source(name) }] })));
  expect(replies.flat().map(({ rowsNew }) => rowsNew)).toEqual([3000, 3000]);
  expect(await shop.query('SELECT count(*) FROM a')).toEqual([[6000]]);
});
