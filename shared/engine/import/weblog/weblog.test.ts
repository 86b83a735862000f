import { afterAll, describe, expect, it } from 'vitest';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';
import { fileOf } from '../../../../tests/support/reading.ts';
import { rowsOf } from '../../table/table.ts';
import { parseCivil } from '../../values/dates.ts';
import { type Knowledge, readTables } from '../index.ts';
import { importerFor } from '../read.ts';

const ports = testPorts();
afterAll(() => ports.remove());

const knowledge: Knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null };
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36';

interface How {
  readonly most?: number;
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

async function read(text: string | Uint8Array, how: How = {}) {
  const work = { signal: how.signal ?? new AbortController().signal, progress: () => undefined, breathe: async () => undefined };
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { format, partial, tables } = await readTables({
    file: fileOf('access.log', bytes, how.most),
    options: {},
    knowledge,
    work,
    host: importHost(ports),
    ...(how.limit === undefined ? {} : { limit: how.limit }),
  });
  const [table] = tables;
  if (table === undefined) throw new Error('no table');
  const names = table.table.columns.map(({ name }) => name);
  const rows = rowsOf(table.table).map((cells) => Object.fromEntries(cells.flatMap((cell, i) => (cell === null ? [] : [[names[i] as string, cell]]))));
  return { format, partial, table, names, rows };
}

describe('a line of a web server log', () => {
  it.each([
    [
      'common',
      '1.2.3.4 - anna [10/Feb/2025:16:42:07 -0500] "GET / HTTP/1.0" 301 368',
      { hit_at: '2025-02-10T16:42:07-05:00', ip: '1.2.3.4', user: 'anna', method: 'GET', path: '/', protocol: 'HTTP/1.0', status: '301', bytes: '368' },
    ],
    [
      'combined, with a secret in its query',
      `1.2.3.4 - - [01/Jun/2025:12:00:00 +0800] "GET /item?id=7&token=abc HTTP/1.1" 200 - "https://www.example.cn/cart?x=1" "${CHROME}"`,
      { hit_at: '2025-06-01T12:00:00+08:00', path: '/item', query: 'id=7&token=*', referrer: 'https://www.example.cn/cart?x=1', referrer_host: 'www.example.cn', user_agent: CHROME, is_bot: 'false' },
    ],
    ['with a virtual host', 'shop.example.cn 1.2.3.4 - - [10/Feb/2025:16:42:07 -0500] "GET /a HTTP/1.0" 301 368', { host: 'shop.example.cn', ip: '1.2.3.4', path: '/a' }],
    ['with the host in the place of ident', '1.2.3.4 shop.example.cn - [10/Feb/2025:16:42:07 -0500] "GET /a HTTP/1.0" 301 368', { host: 'shop.example.cn', ip: '1.2.3.4' }],
    ['with seconds behind the time', 'shop.example.cn 1.2.3.4 - - [10/Feb/2025:16:42:07 -0500] (0 s) "GET /a HTTP/1.1" 301 368 "-" "-"', { path: '/a', status: '301' }],
    ['with more behind the browser', `1.2.3.4 - - [10/Feb/2025:16:42:07 +0000] "GET /a HTTP/1.1" 200 5 "-" "${CHROME}" 0.123 "-"`, { extra: '0.123 -' }],
    [
      'with escaped quotation marks',
      String.raw`1.2.3.4 - - [10/Feb/2025:16:42:07 +0000] "GET /a\"b?q=\"c\" HTTP/1.1" 200 5 "-" "My \"Agent\" C:\\x"`,
      { path: '/a"b', query: 'q="c"', user_agent: String.raw`My "Agent" C:\x` },
    ],
    ['with unescaped quotation marks', '1.2.3.4 - - [10/Feb/2025:16:42:07 +0000] "GET /?q="a" HTTP/1.1" 200 5 "-" "x"', { path: '/', query: 'q="a"' }],
    ['in quotation marks as a whole', '"1.2.3.4 - - [10/Feb/2025:16:42:07 +0000] "GET /a HTTP/1.1" 200 5 "-" "w3af.org""', { path: '/a', user_agent: 'w3af.org', is_bot: 'true' }],
    [
      'from a phone whose maker is called like a robot',
      '1.2.3.4 - - [10/Feb/2025:16:42:07 +0000] "GET /a HTTP/1.1" 200 5 "-" "Mozilla/5.0 (Linux; Android 9; CUBOT X19 Build/PPR1) Chrome/83.0"',
      { path: '/a', is_bot: 'false' },
    ],
    ['whose request is none', '1.2.3.4 - - [10/Feb/2025:16:42:07 +0000] "\\x16\\x03\\x01" 400 5 "-" "-"', { path: '\\x16\\x03\\x01', status: '400' }],
    ['with a host and its port', 'shop.example.cn:443 1.2.3.4 - - [10/Feb/2025:16:42:07 -0500] "GET /a HTTP/1.1" 200 5', { host: 'shop.example.cn', ip: '1.2.3.4' }],
    ['with a chain of proxies', '1.2.3.4, 10.0.0.1, 10.0.0.2 - - [10/Feb/2025:16:42:07 -0500] "GET /a HTTP/1.1" 200 5', { ip: '1.2.3.4', path: '/a' }],
    ['with an ISO time', '1.2.3.4 - - [2025-06-01T12:00:00+08:00] "GET /a HTTP/1.1" 200 5', { hit_at: '2025-06-01T12:00:00+08:00' }],
    ['of an IPv6 address', '2001:db8::1 - - [10/Feb/2025:16:42:07 -0500] "GET /a HTTP/1.1" 200 5', { ip: '2001:db8::1' }],
    [
      'Alibaba Cloud CDN',
      `[9/Jun/2025:01:58:09 +0800] 10.10.10.10 - 1542 "-" "GET http://shop.example.cn/index.html" 200 191 2830 MISS "${CHROME}" "text/html"`,
      { hit_at: '2025-06-09T01:58:09+08:00', ip: '10.10.10.10', host: 'shop.example.cn', method: 'GET', path: '/index.html', status: '200', bytes: '2830', duration_ms: '1542', user_agent: CHROME },
    ],
    [
      'Huawei Cloud CDN',
      `[05/Feb/2025:07:54:52 +0800] 10.10.10.10 1 "-" "HTTP/1.1" "GET" "shop.example.cn" "/test/a.html?x=1" 206 720 HIT "${CHROME}" "bytes=-256"`,
      { host: 'shop.example.cn', method: 'GET', path: '/test/a.html', query: 'x=1', status: '206', bytes: '720', duration_ms: '1', extra: 'HIT' },
    ],
    [
      'Tencent Cloud CDN',
      `20250601120000 10.10.10.10 shop.example.cn /a.html 5120 22 2 200 NULL 31 "${CHROME}" "(null)" GET HTTP/1.1 hit 51000`,
      { hit_at: '2025-06-01T12:00:00', ip: '10.10.10.10', host: 'shop.example.cn', method: 'GET', path: '/a.html', status: '200', bytes: '5120', duration_ms: '31', user_agent: CHROME },
    ],
    [
      'HAProxy',
      'Sep 25 06:05:27 box haproxy[6801]: 4.3.2.1:55008 [25/Sep/2025:06:05:27.584] ft~ bk/abc 0/0/0/72/75 200 7456 - - ---- 5/4/0/1/0 0/0 "POST /user/ HTTP/1.1"',
      { hit_at: '2025-09-25T06:05:27.584', ip: '4.3.2.1', method: 'POST', path: '/user/', status: '200', bytes: '7456', duration_ms: '75' },
    ],
    [
      'classic load balancer',
      `2025-05-13T23:39:43.945958Z lb 1.2.3.4:2817 10.0.0.1:80 0.001 0.1 0.002 200 200 0 57 "GET https://shop.example.cn:443/a?b=1 HTTP/1.1" "${CHROME}" - -`,
      { hit_at: '2025-05-13T23:39:43.945958Z', ip: '1.2.3.4', host: 'shop.example.cn', path: '/a', query: 'b=1', duration_ms: '103', bytes: '57' },
    ],
    [
      'S3',
      `${'b6'.repeat(32)} bucket [10/Feb/2025:16:42:07 +0000] 1.2.3.4 - EB35 WEBSITE.GET.OBJECT index "GET /index HTTP/1.1" 200 - 368 368 10 9 "-" "${CHROME}"`,
      { host: 'bucket', ip: '1.2.3.4', path: '/index', bytes: '368', duration_ms: '10', user_agent: CHROME },
    ],
    [
      'nginx JSON',
      '{"time_iso8601":"2025-06-01T12:00:00+08:00","remote_addr":"1.2.3.4","request":"GET /a?b=1 HTTP/1.1","status":"200","body_bytes_sent":"5","request_time":"0.012","http_user_agent":"curl/8"}',
      { hit_at: '2025-06-01T12:00:00+08:00', ip: '1.2.3.4', method: 'GET', path: '/a', query: 'b=1', status: '200', bytes: '5', duration_ms: '12', user_agent: 'curl/8', is_bot: 'true' },
    ],
    [
      'Caddy JSON',
      '{"ts":1748750400.5,"request":{"client_ip":"1.2.3.4","method":"GET","host":"shop.example.cn","uri":"/a/main.css","proto":"HTTP/2.0","headers":{"User-Agent":["Firefox"]}},"duration":0.25,"size":9,"status":200}',
      { hit_at: '2025-06-01T04:00:00.500Z', ip: '1.2.3.4', host: 'shop.example.cn', path: '/a/main.css', duration_ms: '250', bytes: '9', user_agent: 'Firefox', is_asset: 'true' },
    ],
  ])('%s', async (_name, line, expected) => {
    const { format, rows, table } = await read(`${line}\n`);
    expect(format).toBe('weblog');
    expect(rows).toEqual([expect.objectContaining(expected)]);
    expect(parseCivil(String(rows[0]?.hit_at))).not.toBeNull();
    expect(table.totalRows).toBe(1);
  });
});

describe('the extended format of W3C', () => {
  const IIS = '#Software: IIS\n#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status time-taken\n2025-06-01 04:00:00 GET /a b=1 1.2.3.4 Mozilla/5.0+(X11) 200 31\n';

  it('reads the fields that the file names, its times being UTC', async () => {
    const { rows, table } = await read(IIS);
    expect(rows).toEqual([
      expect.objectContaining({ hit_at: '2025-06-01T04:00:00Z', method: 'GET', path: '/a', query: 'b=1', ip: '1.2.3.4', user_agent: 'Mozilla/5.0 (X11)', status: '200', duration_ms: '31' }),
    ]);
    expect(table).toMatchObject({ headerRows: 1, preamble: [['#Software: IIS']], totalRows: 3 });
    expect(table.reasons.header).toMatchObject({ row: 2, names: 9 });
  });

  it('follows fields that change halfway, and counts every line', async () => {
    const { rows, table } = await read(`${IIS}#Fields: date time c-ip cs-uri-stem sc-status\n2025-06-01 04:00:01 1.2.3.4 /b 404\nhalf a line\n`);
    expect(rows.map(({ path, status }) => [path, status])).toEqual([
      ['/a', '200'],
      ['/b', '404'],
    ]);
    expect(table.preamble).toHaveLength(2);
    expect(table.setAside.map(({ row }) => row)).toEqual([6]);
    expect(table.totalRows).toBe(6);
  });

  it('reads CloudFront, tabs and percent signs', async () => {
    const line = ['2025-05-23', '01:13:11', '192.0.2.10', 'GET', 'shop.example.cn', '/a', '200', 'Mozilla/5.0%2520(X11)', '0.025'].join('\t');
    const { rows } = await read(`#Version: 1.0\n#Fields: date time c-ip cs-method cs(Host) cs-uri-stem sc-status cs(User-Agent) time-taken\n${line}\n`);
    expect(rows).toEqual([expect.objectContaining({ host: 'shop.example.cn', user_agent: 'Mozilla/5.0 (X11)', duration_ms: '25' })]);
  });
});

describe('a log as a whole', () => {
  const hit = (ip: string, time: string, path = '/', agent = CHROME) => `${ip} - - [01/Jun/2025:${time} +0800] "GET ${path} HTTP/1.1" 200 5 "-" "${agent}"`;

  it('sets aside what is no request, with its bytes, and reconciles', async () => {
    const { rows, table } = await read([hit('1.1.1.1', '12:00:00'), '', 'Segmentation fault', hit('1.1.1.1', '12:00:01'), '# rotated', hit('1.1.1.1', '12:00:02')].join('\r\n'));
    expect(table.setAside.map(({ row, bytes }) => [row, Buffer.from(bytes).toString()])).toEqual([[3, 'Segmentation fault']]);
    expect(rows.length + table.preamble.length + table.headerRows + table.setAside.length + table.blankRows).toBe(table.totalRows);
    expect([...table.table.origin.row]).toEqual([1, 4, 6]);
    expect(table.totalRows).toBe(6);
  });

  it('ends a visit after half an hour, and counts neither robots nor parts of pages', async () => {
    const { rows } = await read(
      [
        hit('1.1.1.1', '12:00:00'),
        hit('1.1.1.1', '12:00:01', '/main.css?v=1'),
        hit('1.1.1.1', '12:29:00', '/b'),
        hit('2.2.2.2', '12:29:30'),
        hit('3.3.3.3', '12:30:00', '/', 'Mozilla/5.0 (compatible; Googlebot/2.1)'),
        hit('1.1.1.1', '12:59:01', '/c'),
        hit('1.1.1.1', '12:59:00', '/d'),
      ].join('\n'),
    );
    const visits = rows.map(({ session_id }) => session_id);
    expect(visits[2]).toBe(visits[0]);
    expect(visits[6]).toBe(visits[5]);
    expect(new Set([visits[0], visits[3], visits[5]]).size).toBe(3);
    expect([visits[1], visits[4]]).toEqual([undefined, undefined]);
    expect(rows.map(({ is_bot, is_asset }) => [is_bot, is_asset]).slice(0, 5)).toEqual([
      ['false', 'false'],
      ['false', 'true'],
      ['false', 'false'],
      ['false', 'false'],
      ['true', 'false'],
    ]);
  });

  it('reads the same however the bytes arrive', async () => {
    const text = Array.from({ length: 30 }, (_, i) => hit('1.1.1.1', `12:00:${10 + i}`, `/商品/${i}`)).join('\n');
    const whole = await read(text);
    for (const most of [1, 7, 64]) expect((await read(text, { most })).rows).toEqual(whole.rows);
    expect(whole.rows).toHaveLength(30);
  });

  it('stops at a limit without half a line, and when told to', async () => {
    const text = Array.from({ length: 30 }, (_, i) => hit('1.1.1.1', `12:00:${10 + i}`)).join('\n');
    const part = await read(text, { limit: 500 });
    expect(part.partial).toBe(true);
    expect(part.rows.length).toBeGreaterThan(0);
    expect(part.table.setAside).toEqual([]);
    await expect(read(text, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('leaves out columns that hold nothing', async () => {
    expect((await read(hit('1.1.1.1', '12:00:00'))).names).toEqual(['hit_at', 'ip', 'method', 'path', 'protocol', 'status', 'bytes', 'user_agent', 'is_bot', 'is_asset', 'session_id']);
  });
});

describe('other files', () => {
  it.each([
    ['a table', '订单编号,金额\n0012,5\n0013,6\n'],
    ['a table of requests', 'time,request,status\n2025-06-01 12:00:00,"GET / HTTP/1.1",200\n'],
    ['JSON lines that are no requests', '{"id":1,"status":200}\n{"id":2,"status":200}\n'],
    ['notes', '# Notes\nGET / was slow\n'],
  ])('are no logs: %s', (_name, text) => {
    expect(importerFor(fileOf('x.csv', Buffer.from(text))).id).not.toBe('weblog');
  });
});
