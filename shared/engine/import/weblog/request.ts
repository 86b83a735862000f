import { type Hit, known } from './hit.ts';

const REQUEST = /^([A-Za-z_-]+) (.*?)(?: (HTTP\/\d(?:\.\d)?|RTSP\/\d\.\d))?$/;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/i;
const SECRET = /(^|&)([^=&]*(?:token|passw(?:or)?d|pwd|secret|api_?key|signature|session_?id)[^=&]*)=[^&]*/gi;

/** The parts of `GET /path?query HTTP/1.1`. What is no request, such as the start of a TLS greeting, stands as the path. */
export function requestParts(request: string): Hit {
  const match = REQUEST.exec(request);
  if (match === null) return { path: known(request) };
  return { method: (match[1] as string).toUpperCase(), protocol: match[3] ?? '', ...targetParts(match[2] as string) };
}

/** Path and query, and the host where the address is whole. Values that would let someone in are blotted out. */
export function targetParts(target: string): Hit {
  const absolute = ABSOLUTE.exec(target);
  const rest = absolute === null ? target : (absolute[2] as string);
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  const host = absolute === null ? {} : { host: withoutPort(absolute[1] as string) };
  return { ...host, path: path === '' ? '/' : path, query: mark < 0 ? '' : queryText(rest.slice(mark + 1)) };
}

export function queryText(query: string): string {
  return query.replace(SECRET, '$1$2=*');
}

/** The host of an address, without its port. */
export function hostOf(address: string): string {
  return withoutPort(ABSOLUTE.exec(address)?.[1] ?? '');
}

/** `1.2.3.4:80` and `[::1]:80` without the port. */
export function withoutPort(address: string): string {
  return address
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}
