import { expect, test } from 'vitest';
import { readBytes } from '../../../../tests/support/reading.ts';
import { rowsOf } from '../../table/table.ts';

async function hits(line: (n: number) => string, name = 'access.log') {
  const { format, tables } = await readBytes(name, `${Array.from({ length: 5 }, (_, n) => line(n)).join('\n')}\n`);
  const [table] = tables;
  if (table === undefined) throw new Error('no table');
  const first = rowsOf(table.table)[0] ?? [];
  return { format, hit: Object.fromEntries(table.table.columns.map(({ name: column }, i) => [column, first[i]])), setAside: table.setAside.length };
}

const COMMON = { ip: '1.2.3.0', method: 'GET', path: '/p', query: 'x=0', status: '200', is_bot: 'false', is_asset: 'false' };

test.each<[string, (n: number) => string, Record<string, string>]>([
  [
    'brackets first, seconds behind the status',
    (n) => `[2024-03-05T10:00:0${n}+08:00] 1.2.3.${n} "GET /p?x=${n} HTTP/1.1" 200 0.12${n} "Mozilla/5.0"`,
    { hit_at: '2024-03-05T10:00:00+08:00', protocol: 'HTTP/1.1', duration_ms: '120', user_agent: 'Mozilla/5.0' },
  ],
  [
    'a request without quotation marks behind a host',
    (n) => `1.2.3.${n} - - [05/Mar/2024:10:00:0${n} +0800] example.com GET /p?x=${n} HTTP/1.1 200 123 "-" "Mozilla/5.0 (X)" 0.01`,
    { hit_at: '2024-03-05T10:00:00+08:00', host: 'example.com', protocol: 'HTTP/1.1', bytes: '123', user_agent: 'Mozilla/5.0 (X)', duration_ms: '10' },
  ],
  [
    'tabs and seconds since 1970',
    (n) => `170960000${n}\t1.2.3.${n}\tGET\t/p?x=${n}\t200\t123\tMozilla/5.0 (X; Y)`,
    { hit_at: '2024-03-05T00:53:20.000Z', bytes: '123', user_agent: 'Mozilla/5.0 (X; Y)' },
  ],
  [
    'bars',
    (n) => `1.2.3.${n}|2024-03-05T10:00:0${n}+08:00|GET /p?x=${n} HTTP/1.1|200|-|https://a.cn/|Mozilla/5.0`,
    { hit_at: '2024-03-05T10:00:00+08:00', protocol: 'HTTP/1.1', referrer: 'https://a.cn/', referrer_host: 'a.cn', user_agent: 'Mozilla/5.0' },
  ],
  ['a day and a time, an upstream', (n) => `2024-03-05 10:00:0${n} 1.2.3.${n} POST /p?x=${n} 200 5 10.0.0.1:80`, { hit_at: '2024-03-05 10:00:00', method: 'POST', bytes: '5', extra: '10.0.0.1:80' }],
])('a format of its own: %s', async (_, line, expected) => {
  const { format, hit, setAside } = await hits(line);
  expect([format, setAside]).toEqual(['weblog', 0]);
  expect(hit).toMatchObject({ ...COMMON, ...expected });
  expect(hit.session_id ?? hit.session).toBeDefined();
});

test.each<[string, (n: number) => string]>([
  ['a table of requests with its header', (n) => (n === 0 ? 'time|ip|request|status|bytes|agent' : `2024-03-05T10:00:0${n}+08:00|1.2.3.${n}|GET /p HTTP/1.1|200|1|Mozilla/5.0`)],
  ['a table of shipments', (n) => `2024-03-05 10:00:0${n}\t192.168.1.${n}\tPOST\tBerlin\t386\t36.5`],
  ['a table of payments', (n) => `2024-03-05 10:00:0${n}\t192.168.1.${n}\tPOST /orders\t201\tcust3\t3.50`],
  ['a diary', (n) => `2024-03-05T10:00:0${n}Z 10.0.0.${n} GET started job 200 items`],
  ['text that tells no answer', (n) => `2024-03-05 10:00:0${n} 1.2.3.${n} GET /p`],
])('%s is no log', async (_, line) => {
  expect((await hits(line, 'x.txt')).format).not.toBe('weblog');
});
