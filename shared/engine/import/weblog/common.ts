import { lineFormat } from './format.ts';
import { type Hit, known } from './hit.ts';
import { remember } from './remember.ts';
import { requestParts, withoutPort } from './request.ts';
import { clfTime, isoTime } from './times.ts';
import { type Token, tokensOf } from './tokens.ts';

const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;
const HOST = /^[\w-]+(\.[\w-]+)+(:\d+)?$/;

/** Client, time, perhaps the seconds it took, request, status, size and the rest. Quotation marks in a request need not be escaped. */
const LINE = /^(.*?) \[([^\]]+)\] (?:\(\d+ s\) )?"(.*?)" (\d{3}) (\d+|-)(?: (.*))?$/;

/** Apache and nginx: common and combined, also with a virtual host in front, and with what servers add behind. */
export const common = lineFormat('common', { en: 'Apache or nginx log', zh: 'Apache 或 nginx 日志' }, (line) => {
  const match = LINE.exec(unwrapped(line));
  if (match === null) return null;
  const [, before, stamp, request, status, bytes, rest] = match as unknown as readonly [string, string, string, string, string, string, string | undefined];
  const time = timeOf(stamp);
  const client = clientParts(before.split(/\s+/));
  if (time === null || client === null) return null;
  return { hit_at: time, ...client, ...withHost(partsOf(request), client), status, bytes: known(bytes), ...browserParts(tokensOf(rest ?? '')) };
});

const timeOf = remember((stamp) => clfTime(stamp) ?? isoTime(stamp));
/** Apache puts a backslash before quotation marks and backslashes of what it was sent. */
const unescaped = (text: string): string => (text.includes('\\') ? text.replace(/\\(["\\])/g, '$1') : text);
const partsOf = remember((request) => requestParts(unescaped(request)));

/** A log that went through a spreadsheet's hands: every line in quotation marks. */
const unwrapped = (line: string): string => (line.startsWith('"') && line.endsWith('""') ? line.slice(1, -1) : line);

/** Client, ident and user; a host in front of them, or in the place of ident. Of a chain of proxies the first is the client. */
function clientParts(all: readonly string[]): Hit | null {
  const chain = all.findIndex((part) => !part.endsWith(','));
  const parts = chain > 0 ? [(all[0] as string).slice(0, -1), ...all.slice(chain + 1)] : all;
  const [first, second, third] = parts;
  if (parts.length < 3 || first === undefined || second === undefined || third === undefined) return null;
  const hosted = parts.length > 3 && (!ADDRESS.test(first) || ADDRESS.test(second));
  if (hosted) return { host: withoutPort(first), ip: second, user: known(parts.slice(3).join(' ')) };
  return { ...(HOST.test(second) ? { host: second } : {}), ip: first, user: known(parts.slice(2).join(' ')) };
}

const withHost = (request: Hit, client: Hit): Hit => (client.host === undefined ? request : { ...request, host: client.host });

function browserParts(rest: readonly Token[]): Hit {
  const [referrer, agent] = rest;
  if (referrer?.kind !== 'quoted' || agent?.kind !== 'quoted') return { extra: textOf(rest) };
  return { referrer: known(unescaped(referrer.text)), user_agent: known(unescaped(agent.text)), extra: textOf(rest.slice(2)) };
}

const textOf = (tokens: readonly Token[]): string => (tokens.every(({ text }) => text === '-') ? '' : tokens.map(({ text }) => text).join(' '));
