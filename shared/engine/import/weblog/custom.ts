import { lineFormat } from './format.ts';
import { type HitField, known } from './hit.ts';
import { requestParts, targetParts, withoutPort } from './request.ts';
import { clfTime, epochTime, isoTime, milliseconds } from './times.ts';
import { tokensOf } from './tokens.ts';

const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;
const HOST = /^([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?$/i;
const METHOD = /^(GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH|CONNECT|TRACE|PROPFIND)( |$)/;
/** What is asked for: a path, an address, or for CONNECT a host with its port. */
const TARGET = /^(\/|\*|https?:\/\/|[\w.-]+:\d+)/i;
const PROTOCOL = /^HTTP\/\d/;
const STATUS = /^[1-5]\d\d$/;
const EPOCH = /^(\d{10}(\.\d+)?|\d{13})$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const AGENT = /^(Mozilla|Opera|Dalvik|[\w.-]+)\/\d/;
/** Fields of a line that is parted by bars or tabs. */
const FEWEST = 5;

type Found = { [Field in HitField]?: string };

/**
 * Formats that a person made up (nginx `log_format`, Apache `LogFormat`): fields are known by what they look like, in whatever order they
 * stand. A line has to tell at least who asked when for what, and what was answered.
 */
export const custom = lineFormat('custom', { en: 'Web server log of a format of its own', zh: '自定义格式的网站服务器日志' }, (line) => {
  const fields = fieldsOf(line);
  const hit: Found = {};
  const extra: string[] = [];
  for (let at = 0; at < fields.length; at += take(fields, at, hit, extra));
  if (hit.hit_at === undefined || hit.ip === undefined || hit.path === undefined || hit.status === undefined) return null;
  // Tables of other things hold addresses and times, too.
  if (isTable(line) && (hit.protocol ?? '') === '' && hit.user_agent === undefined) return null;
  return { ...hit, ...(extra.length > 0 && { extra: extra.join(' ') }) };
});

const isTable = (line: string): boolean => line.split('|').length >= FEWEST || line.split('\t').length >= FEWEST;

function fieldsOf(line: string): string[] {
  const parted = [line.split('|'), line.split('\t')].find((parts) => parts.length >= FEWEST);
  return parted === undefined ? tokensOf(line).map(({ text }) => text) : parted.map((text) => text.trim().replace(/^"(.*)"$/, '$1'));
}

/** Takes what stands at a place; answers of how many fields it consists. */
function take(fields: readonly string[], at: number, hit: Found, extra: string[]): number {
  const text = fields[at] as string;
  const next = fields[at + 1] ?? '';
  if (known(text) === '') {
    // A size that is not known stands where it would.
    if (hit.status !== undefined) hit.bytes ??= '';
    return 1;
  }
  if (hit.hit_at === undefined) {
    const isParted = DAY.test(text) && isoTime(`${text} ${next}`) !== null;
    const time = isParted ? `${text} ${next}` : (clfTime(text) ?? isoTime(text) ?? (EPOCH.test(text) ? epochTime(Number(text)) : null));
    if (time !== null) {
      hit.hit_at = time;
      return isParted ? 2 : 1;
    }
  }
  if (hit.ip === undefined && ADDRESS.test(text)) hit.ip = text;
  else if (hit.path === undefined && METHOD.test(text) && TARGET.test(text.includes(' ') ? text.slice(text.indexOf(' ') + 1) : next)) return takeRequest(fields, at, hit);
  else if (hit.path !== undefined && hit.status === undefined && STATUS.test(text)) hit.status = text;
  else if (hit.status !== undefined && hit.bytes === undefined && /^\d+$/.test(text)) hit.bytes = text;
  else if (hit.status !== undefined && hit.duration_ms === undefined && /^\d+\.\d+$/.test(text)) hit.duration_ms = milliseconds(Number(text));
  else if (hit.referrer === undefined && /^https?:\/\//.test(text)) hit.referrer = text;
  else if (hit.user_agent === undefined && AGENT.test(text)) hit.user_agent = text;
  else if (hit.host === undefined && HOST.test(text)) hit.host = withoutPort(text);
  else extra.push(text);
  return 1;
}

/** `GET /path HTTP/1.1` as one field or as three. */
function takeRequest(fields: readonly string[], at: number, hit: Found): number {
  const text = fields[at] as string;
  const host = hit.host;
  if (text.includes(' ')) Object.assign(hit, requestParts(text));
  else Object.assign(hit, { method: text, ...targetParts(fields[at + 1] ?? '') });
  if (host !== undefined) hit.host = host;
  if (text.includes(' ')) return 1;
  const isProtocol = PROTOCOL.test(fields[at + 2] ?? '');
  if (isProtocol) hit.protocol = fields[at + 2];
  return isProtocol ? 3 : 2;
}
