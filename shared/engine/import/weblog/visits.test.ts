import { expect, test } from 'vitest';
import { readBytes } from '../../../../tests/support/reading.ts';
import { cellAt, type Table } from '../../table/table.ts';
import { combineSources } from '../reimport/combine.ts';
import { rowKey } from '../reimport/row-key.ts';

const line = (time: string, path: string, agent = 'Mozilla/5.0', ip = '9.9.9.9') => `${ip} - - [${time} +0000] "GET ${path} HTTP/1.1" 200 10 "-" "${agent}"\n`;
const EVENING = ['01/May/2026:23:40:00', '01/May/2026:23:59:00'];
const NIGHT = ['02/May/2026:00:05:00', '02/May/2026:00:20:00', '02/May/2026:00:55:00'];

async function tables(...logs: string[]) {
  return Promise.all(logs.map(async (log, i) => ({ source: i + 1, isLog: true, table: (await readBytes(`access.log.${i}`, log)).tables[0]?.table as Table })));
}

const column = (table: Table, name: string) => table.columns.find((one) => one.name === name) as Table['columns'][number];

/** What each request asks for, and the how-manieth visit it belongs to. */
function visits(table: Table) {
  const ids: unknown[] = [];
  return Array.from({ length: table.rows }, (_, row) => {
    const id = cellAt(column(table, 'session_id'), row);
    if (id !== null && !ids.includes(id)) ids.push(id);
    return [cellAt(column(table, 'path'), row), id === null ? null : ids.indexOf(id) + 1];
  });
}

test('a visit goes on where the server began a new log, in whatever order the logs come', async () => {
  const evening = EVENING.map((time, i) => line(time, `/e${i}`)).join('');
  const night = NIGHT.map((time, i) => line(time, `/n${i}`)).join('') + line('02/May/2026:00:56:00', '/robot', 'Googlebot/2.1') + line('02/May/2026:00:56:00', '/n.css');
  expect(visits(combineSources(await tables(evening, night), rowKey([])).table)).toEqual([
    ['/e0', 1],
    ['/e1', 1],
    ['/n0', 1],
    ['/n1', 1],
    ['/n2', 2],
    ['/robot', null],
    ['/n.css', null],
  ]);
  expect(visits(combineSources(await tables(night, evening), rowKey([])).table)).toEqual([
    ['/n0', 1],
    ['/n1', 1],
    ['/n2', 2],
    ['/robot', null],
    ['/n.css', null],
    ['/e0', 1],
    ['/e1', 1],
  ]);
});

test('requests that stand in two logs count once, though the second begins amid a visit', async () => {
  const all = [...EVENING, ...NIGHT].map((time, i) => line(time, `/${i}`));
  const { table, counts } = combineSources(await tables(all.slice(0, 3).join(''), all.slice(1).join('')), rowKey([]));
  expect(counts[1]).toEqual({ source: 2, read: 4, added: 2, updated: 0, unchanged: 2, removed: 0, repeated: 0 });
  expect(visits(table)).toEqual([
    ['/0', 1],
    ['/1', 1],
    ['/2', 1],
    ['/3', 1],
    ['/4', 2],
  ]);
});

test('tables that are no logs keep what they say of visits', async () => {
  const [first, second] = await tables(line(EVENING[1] as string, '/a'), line(NIGHT[0] as string, '/b'));
  const { table } = combineSources(
    [first, second].map((one) => ({ ...(one as NonNullable<typeof one>), isLog: false })),
    rowKey([]),
  );
  expect(visits(table)).toEqual([
    ['/a', 1],
    ['/b', 2],
  ]);
});
