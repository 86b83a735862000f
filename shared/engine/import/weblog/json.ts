import { lineFormat } from './format.ts';
import { type Hit, known } from './hit.ts';
import { requestParts, targetParts, withoutPort } from './request.ts';
import { clfTime, epochTime, isoTime, milliseconds } from './times.ts';

type Json = Readonly<Record<string, unknown>>;

/** Keys that nginx, Caddy, Traefik and Logstash write, the most telling first; a dot goes into an object. */
const KEYS = {
  time: ['StartUTC', 'time_iso8601', '@timestamp', 'timestamp', 'time_local', 'ts', 'msec', 'date', 'datetime', 'time'],
  ip: ['request.client_ip', 'client_ip', 'ClientHost', 'remote_addr', 'clientip', 'request.remote_ip', 'remote_ip', 'ip', 'client'],
  user: ['remote_user', 'ClientUsername', 'user_id', 'user'],
  host: ['request.host', 'http_host', 'host', 'RequestHost', 'server_name', 'vhost'],
  method: ['request.method', 'request_method', 'RequestMethod', 'method', 'verb'],
  request: ['request', 'request_line'],
  target: ['request.uri', 'request_uri', 'RequestPath', 'uri', 'path', 'url'],
  protocol: ['request.proto', 'server_protocol', 'RequestProtocol', 'protocol'],
  status: ['status', 'DownstreamStatus', 'response', 'status_code', 'http_status'],
  bytes: ['body_bytes_sent', 'bytes_sent', 'DownstreamContentSize', 'size', 'length', 'bytes'],
  referrer: ['http_referer', 'request.headers.Referer', 'request_Referer', 'referrer', 'referer'],
  agent: ['http_user_agent', 'request.headers.User-Agent', 'request_User-Agent', 'user_agent', 'agent'],
} as const;

/** Keys of the time a request took, with what one of their units is in seconds. */
const DURATIONS: readonly (readonly [string, number])[] = [
  ['request_time', 1],
  ['duration', 1],
  ['duration_ms', 1e-3],
  ['generation_time_milli', 1e-3],
  ['Duration', 1e-9],
];

/** One JSON object a line. */
export const json = lineFormat('json', { en: 'JSON log (nginx, Caddy, Traefik)', zh: 'JSON 日志（nginx、Caddy、Traefik）' }, (line): Hit | null => {
  const record = parsed(line);
  if (record === null) return null;
  const text = (keys: readonly string[]): string => known(keys.map((key) => textAt(record, key)).find((value) => value !== ''));
  const time = timeOf(record);
  const status = text(KEYS.status);
  const request = text(KEYS.request);
  const target = text(KEYS.target);
  if (time === null || !/^\d{3}$/.test(status) || (request === '' && target === '')) return null;
  const parts = request === '' ? targetParts(target) : requestParts(request);
  return {
    hit_at: time,
    ip: withoutPort(text(KEYS.ip)),
    user: text(KEYS.user),
    ...parts,
    host: text(KEYS.host) || (parts.host ?? ''),
    method: text(KEYS.method) || (parts.method ?? ''),
    protocol: text(KEYS.protocol) || (parts.protocol ?? ''),
    status,
    bytes: text(KEYS.bytes),
    duration_ms: durationOf(record),
    referrer: text(KEYS.referrer),
    user_agent: text(KEYS.agent),
  };
});

function parsed(line: string): Json | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}

function valueAt(record: Json, key: string): unknown {
  if (key in record) return record[key];
  let value: unknown = record;
  for (const part of key.split('.')) value = typeof value === 'object' && value !== null ? (value as Json)[part] : undefined;
  return Array.isArray(value) ? value[0] : value;
}

function textAt(record: Json, key: string): string {
  const value = valueAt(record, key);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function timeOf(record: Json): string | null {
  for (const key of KEYS.time) {
    const text = textAt(record, key);
    const time = text === '' ? null : /^\d+(\.\d+)?$/.test(text) ? epochTime(Number(text)) : (clfTime(text) ?? isoTime(text));
    if (time !== null) return time;
  }
  return null;
}

function durationOf(record: Json): string {
  for (const [key, unit] of DURATIONS) {
    const text = textAt(record, key);
    if (text !== '') return milliseconds(Number(text) * unit);
  }
  return '';
}
