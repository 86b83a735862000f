import type { LineReader, LogFormat } from './format.ts';
import { type Hit, known } from './hit.ts';
import { queryText, targetParts, withoutPort } from './request.ts';
import { isoTime, milliseconds } from './times.ts';
import { tokensOf } from './tokens.ts';

const FIELDS = /^#Fields:\s*/i;

/** What the fields of servers are called, in lower case; the first that holds something counts. */
const NAMES = {
  ip: ['c-ip'],
  user: ['cs-username'],
  host: ['x-host-header', 'cs-host', 'cs(host)', 's-computername'],
  method: ['cs-method', 'x-event'],
  target: ['cs-uri-stem', 'cs-uri'],
  query: ['cs-uri-query'],
  protocol: ['cs-version', 'cs-protocol-version'],
  status: ['sc-status', 'c-status', 'x-cf-status'],
  bytes: ['sc-bytes', 'cs-bytes'],
  referrer: ['cs(referer)', 'cs(referrer)', 'c-referrer'],
  agent: ['cs(user-agent)', 'c-user-agent'],
} as const;

/** The extended format of W3C: IIS, CloudFront, Netscaler, Incapsula, SHOUTcast. A line names the fields of those below. */
export const w3c: LogFormat = {
  id: 'w3c',
  title: { en: 'W3C extended log (IIS, CloudFront)', zh: 'W3C 扩展日志（IIS、CloudFront）' },
  start(): LineReader {
    let fields: readonly string[] = [];
    return {
      directive(line) {
        if (!FIELDS.test(line)) return false;
        fields = line
          .replace(FIELDS, '')
          .replaceAll('\u200B', '')
          .trim()
          .split(/\s+/)
          .map((field) => field.toLowerCase());
        return true;
      },
      read: (line) => (fields.length === 0 ? null : hitOf(fields, line)),
    };
  },
};

function hitOf(fields: readonly string[], line: string): Hit | null {
  const values = valuesOf(line, fields.length);
  if (values === null) return null;
  const record = new Map(fields.map((field, i) => [field, known(values[i]).replaceAll('\u200B', '')]));
  const first = (names: readonly string[]): string => names.map((name) => record.get(name) ?? '').find((value) => value !== '') ?? '';
  const time = timeOf(record);
  const address = first(NAMES.target);
  const host = first(NAMES.host);
  if (time === null || address === '') return null;
  // Incapsula writes the host in front of the path.
  const target = targetParts(host !== '' && address.startsWith(`${host}/`) ? address.slice(host.length) : address);
  return {
    hit_at: time,
    ip: withoutPort(first(NAMES.ip)),
    user: first(NAMES.user),
    ...target,
    ...(host === '' ? {} : { host }),
    method: first(NAMES.method),
    query: target.query === '' ? queryText(first(NAMES.query)) : (target.query as string),
    protocol: first(NAMES.protocol),
    status: first(NAMES.status),
    bytes: first(NAMES.bytes),
    duration_ms: durationOf(record),
    referrer: first(NAMES.referrer),
    user_agent: plainAgent(first(NAMES.agent)),
  };
}

/** Tabs separate where there are as many as it takes; values may be in quotation marks. */
function valuesOf(line: string, width: number): string[] | null {
  const tabbed = line.split('\t');
  if (tabbed.length === width) return tabbed;
  const tokens = tokensOf(line);
  return tokens.length === width ? tokens.map(({ text, kind }) => (kind === 'bracketed' ? `[${text}]` : text)) : null;
}

/** The format's times are UTC, unless the field says that they are the machine's own. */
function timeOf(record: ReadonlyMap<string, string>): string | null {
  const local = record.get('date-local');
  if (local !== undefined) return isoTime(`${local}T${record.get('time-local') ?? ''}`);
  return isoTime(`${record.get('date') ?? ''}T${record.get('time') ?? ''}Z`);
}

/** IIS counts milliseconds, CloudFront seconds with a decimal point. */
function durationOf(record: ReadonlyMap<string, string>): string {
  const taken = record.get('time-taken') ?? record.get('timetakenms') ?? '';
  if (taken.includes('.')) return milliseconds(Number(taken));
  if (taken !== '') return taken;
  const seconds = record.get('x-duration') ?? '';
  return seconds === '' ? '' : milliseconds(Number(seconds));
}

/** IIS writes plus signs for spaces, CloudFront percent signs, and those of the browser once more. */
function plainAgent(agent: string): string {
  if (agent.includes(' ')) return agent;
  try {
    return decodeURIComponent(decodeURIComponent(agent)).replaceAll('+', ' ');
  } catch {
    return agent.replaceAll('+', ' ');
  }
}
