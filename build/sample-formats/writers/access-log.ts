import { PRODUCTS } from '../../sample-shop/catalogue.ts';
import { Random } from '../../sample-shop/random.ts';
import { timeOf } from '../../sample-shop/text.ts';
import type { WrittenFile } from '../../sample-shop/writers/written-file.ts';
import { FIRST_DAY } from '../shop.ts';
import { utf8 } from './bytes.ts';

interface Request {
  readonly clock: string;
  readonly path: string;
  readonly ip: string;
  readonly bytes: number;
  readonly agent: string;
}

/** Requests of the first day, the same on every run. */
function makeRequests(count: number, seed: number): Request[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => {
    const clock = timeOf(FIRST_DAY * 86_400 + i * 37).slice(11);
    const agent = random.chance(0.1) ? 'Googlebot/2.1 (+http://www.google.com/bot.html)' : 'Mozilla/5.0 (Windows NT 10.0) "shop" Chrome/125.0';
    return { clock, path: `/products/${random.pick(PRODUCTS).sku}`, ip: `203.0.113.${random.whole(1, 40)}`, bytes: random.whole(900, 9000), agent };
  });
}

/** A web server's log in the combined format: quotes escaped, the local offset in the time. */
export function accessLog(requests: number): WrittenFile {
  const lines = makeRequests(requests, 61).map(
    ({ clock, path, ip, bytes, agent }) => `${ip} - - [01/Jun/2025:${clock} +0800] "GET ${path} HTTP/1.1" 200 ${bytes} "https://example.com/" "${agent.replaceAll('"', '\\"')}"`,
  );
  return { name: 'access.log', bytes: utf8(`${lines.join('\n')}\n`) };
}

/** The log of IIS: W3C extended, fields named in a line of their own, blanks written as `+`. */
export function iisLog(requests: number): WrittenFile {
  const lines = makeRequests(requests, 62).map(
    ({ clock, path, ip, bytes, agent }) => `2025-06-01 ${clock} 10.0.0.5 GET ${path} - 443 - ${ip} ${agent.replaceAll(' ', '+')} https://example.com/ 200 0 0 ${bytes} 15`,
  );
  const above = [
    '#Software: Microsoft Internet Information Services 10.0',
    '#Version: 1.0',
    '#Date: 2025-06-01 00:00:00',
    '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status sc-bytes time-taken',
  ];
  return { name: 'u_ex250601.log', bytes: utf8(`${[...above, ...lines].join('\r\n')}\r\n`) };
}

/** nginx's log as JSON, a request a line. */
export function jsonLog(requests: number): WrittenFile {
  const lines = makeRequests(requests, 63).map(({ clock, path, ip, bytes, agent }) =>
    JSON.stringify({
      time_iso8601: `2025-06-01T${clock}+08:00`,
      remote_addr: ip,
      request: `GET ${path} HTTP/1.1`,
      status: 200,
      body_bytes_sent: bytes,
      http_referer: 'https://example.com/',
      http_user_agent: agent,
    }),
  );
  return { name: 'nginx_access.json', bytes: utf8(`${lines.join('\n')}\n`) };
}
