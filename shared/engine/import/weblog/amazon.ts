import { lineFormat } from './format.ts';
import { type Hit, known } from './hit.ts';
import { requestParts, withoutPort } from './request.ts';
import { clfTime, isoTime, milliseconds } from './times.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Amazon's load balancers: classic ones, and those for applications, which begin with the kind of connection. */
export const balancer = lineFormat('elb', { en: 'Amazon load balancer log', zh: '亚马逊负载均衡日志' }, (line) => {
  const all = tokensOf(line);
  const tokens = /^(https?|h2|grpcs|wss?)$/.test(all[0]?.text ?? '') ? all.slice(1) : all;
  const [time, , client, , ...figures] = tokens;
  const [wait, service, answer, status, , received, sent, request, agent] = figures;
  if (time === undefined || isoTime(time.text) === null || !/:\d+$/.test(client?.text ?? '') || request?.kind !== 'quoted') return null;
  // Connections that carry no HTTP have no status.
  if (!/^\d{3}$/.test(status?.text ?? '') || received === undefined) return null;
  const took = [wait, service, answer].reduce((sum, token) => sum + Math.max(0, Number(token?.text)), 0);
  return {
    hit_at: time.text,
    ip: withoutPort((client as Token).text),
    ...requestParts(request.text),
    status: (status as Token).text,
    bytes: known(sent?.text),
    duration_ms: milliseconds(took),
    user_agent: known(agent?.text),
  };
});

/** Amazon S3: owner, bucket, time, client, requester, request number, operation, key, request … */
export const s3 = lineFormat('s3', { en: 'Amazon S3 log', zh: '亚马逊 S3 日志' }, (line): Hit | null => {
  const [owner, bucket, time, client, requester, , , , request, status, , bytes, , took, , referrer, agent] = tokensOf(line);
  if (!/^[0-9a-f]{40,}$/.test(owner?.text ?? '') || time?.kind !== 'bracketed' || request?.kind !== 'quoted' || client === undefined) return null;
  const at = clfTime(time.text);
  if (at === null || status === undefined) return null;
  return {
    hit_at: at,
    ip: known(client.text),
    user: known(requester?.text),
    ...requestParts(request.text),
    host: bucket?.text ?? '',
    status: known(status.text),
    bytes: known(bytes?.text),
    duration_ms: known(took?.text),
    referrer: known(referrer?.text),
    user_agent: known(agent?.text),
  };
});
