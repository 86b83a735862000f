import { expect, test } from 'vitest';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';

const read = async (text: string) => {
  const [table] = (await readBytes('x.csv', text)).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
};

test('subtotals are left out where they are proven', async () => {
  const table = await read('渠道,商品,金额\nPC,a,10.50\nPC,b,2\n小计,,12.5\n无线,a,7\n小计,,7\n合计,,19.5\n');
  expect(literal(table).slice(1)).toEqual([
    ['PC', 'a', '10.50'],
    ['PC', 'b', '2'],
    ['无线', 'a', '7'],
  ]);
  expect(table.footer.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [4, '小计'],
    [6, '小计'],
    [7, '合计'],
  ]);
  expect(table.findings.map(({ code, where }) => [code, where?.row])).toEqual([['subtotals', 4]]);
});

test('a row that only reads like one is kept and named', async () => {
  const table = await read('channel,amount\nPC,10\nTotal,3\nApp,7\nWeb,1\n');
  expect(table.table.rows).toBe(4);
  expect(table.findings.map(({ code, where }) => [code, where?.row])).toEqual([['subtotals-unproven', 3]]);
});

test.each(['Total: Account', '总计：帐号', 'Total of 2 results'])('“%s” is a total at the end', async (label) => {
  const table = await read(`Day,Cost\n2025-06-01,10\n2025-06-02,3\n${label},13\n`);
  expect(table.table.rows).toBe(2);
  expect(table.footer.map(({ cells }) => cells[0])).toEqual([label]);
});

test.each(['2,record(s) downloaded', '2,record(s) downloaded,'])('the count of records below a table is a note: %s', async (line) => {
  const table = await read(`Order Number,Item,Sold For\n1,a,5\n2,b,6\n${line}\n`);
  expect([table.table.rows, table.setAside.length, table.footer.length]).toEqual([2, 0, 1]);
});

test('a total is proven by the rows, whatever subtotals stand between them', async () => {
  const table = await read('日期,金额\n2025-06-01,1\n2025-06-02,2\n小计,3\n2025-06-03,4\n2025-06-04,5\n小计,9\n合计,12\n');
  expect(table.table.rows).toBe(4);
  expect(table.reasons.footer).toEqual({ label: '合计', sums: [{ column: '金额', text: '12' }] });
});

test('a total above its rows is left out where two of its numbers prove it', async () => {
  const table = await read('Campaign,Day,Cost,Clicks\n,,5.5,3\na,2025-06-01,2.5,1\nb,2025-06-01,3,2\n');
  expect([table.table.rows, table.footer.map(({ row }) => row), table.findings.map(({ code }) => code)]).toEqual([2, [2], ['total-above']]);
  expect((await read('Campaign,Day,Cost,Clicks\n,2025-06-01,5.5,4\na,2025-06-01,2.5,1\nb,2025-06-01,3,2\n')).table.rows).toBe(3);
});

test('a total that is called so may stand straight below the header', async () => {
  const table = await read('日期,渠道,金额\n合计,,19.5\n2025-06-01,PC,10.5\n2025-06-02,PC,2\n小计,,12.5\n2025-06-03,无线,7\n');
  expect(literal(table).slice(1)).toEqual([
    ['2025-06-01', 'PC', '10.5'],
    ['2025-06-02', 'PC', '2'],
    ['2025-06-03', '无线', '7'],
  ]);
  expect(table.footer.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [2, '合计'],
    [5, '小计'],
  ]);
});

// Platforms count a visitor once and round each row: their totals need not add up, and whoever sums the table would count all twice.
test.each<[string, string, number[], string]>([
  ['PDD', '商品ID,商品名称,总花费(元),曝光量\n总计,-,20,900\n1001,杯子,10.5,300\n1002,碗,2,200\n', [2], '总计'],
  ['PDD, one row', '商品ID,商品名称,总花费(元),曝光量\n总计,-,20,900\n1001,杯子,10.5,300\n', [2], '总计'],
  ['PDD, nothing summed', '商品ID,商品名称,总花费(元),曝光量\n总计,-,-,-\n1001,杯子,10.5,300\n1002,碗,2,200\n', [2], '总计'],
  ['Google Ads', 'Day,Campaign,Currency code,Cost,Clicks\nTotal: Account, --,USD,20,900\n2025-06-01,a,USD,10.5,300\n2025-06-02,a,USD,2,200\n', [2], 'Total: Account'],
  ['Google Ads, two', 'Day,Campaign,Cost,Clicks\nTotal: Campaigns, --,20,900\nTotal: Account, --,21,900\n2025-06-01,a,10.5,300\n2025-06-02,a,2,200\n', [2, 3], 'Total: Campaigns'],
  ['Meta', 'Campaign name,Day,Impressions,Amount spent (USD)\nTotal of 2 results,,900,20\na,2025-06-01,300,10.5\nb,2025-06-01,200,2\n', [2], 'Total of 2 results'],
  ['TikTok', 'Campaign name,Date,Cost,Clicks\n Total ,-,20,900\na,2025-06-01,10.5,300\nb,2025-06-01,2,200\n', [2], 'Total'],
  ['JZT', '推广计划,日期,总费用,展现数\n全部,-,20,900\na,2025-06-01,10.5,300\nb,2025-06-01,2,200\n', [2], '全部'],
  ['below units', '日期,渠道,金额,重量\n,,元,kg\n合计,,20,9\n2025-06-01,PC,10.5,3\n2025-06-02,PC,2,2\n', [3], '合计'],
])('a first row that is called a total is left out with a warning where nothing proves it: %s', async (_name, text, out, label) => {
  const table = await read(text);
  expect(table.footer.map(({ row }) => row)).toEqual(out);
  expect(table.findings.map(({ code, severity, where }) => [code, severity, where?.row])).toEqual([['total-unproven', 'warning', out[0]]]);
  expect(table.reasons.above).toEqual({ rows: out.length, label, isProven: false, sums: [] });
  const kept = (await readBytes('x.csv', text, { totalAbove: false })).tables[0];
  expect([kept?.table.rows, kept?.footer, kept?.findings, kept?.reasons.above?.rows]).toEqual([table.table.rows + out.length, [], [], 0]);
});

test.each<[string, string]>([
  ['it names something else', 'brand,model,price\nTotal,Quartz 9000,99\nElf,e1,10\nShell,s1,20\n'],
  ['its label comes again below', '渠道,金额\n小计,20\nPC,10.5\n小计,9\nApp,2\n'],
  ['“全部” says all and leaves nothing blank', '终端,访客数,支付金额\n全部,99,50\nPC,40,20\n无线,70,33\n'],
  ['nothing stands below it', '日期,渠道,金额\n合计,,20\n'],
])('a first row that is called a total stays where %s', async (_why, text) => {
  const table = await read(text);
  expect([table.footer, table.table.origin.row[0]]).toEqual([[], 2]);
});

test('“全部” above its rows is left out where they prove it', async () => {
  const table = await read('推广计划,日期,总费用,展现数\n全部,-,12.5,500\na,2025-06-01,10.5,300\nb,2025-06-01,2,200\n');
  expect([table.table.rows, table.findings.map(({ code }) => code), table.reasons.above?.sums.map(({ column }) => column)]).toEqual([2, ['total-above'], ['总费用', '展现数']]);
});

test('whoever keeps the last row does not bring the total of the first row back', async () => {
  const text = '日期,渠道,金额\n合计,,20\n2025-06-01,PC,10.5\n2025-06-02,PC,2\n总计,,12.5\n';
  const [table] = (await readBytes('x.csv', text, { footerRows: 0 })).tables;
  expect([table?.table.rows, table?.footer.map(({ row }) => row)]).toEqual([3, [2]]);
});

test('a nameless first row that is larger than every row below and no sum of them is kept and told', async () => {
  const told = async (first: string) => {
    const { table, findings } = await read(`Campaign,Day,Impressions,Cost\n${first}\na,2025-06-01,300,10.5\nb,2025-06-02,200,34\n`);
    return [table.rows, findings.map(({ code, where }) => [code, where?.row])];
  };
  expect(await told(',,1000,55')).toEqual([3, [['total-unproven', 2]]]);
  expect(await told(',,500,44.5')).toEqual([2, [['total-above', 2]]]);
  // A campaign whose name is not known is a row like others.
  expect(await told(',2025-06-01,1000,55')).toEqual([3, []]);
  expect(await told(',,250,12')).toEqual([3, []]);
});

test('“全部” is a total where it is proven, and a name where it is not', async () => {
  const rows = async (last: string) => (await read(`日期,计划,展现数,花费\n2025-06-01,A,10,1.5\n2025-06-02,B,20,2\n全部,-,${last}\n`)).table.rows;
  expect([await rows('30,3.5'), await rows('31,9')]).toEqual([2, 3]);
});

test('totals of a report without rows are no rows', async () => {
  const table = await read('Campaign,Day,Currency,Cost,CTR,Clicks\nTotal: Campaigns, --,USD,0.00,0.00%,0\nTotal: Account, --,USD,0.00,0.00%,0\n');
  expect([table.table.rows, table.footer.map(({ row }) => row), table.findings]).toEqual([0, [2, 3], []]);
  expect((await read('Campaign,Day,Cost\nTotal: Account, --,5.00\n')).table.rows).toBe(1);
});

test('a header printed again is set aside', async () => {
  const table = await read('订单编号,金额\n1,5\n订单编号,金额\n2,6\n');
  expect(literal(table).slice(1)).toEqual([
    ['1', '5'],
    ['2', '6'],
  ]);
  expect(table.setAside.map(({ row, reason }) => [row, reason.en])).toEqual([[3, 'the header again']]);
});

test('rows of which only the first column is known are data', async () => {
  const table = await read('姓名,电话,城市,备注\n张三,1,北京,a\n李四,2,上海,b\n王五,,,\n赵六,,,\n');
  expect(literal(table).slice(3)).toEqual([
    ['王五', null, null, null],
    ['赵六', null, null, null],
  ]);
  expect([table.footer, table.findings]).toEqual([[], []]);
  expect((await read('name,phone,city\nAnn,1,x\nBob,2,y\nWalk-in customer,,\n')).table.rows).toBe(3);
});

test.each([
  '制表人：张三',
  '注：数据截至昨日',
  '数据来源 生意参谋',
  '共 2 条记录',
  'Source: own survey',
  '© Shop Ltd',
  'Exported at 2024-03-05',
  'Total words 500',
  '* without returns',
  '#-----账务明细列表结束-----',
  '导出完毕',
  'Figures of the last week may still change, see the help',
])('“%s” below a table is a note, and told', async (note) => {
  const table = await read(`name,phone,city\nAnn,1,x\nBob,2,y\n"${note}",,\n`);
  expect([table.table.rows, table.footer.map(({ row }) => row), table.findings.map(({ code, where }) => [code, where.row])]).toEqual([2, [4], [['footnotes', 4]]]);
});

test('a label without numbers sums nothing, and the end mark of DOS is a blank line', async () => {
  const table = await read('name,n,m\na,1,2\nb,2,3\n小计,,\n合计,3,5\n\x1a');
  expect([table.table.rows, table.blankRows, table.findings.map(({ code, where }) => [code, where.row])]).toEqual([2, 1, [['footnotes', 4]]]);
});

test('a row of the middle that names more than its label is data, whatever one number says', async () => {
  const table = await read('brand,model,qty,price\nElf,e1,1,10\nTotal,Quartz 9000,1,99\nShell,s1,2,25\nMobil,m1,3,26\n');
  expect([table.table.rows, table.findings.map(({ code, where }) => [code, where.row])]).toEqual([4, [['subtotals-unproven', 3]]]);
});

test('a last row that is called a total is left out with a warning where nothing proves it, and kept where it names something', async () => {
  const short = await read('name,amt\nAnn,10\nBob,20\nTotal,31\n');
  expect([short.table.rows, short.footer.map(({ row }) => row), short.findings.map(({ code, where }) => [code, where.row])]).toEqual([2, [4], [['total-unproven', 4]]]);
  const named = await read('brand,model,price\nElf,e1,10\nShell,s1,20\nTotal,Quartz 9000,99\n');
  expect([named.table.rows, named.footer, named.findings.map(({ code, where }) => [code, where.row])]).toEqual([3, [], [['subtotals-unproven', 4]]]);
});

test('what a total cannot sum does not speak against it', async () => {
  const table = await read('day,visitors,amount,rate,unit price\n1,10,5.5,20%,2\n2,20,6,30%,3\n3,5,1,1%,9\n合计,32,12.5,19%,30\n');
  expect([table.table.rows, table.reasons.footer, table.findings]).toEqual([3, { label: '合计', sums: [{ column: 'amount', text: '12.5' }] }, []]);
  const other = await read('day,orders,amount\n1,10,5.5\n2,20,6\n合计,30,15\n');
  expect(other.findings.map(({ code }) => code)).toEqual(['total-unproven']);
});

test('subtotals that name their group first are proven by it', async () => {
  const table = await read('省,市,金额\n粤,广州,10\n粤,深圳,20\n粤 小计,,30\n浙,杭州,5\n浙 小计,,5\n总计,,35\n制表人：张三,,\n');
  expect(literal(table).slice(1)).toEqual([
    ['粤', '广州', '10'],
    ['粤', '深圳', '20'],
    ['浙', '杭州', '5'],
  ]);
  expect(table.footer.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [4, '粤 小计'],
    [6, '浙 小计'],
    [7, '总计'],
    [8, '制表人：张三'],
  ]);
  const levels = await read('region,city,amount\nEast,a,1\nEast,a,2\n,a Total,3\nEast,b,4\nEast,b,5\n,b Total,9\nEast Total,,12\nWest,c,6\nWest,c,7\n,c Total,13\nWest Total,,13\nGrand Total,,25\n');
  expect([levels.table.rows, levels.findings.map(({ code }) => code)]).toEqual([6, ['subtotals']]);
  expect((await read('brand,price\nElf,10\nColgate Total,3\nShell,8\nMobil,7\n')).findings).toEqual([]);
});

test('so is one with the mark of a file that was put behind another', async () => {
  const table = await read('\uFEFFid,amt\n1,10\n2,20\n\uFEFFid,amt\n3,30\n');
  expect([table.table.rows, table.setAside.map(({ row, reason }) => [row, reason.en])]).toEqual([3, [[4, 'the header again']]]);
});

test('units below the header are set aside, words that read like units are data', async () => {
  const table = await read('日期,销售额,重量\n,元,kg\n2024-01-01,10,1.5\n2024-01-02,20,2.5\n');
  expect(literal(table)).toEqual([
    ['日期', '销售额', '重量'],
    ['2024-01-01', '10', '1.5'],
    ['2024-01-02', '20', '2.5'],
  ]);
  expect(table.setAside.map(({ row, reason }) => [row, reason.en])).toEqual([[2, 'the units of the columns']]);
  expect((await read('item,unit\na,kg\nb,kg\n')).table.rows).toBe(2);
  expect((await read('item,unit\n,kg\nb,m\n')).table.rows).toBe(2);
});

test('a total of nothing is proven by nothing', async () => {
  const table = await read('Item,Qty,Amount\nA,0,0\nB,0,0\nTotal,0,0\n');
  expect([table.table.rows, table.footer.length, table.findings.map(({ code }) => code)]).toEqual([2, 1, []]);
});

test('a product that is called like a total stays, although its numbers happen to add up', async () => {
  const table = await read('Product,Qty,Price,Color\nMug,2,3,red\nPlate,3,4,blue\nDinner Total,5,7,green\nFork,9,9,red\n');
  expect(table.table.rows).toBe(4);
});
