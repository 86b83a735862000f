import { lineFormat } from './format.ts';
import { known } from './hit.ts';
import { requestParts, withoutPort } from './request.ts';
import { clfTime } from './times.ts';

const LINE = /(?:^|\s)(\S+:\d+) \[([^\]]+)\] (\S+) (\S+) ([-+\d/]+) (\d{3}|-1) \+?(\d+) (.*) "([^"]*)"?$/;

/** HAProxy, as syslog keeps it. Times are the machine's own and say no offset. */
export const haproxy = lineFormat('haproxy', { en: 'HAProxy log', zh: 'HAProxy 日志' }, (line) => {
  const match = LINE.exec(line);
  const time = match === null ? null : clfTime(match[2] as string);
  if (match === null || time === null) return null;
  const [, client, , frontend, backend, timers, status, bytes, , request] = match as unknown as readonly string[];
  const took = (timers as string).split('/').at(-1) as string;
  return {
    hit_at: time,
    ip: withoutPort(client as string),
    ...requestParts(request as string),
    status: status as string,
    bytes: known(bytes),
    duration_ms: took.replace(/^\+/, ''),
    extra: `${frontend} ${backend}`,
  };
});
