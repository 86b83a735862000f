import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ColumnRenames, ImportOptions } from '#contract/documents';
import { csv, putFile, type TestShop, testPorts, testShop, verified } from './testing.ts';

// Columns that nothing recognises under their new name, mapped by hand.

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop({});
});
afterEach(() => shop.stop());

const run = async (name: string, text: string, options: ImportOptions = {}) => {
  const [reply] = await shop.client.call('import.run', { files: [{ source: putFile(shop.folder, name, text), options }] });
  if (reply === undefined) throw new Error('no reply');
  return reply;
};
const look = async (name: string, text: string, options: ImportOptions = {}) => {
  const { tables } = await shop.client.call('import.inspect', { source: putFile(shop.folder, name, text), options });
  return tables[0] as (typeof tables)[number];
};
const places = (columns: string, renames?: ColumnRenames) =>
  shop.client.call('import.places', { tables: [{ columns: columns.split(','), template: null, shop: null, name: '销售', ...(renames && { renames }) }] });

const MAY = csv('单号,数量,金额,备注', 'A1,1,10.00,x', 'A2,2,20.00,y');
const JUNE = csv('单号,数量,到手价,备注', 'B1,3,30.00,z');
const JULY = csv('单号,数量,到手价,备注', 'C1,4,40.00,z');
const mapped: ImportOptions = { renames: { 到手价: '金额' } };
const SALES = 'SELECT 单号, 金额 FROM 销售 ORDER BY 1';

describe('a column that was mapped by hand', () => {
  test('its rows stand in the old column, also those of the next file, which asks nothing', async () => {
    await run('销售_2025-05.csv', MAY);
    expect(await places('单号,数量,到手价,备注')).toEqual([{ dataset: '销售', isNew: false, drift: { added: ['到手价'], lost: ['金额'], renamed: [] }, remembered: [] }]);
    const renamed = [{ from: '到手价', to: '金额' }];
    expect(await places('单号,数量,到手价,备注', mapped.renames)).toEqual([{ dataset: '销售', isNew: false, drift: { added: [], lost: [], renamed }, remembered: [] }]);
    expect((await run('销售_2025-06.csv', JUNE, mapped)).drift).toEqual({ added: [], lost: [], renamed });
    expect(await places('单号,数量,到手价,备注')).toEqual([{ dataset: '销售', isNew: false, drift: null, remembered: renamed }]);
    const july = await run('销售_2025-07.csv', JULY);
    expect([july.drift, july.findings]).toEqual([null, []]);
    expect(await shop.query(SALES)).toEqual([
      ['A1', 100_000],
      ['A2', 200_000],
      ['B1', 300_000],
      ['C1', 400_000],
    ]);
  });

  test('steps that use it go on; the same file again changes nothing; undo takes it back', async () => {
    await run('销售_2025-05.csv', MAY);
    const steps = [{ step: 'filter-rows', version: 1, params: { condition: '[金额] > 15' } }];
    await shop.client.call('recipe.set', { dataset: '销售', steps });
    const june = await run('销售_2025-06.csv', JUNE, mapped);
    expect([june.rowsNew, june.dataset]).toEqual([1, '销售']);
    const rows = [
      ['A2', 200_000],
      ['B1', 300_000],
    ];
    expect(await shop.query(SALES)).toEqual(rows);
    const again = await run('销售_2025-06.csv', JUNE, mapped);
    expect([again.rowsNew, again.rowsUpdated, again.rowsUnchanged]).toEqual([0, 0, 1]);
    expect(await shop.query(SALES)).toEqual(rows);
    await shop.client.call('history.undo', {});
    expect(await places('单号,数量,到手价,备注')).toMatchObject([{ drift: { added: ['到手价'], lost: ['金额'] }, remembered: [] }]);
  });

  test('what is chosen how such files are read does not remember it for other tables', async () => {
    await run('销售_2025-05.csv', MAY);
    await run('销售_2025-06.csv', JUNE, { ...mapped, types: { 备注: 'text' } });
    const { preset } = await shop.client.call('import.inspect', { source: putFile(shop.folder, '销售_2025-07.csv', JULY) });
    expect(preset).toEqual({ types: { 备注: 'text' } });
  });

  test('a name that is remembered is taken back, and the files before it follow', async () => {
    await run('销售_2025-05.csv', MAY);
    await run('销售_2025-06.csv', JUNE, mapped);
    const july = await run('销售_2025-07.csv', JULY, { renames: { 到手价: null } });
    expect(july.drift).toEqual({ added: ['到手价'], lost: ['金额'], renamed: [] });
    expect(await shop.query('SELECT 单号, 金额, 到手价 FROM 销售 ORDER BY 1')).toEqual([
      ['A1', 100_000, null],
      ['A2', 200_000, null],
      ['B1', null, 300_000],
      ['C1', null, 400_000],
    ]);
  });

  test('two columns that would be taken for one stay two, in their table', async () => {
    await run('销售_2025-05.csv', MAY);
    const june = await run('销售_2025-06.csv', JUNE.replace('到手价', '金额（元）'), { renames: { '金额（元）': null } });
    expect([june.dataset, june.drift]).toEqual(['销售', { added: ['金额（元）'], lost: ['金额'], renamed: [] }]);
    expect((await run('销售_2025-07.csv', JULY.replace('到手价', '金额（元）'))).drift).toEqual({ added: [], lost: ['金额'], renamed: [] });
  });

  test('two names of one column in one file are two columns', async () => {
    await run('销售_2025-05.csv', MAY);
    await run('销售_2025-06.csv', JUNE, mapped);
    const both = await run('销售_2025-07.csv', csv('单号,数量,到手价,备注,金额', 'C1,4,40.00,z,44.00'));
    expect(both.drift).toEqual({ added: ['到手价'], lost: [], renamed: [] });
    expect(await shop.query('SELECT 单号, 金额, 到手价 FROM 销售 ORDER BY 1')).toEqual([
      ['A1', 100_000, null],
      ['A2', 200_000, null],
      ['B1', 300_000, null],
      ['C1', 440_000, 400_000],
    ]);
  });
});

describe('a name that means another column in another file', () => {
  const HEAD = '单号,金额,运费,收货人,备注';
  const [MAY_ALL, A, B, NEITHER, NOR] = [
    csv(HEAD, 'A1,10.00,1.00,王小明,x'),
    csv(HEAD.replace('金额', '钱'), 'B1,20.00,2.00,王小明,x'),
    csv(HEAD.replace('运费', '钱'), 'C1,30.00,3.00,王小明,x'),
    csv('单号,钱,收货人,备注', 'D1,40.00,王小明,x'),
    csv('单号,钱,收货人,备注', 'E1,50.00,王小明,x'),
  ];
  const as = (to: string): ImportOptions => ({ renames: { 钱: to } });
  const sums = () => shop.query('SELECT 单号, 金额, 运费 FROM 销售 ORDER BY 1');

  test('the file before keeps it, as it has the other column itself; its report says what it calls otherwise, and no other one', async () => {
    await run('销售_2025-05.csv', MAY_ALL);
    await run('销售_2025-06.csv', A, as('金额'));
    const july = await run('销售_2025-07.csv', B, as('运费'));
    expect(july.findings.map(({ code }) => code)).toEqual(['columns-renamed']);
    await run('销售_2025-08.csv', csv(HEAD, 'F1,60.00,6.00,王小明,x'));
    const rows = [
      ['A1', 100_000, 10_000],
      ['B1', 200_000, 20_000],
      ['C1', 300_000, 30_000],
      ['F1', 600_000, 60_000],
    ];
    expect(await sums()).toEqual(rows);
    const drifts = await Promise.all([2, 3, 4].map(async (source) => (await shop.client.call('import.report', { source })).drift?.renamed ?? []));
    expect(drifts).toEqual([[{ from: '钱', to: '金额' }], [{ from: '钱', to: '运费' }], []]);
    await shop.client.call('import.reread', { source: 2, options: { encoding: 'utf-8' } });
    expect(await sums()).toEqual(rows);
  });

  test('two files of one import, of which different things are said', async () => {
    await run('销售_2025-05.csv', MAY_ALL);
    const files = [
      { source: putFile(shop.folder, '销售_2025-06.csv', NEITHER), options: as('金额') },
      { source: putFile(shop.folder, '销售_2025-07.csv', NOR), options: as('运费') },
    ];
    await shop.client.call('import.run', { files });
    expect(await sums()).toEqual([
      ['A1', 100_000, 10_000],
      ['D1', 400_000, null],
      ['E1', null, 500_000],
    ]);
  });

  test('two files of one import, of which one has the name for a column of its own', async () => {
    await run('销售_2025-05.csv', MAY_ALL);
    const files = [
      { source: putFile(shop.folder, '销售_2025-06.csv', NEITHER), options: as('金额') },
      { source: putFile(shop.folder, '销售_2025-07.csv', NOR), options: { renames: { 钱: null } } },
    ];
    await shop.client.call('import.run', { files });
    expect(await shop.query('SELECT 单号, 金额, 运费, 钱 FROM 销售 ORDER BY 1')).toEqual([
      ['A1', 100_000, 10_000, null],
      ['D1', 400_000, null, null],
      ['E1', null, null, 50],
    ]);
  });

  test('where it could mean the other one what was said wrongly is put right, and told', async () => {
    await run('销售_2025-05.csv', MAY_ALL);
    await run('销售_2025-06.csv', NEITHER, as('金额'));
    const july = await run('销售_2025-07.csv', NOR, as('运费'));
    expect(july.findings.filter(({ code }) => code === 'columns-moved').map(({ message }) => message.en)).toEqual(['钱 of 销售_2025-06.csv is 运费 from now on as well, and not 金额']);
    expect(await sums()).toEqual([
      ['A1', 100_000, 10_000],
      ['D1', null, 400_000],
      ['E1', null, 500_000],
    ]);
  });

  test('what is chosen of it where the file has both columns leaves the other one alone', async () => {
    await run('销售_2025-05.csv', MAY);
    await run('销售_2025-06.csv', JUNE, mapped);
    await run('销售_2025-07.csv', csv('单号,数量,到手价,备注,金额', 'C1,4,40.00,z,44.00'), { types: { 到手价: 'text' }, personal: { 到手价: true } });
    expect(await shop.query("SELECT 金额, 到手价 FROM 销售 WHERE 单号 = 'C1'")).toEqual([[440_000, '40.00']]);
  });
});

describe('a column of another type', () => {
  const WORDS = csv('单号,数量,说明,备注', 'B1,3,好,z', 'B2,4,25.00,z', 'B3,5,差,z');
  const words: ImportOptions = { renames: { 说明: '金额' } };

  test('its cells that do not fit show before it is in, and are refused and listed then', async () => {
    await run('销售_2025-05.csv', MAY);
    expect((await look('销售_2025-06.csv', WORDS)).refusedCells).toBe(0);
    const seen = await look('销售_2025-06.csv', WORDS, words);
    expect([seen.refusedCells, seen.columns.find(({ name }) => name === '说明')]).toMatchObject([2, { type: 'money', unparsed: 2, reason: { en: 'As 金额 in its table', zh: '与表中“金额”列相同' } }]);
    const june = await run('销售_2025-06.csv', WORDS, words);
    expect(june.columns.map(({ unparsed }) => unparsed)).toEqual([0, 0, 2, 0]);
    expect(await shop.query(SALES)).toEqual([
      ['A1', 100_000],
      ['A2', 200_000],
      ['B1', null],
      ['B2', 250_000],
      ['B3', null],
    ]);
    const { cells } = await shop.client.call('import.refused', {});
    expect(cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [2, '金额', '好'],
      [4, '金额', '差'],
    ]);
  });

  test('whole numbers stay so beside words, and get decimals', async () => {
    await run('销售_2025-05.csv', MAY);
    const typesWith = async (name: string, text: string, renames: ColumnRenames) => {
      const { columns } = await look(name, text, { renames });
      return columns.find((column) => Object.hasOwn(renames, column.name))?.type;
    };
    expect(await typesWith('销售_2025-06.csv', csv('单号,件,金额,备注', 'B1,三,30.00,z'), { 件: '数量' })).toBe('int');
    expect(await typesWith('销售_2025-06.csv', csv('单号,件,金额,备注', 'B1,2.5,30.00,z'), { 件: '数量' })).toBe('number');
  });
});

describe('columns asked for by name', () => {
  const ask = async (name: string, text: string, renames: Record<string, string>) =>
    await shop.client.call('import.run', { files: [{ source: putFile(shop.folder, name, text) }], renames }).then(
      (replies) => replies.map(({ drift }) => drift),
      (thrown: Error) => thrown.message,
    );

  test.each<[string, string, Record<string, string>, unknown]>([
    ['are mapped', JUNE, { 到手价: '金额' }, [{ added: [], lost: [], renamed: [{ from: '到手价', to: '金额' }] }]],
    ['that the file lacks', JUNE, { 到手: '金额' }, '销售_2025-06.csv has no column 到手; it has: 单号, 数量, 到手价, 备注'],
    ['that the table lacks', JUNE, { 到手价: '总额' }, '销售 has no column 总额; it has: 单号, 数量, 金额, 备注'],
    ['that the file has itself', JUNE, { 到手价: '备注' }, '销售_2025-06.csv has a column 备注 itself: 到手价 is another one'],
    ['two for one', JUNE, { 到手价: '金额', 备注: '金额' }, 'The import option renames has to be for columns of the file'],
  ])('%s', async (_name, text, renames, outcome) => {
    await run('销售_2025-05.csv', MAY);
    const got = await ask('销售_2025-06.csv', text, renames);
    if (typeof outcome === 'string') {
      expect(got).toContain(outcome);
      expect(await shop.query('SELECT count(*) FROM 销售')).toEqual([[2]]);
    } else expect(got).toEqual(outcome);
  });

  test('a new table has none to be called otherwise; a file that is in is not asked', async () => {
    expect(await ask('销售_2025-05.csv', MAY, { 金额: '总额' })).toBe('销售_2025-05.csv makes a new table, which has no column 总额 before it');
    await run('销售_2025-05.csv', MAY);
    expect(await ask('销售_2025-05.csv', MAY, { 金额: '总额' })).toEqual([null]);
  });
});

test('a column that is mapped to one about people is masked before it is in, unless the table shows that one', async () => {
  const HEAD = '单号,收货人,金额,备注';
  await run('销售_2025-05.csv', csv(HEAD, 'A1,王小明,10.00,x'));
  const june = csv(HEAD.replace('收货人', '客户名'), 'B1,李雷,20.00,y');
  const renames = { 客户名: '收货人' };
  const seen = async (options: ImportOptions) => {
    const { name, people, personal, shown } = (await look('销售_2025-06.csv', june, options)).columns[1] as Awaited<ReturnType<typeof look>>['columns'][number];
    return { name, people: people?.en, personal, shown };
  };
  expect(await seen({})).toEqual({ name: '客户名', people: undefined, personal: false, shown: false });
  expect(await seen({ renames })).toEqual({ name: '客户名', people: 'Names', personal: true, shown: false });
  expect(await seen({ renames, personal: { 客户名: false } })).toEqual({ name: '客户名', people: 'Names', personal: false, shown: true });
  await run('销售_2025-06.csv', june, { renames });
  expect(await seen({})).toEqual({ name: '客户名', people: 'Names', personal: true, shown: false });
  const lost = await shop.client.call('import.lost-columns', { dataset: '销售', lost: ['收货人'], columns: [] });
  expect(lost.map(({ examples }) => examples)).toEqual([['李***']]);
  await run('销售_2025-07.csv', june.replace('B1', 'C1'), { personal: { 客户名: false } });
  expect(await seen({})).toEqual({ name: '客户名', people: 'Names', personal: false, shown: true });
});

test('a column that is masked in its table by choice is so in the preview of a file of another layout', async () => {
  await run('销售_2025-05.csv', MAY, { personal: { 备注: true } });
  expect((await look('销售_2025-06.csv', csv('单号,数量,金额,备注,渠道', 'B1,3,30.00,z,微信'))).columns.map(({ name, personal }) => [name, personal])).toEqual([
    ['单号', false],
    ['数量', false],
    ['金额', false],
    ['备注', true],
    ['渠道', false],
  ]);
});

test('lost columns are told with cells of theirs, masked where they are about people, and with the columns that look like them', async () => {
  await run('客户.csv', csv('收货人,手机,金额', '王小明,13800138000,10.00', '李雷,13900139000,20.00'));
  const columns = [
    { name: '说明', type: 'text' as const, examples: ['好'] },
    { name: '实付', type: 'money' as const, examples: ['10.00'] },
    { name: '收件人', type: 'text' as const, examples: ['韩梅梅'] },
  ];
  expect(await shop.client.call('import.lost-columns', { dataset: '客户', lost: ['收货人', '金额'], columns })).toEqual([
    { name: '收货人', type: 'text', examples: ['王***', '李***'], alike: ['收件人', '说明', '实付'] },
    { name: '金额', type: 'money', examples: ['10.00', '20.00'], alike: ['实付', '说明', '收件人'] },
  ]);
});

test('columns of a table that is only being made are told from the files before', async () => {
  const before = [
    { name: '金额', type: 'money' as const, examples: ['10.00'], personal: false },
    { name: '客户', type: 'text' as const, examples: ['王小明'], personal: true },
  ];
  expect(await shop.client.call('import.lost-columns', { dataset: '新表', lost: ['金额', '客户', '备注'], columns: [], before })).toEqual([
    { name: '金额', type: 'money', examples: ['10.00'], alike: [] },
    { name: '客户', type: 'text', examples: ['王***'], alike: [] },
    { name: '备注', type: 'text', examples: [], alike: [] },
  ]);
});

const REPORT = path.resolve('../shared/data/platform-tmall/tmall_order_report1.csv');

describe.skipIf(!fs.existsSync(REPORT))('a real report of Tmall whose column of payments is called otherwise', () => {
  test('the model goes on to the cent, after the workspace was closed too, and it is whole', async () => {
    const [header = '', ...lines] = fs
      .readFileSync(REPORT, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
    const part = (from: number, to: number, name = '买家实际支付金额') => csv(header.replace('买家实际支付金额', name), ...lines.slice(from, to));
    const source = (name: string, text: string) => ({ source: putFile(shop.folder, name, text) });
    await shop.client.call('import.run', { files: [source('订单.csv', part(0, 200))] });
    await shop.client.call('model.accept', {});
    const [first] = await shop.client.call('import.run', { files: [{ ...source('订单2.csv', part(200, 400, '到手')), options: { renames: { 到手: '买家实际支付金额' } } }] });
    expect(first?.drift).toEqual({ added: [], lost: [], renamed: [{ from: '到手', to: '买家实际支付金额' }] });
    const file = path.join(shop.folder, 'test.suanpan');
    await shop.client.call('workspace.close', {});
    await shop.client.call('workspace.open', { path: file });
    const [second] = await shop.client.call('import.run', { files: [source('订单3.csv', part(400, 600, '到手'))] });
    expect([second?.dataset, second?.drift]).toEqual([first?.dataset, null]);
    const orders = () => shop.query('SELECT count(*), sum(paid_amount), sum(goods_amount) FROM orders WHERE paid_at IS NOT NULL');
    const renamed = await orders();
    await shop.client.call('workspace.close', {});
    const ports = testPorts();
    try {
      expect(await verified(ports, file)).toEqual({ ok: true, problems: [] });
      // The same report under its own name comes to the same.
      await shop.client.call('workspace.create', { name: 'whole', path: path.join(shop.folder, 'whole.suanpan') });
      await shop.client.call('import.run', { files: [source('订单.csv', part(0, 600))] });
      await shop.client.call('model.accept', {});
      expect(renamed).toEqual(await orders());
      expect(renamed[0]?.[0]).toBeGreaterThan(0);
    } finally {
      ports.remove();
    }
  });
});
