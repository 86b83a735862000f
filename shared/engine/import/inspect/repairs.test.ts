import { expect, test } from 'vitest';
import type { ImportOptions } from '#contract/documents';
import { literal, readBytes, reconciles } from '../../../../tests/support/reading.ts';
import { groupSetAside } from './inspect.ts';

const read = async (text: string, options: ImportOptions = {}) => {
  const [table] = (await readBytes('x.csv', text, options)).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  return table;
};

test('a separator inside a text: the fields that belong together are found and joined', async () => {
  const text = '订单编号,付款时间,买家留言,实付金额\n1,2025-06-01,好的,5.00\n2,2025-06-02,快点,谢谢,6.00\n3,2025-06-03,红色,大号,7.00\n4,2025-06-04,,8.00\n';
  const [group] = groupSetAside(await read(text), {});
  expect([group?.rows, group?.fix?.label.en, group?.fix?.options]).toEqual([2, 'Join fields 3–4', { joinFields: 3 }]);
  const table = await read(text, group?.fix?.options);
  expect(literal(table).slice(1)).toEqual([
    ['1', '2025-06-01', '好的', '5.00'],
    ['2', '2025-06-02', '快点,谢谢', '6.00'],
    ['3', '2025-06-03', '红色,大号', '7.00'],
    ['4', '2025-06-04', null, '8.00'],
  ]);
  expect(table.setAside).toEqual([]);
});

test('of two places the one that leaves each cell where others like it stand', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => `${i},,实木置物架`);
  const text = `订单编号,买家留言,宝贝标题\n${rows.join('\n')}\n8,红色,大号,实木置物架\n9,红色,小号,实木置物架\n`;
  const [group] = groupSetAside(await read(text), {});
  expect(group?.fix?.options).toEqual({ joinFields: 2 });
});

test('rows that end too early', async () => {
  const text = 'a,b,c\n1,2,3\n4,5\n6,7,8\n';
  const [group] = groupSetAside(await read(text), {});
  expect(group?.fix?.options).toEqual({ padRows: 1 });
  expect(literal(await read(text, group?.fix?.options)).slice(1)).toEqual([
    ['1', '2', '3'],
    ['4', '5', null],
    ['6', '7', '8'],
  ]);
});

test('rows that end too early by one number of fields, beside others and a note', async () => {
  const text = 'a,b,c,d\n1,2,3,4\n5,6,7\n8,9,1\n这是中间的一句说明\n2,3\n4,5,6,7\n';
  const table = await read(text);
  const groups = groupSetAside(table, {});
  expect(groups.map(({ reason, fix }) => [reason.en, fix?.options])).toEqual([
    ['too few fields: 3 instead of 4', { padRows: 1 }],
    ['too few fields: 1 instead of 4', { padRows: 3 }],
    ['too few fields: 2 instead of 4', { padRows: 2 }],
  ]);
  const first = await read(text, { padRows: 1 });
  expect([first.table.rows, first.setAside.map(({ row }) => row)]).toEqual([4, [5, 6]]);
  const next = groupSetAside(first, { padRows: 1 });
  expect(next.map(({ fix }) => fix?.options)).toEqual([{ padRows: [1, 3] }, { padRows: [1, 2] }]);
  const second = await read(text, { padRows: [1, 2] });
  expect([second.table.rows, second.setAside.map(({ row }) => row)]).toEqual([5, [5]]);
  // What was chosen for all short rows before keeps its meaning.
  expect((await read(text, { padRows: true })).setAside).toEqual([]);
});

test('quotes that are letters, beside such as are none', async () => {
  const text = 'item,size,n\nscreen,"24,1\ncable,"2 m, grey",3\nplug,"said ""EU""",5\nboard,"27,7,\n';
  const table = await read(text);
  const group = groupSetAside(table, {}).find(({ reason }) => /quote/.test(reason.en));
  expect([group?.rows, group?.fix?.options]).toEqual([1, { strayQuotes: true }]);
  const mended = await read(text, group?.fix?.options);
  expect(literal(mended).slice(1)).toEqual([
    ['screen', '"24', '1'],
    ['cable', '2 m, grey', '3'],
    ['plug', 'said "EU"', '5'],
  ]);
  // What has the wrong number of fields all the same says so now.
  expect(groupSetAside(mended, {}).map(({ reason }) => reason.en)).toEqual(['too many fields: 4 instead of 3']);
});

test('one place for all rows that have too many fields, whatever their number', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => `${i},,实木置物架,${i}.50`);
  const text = `订单编号,买家留言,宝贝标题,金额\n${rows.join('\n')}\n8,红色,大号,实木置物架,9.50\n9,红,大,圆,实木置物架,9.50\n`;
  const groups = groupSetAside(await read(text), {});
  expect(groups.map(({ fix }) => [fix?.label.en, fix?.options])).toEqual([
    ['Join fields 2–3', { joinFields: 2 }],
    ['Join fields 2–4', { joinFields: 2 }],
  ]);
  const mended = literal(await read(text, groups[0]?.fix?.options));
  expect(mended.slice(-2).map((row) => row[1])).toEqual(['红色,大号', '红,大,圆']);
});

test('rows whose separator stands elsewhere are not joined at the place of the others, and are offered theirs', async () => {
  const rows = Array.from({ length: 6 }, (_, i) => `${i},桌子,2025-06-0${i + 1},好的,${i}.50`);
  const text = `订单编号,宝贝标题,付款时间,买家留言,金额\n${rows.join('\n')}\n8,桌子,2025-06-08,红色,大号,9.50\n9,桌子,2025-06-09,快,点,8.50\n10,桌子,圆,2025-06-10,,7.50\n`;
  const [group] = groupSetAside(await read(text), {});
  expect([group?.rows, group?.fix?.label.en, group?.fix?.options]).toEqual([3, 'Join fields 4–5', { joinFields: 4 }]);
  const once = await read(text, group?.fix?.options);
  expect(literal(once).slice(-2)).toEqual([
    ['8', '桌子', '2025-06-08', '红色,大号', '9.50'],
    ['9', '桌子', '2025-06-09', '快,点', '8.50'],
  ]);
  const [rest] = groupSetAside(once, { joinFields: 4 });
  expect([rest?.rows, rest?.fix?.label.en, rest?.fix?.options]).toEqual([1, 'Join fields 2–3', { joinFields: [4, 2] }]);
  const twice = await read(text, rest?.fix?.options);
  expect(literal(twice).slice(-3)).toEqual([
    ['8', '桌子', '2025-06-08', '红色,大号', '9.50'],
    ['9', '桌子', '2025-06-09', '快,点', '8.50'],
    ['10', '桌子,圆', '2025-06-10', null, '7.50'],
  ]);
  expect(twice.setAside).toEqual([]);
});

// The form of an order number and of a note speak against the first places; between size and name nothing does.
test.each<[string, string, (string | undefined)[]]>([
  ['a code and a text of a form of its own stay whole', 'NO1,备注1,白色,大号,杯子2,5.00', ['Join fields 4–5', 'Join fields 3–4']],
  ['a name that others have stands where theirs do', 'NO1,备注1,白色,带盖,杯子2,5.00', ['Join fields 4–5', 'Join fields 3–4']],
])('several columns of texts: %s', async (_what, row, labels) => {
  const rows = Array.from({ length: 60 }, (_, i) => `NO${i},备注${i},${i % 2 === 0 ? '白色' : '黑'},杯子${i % 5},${i}.50`);
  const [group] = groupSetAside(await read(['单据号,留言,规格,品名,金额', ...rows, row, ''].join('\n')), {});
  expect([group?.fix, ...(group?.others ?? [])].map((fix) => fix?.label.en)).toEqual(labels);
});

test('where as much speaks for many places, none is offered', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => ['a', 'b', 'c', 'd', 'e'].map((name) => `${name} ${i} ${'x'.repeat(i % 7)}`).join(','));
  const [group] = groupSetAside(await read(['p,q,r,s,t', ...rows, 'u 1,v 2,w 3,x 4,y 5,z 6', ''].join('\n')), {});
  expect([group?.rows, group?.fix]).toEqual([1, undefined]);
});
