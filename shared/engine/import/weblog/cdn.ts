import { parseCivil } from '../../values/dates.ts';
import { lineFormat } from './format.ts';
import { type Hit, known } from './hit.ts';
import { requestParts, targetParts } from './request.ts';
import { clfTime } from './times.ts';
import { type Token, tokensOf } from './tokens.ts';

const at = (tokens: readonly Token[], index: number): string => known(tokens[index]?.text);
const isStatus = (text: string): boolean => /^\d{3}$/.test(text);

/** Alibaba Cloud's network: time, client, proxy, milliseconds, referrer, method and address, status, size asked, size sent, hit, browser. */
export const alibaba = lineFormat('alibaba-cdn', { en: 'Alibaba Cloud CDN log', zh: '阿里云 CDN 日志' }, (line): Hit | null => {
  const tokens = tokensOf(line);
  const time = timeOf(tokens);
  if (time === null || tokens[5]?.kind !== 'quoted' || !isStatus(at(tokens, 6))) return null;
  return {
    hit_at: time,
    ip: at(tokens, 1),
    ...requestParts(at(tokens, 5)),
    status: at(tokens, 6),
    bytes: at(tokens, 8),
    duration_ms: at(tokens, 3),
    referrer: at(tokens, 4),
    user_agent: at(tokens, 10),
    extra: at(tokens, 9),
  };
});

/** Huawei Cloud's network: time, client, milliseconds, referrer, protocol, method, host, path, status, size, hit, browser. */
export const huawei = lineFormat('huawei-cdn', { en: 'Huawei Cloud CDN log', zh: '华为云 CDN 日志' }, (line): Hit | null => {
  const tokens = tokensOf(line);
  const time = timeOf(tokens);
  if (time === null || !at(tokens, 4).startsWith('HTTP/') || tokens[7]?.kind !== 'quoted' || !isStatus(at(tokens, 8))) return null;
  return {
    hit_at: time,
    ip: at(tokens, 1),
    ...targetParts(at(tokens, 7)),
    host: at(tokens, 6),
    method: at(tokens, 5),
    protocol: at(tokens, 4),
    status: at(tokens, 8),
    bytes: at(tokens, 9),
    duration_ms: at(tokens, 2),
    referrer: at(tokens, 3),
    user_agent: at(tokens, 11),
    extra: at(tokens, 10),
  };
});

/** Tencent Cloud's network: time, client, host, path, size, province, provider, status, referrer, milliseconds, browser, range, method, protocol, hit, port. */
export const tencent = lineFormat('tencent-cdn', { en: 'Tencent Cloud CDN log', zh: '腾讯云 CDN 日志' }, (line): Hit | null => {
  if (!/^\d{14} /.test(line)) return null;
  const tokens = tokensOf(line);
  const stamp = at(tokens, 0);
  if (parseCivil(stamp) === null || !at(tokens, 3).startsWith('/') || !isStatus(at(tokens, 7))) return null;
  return {
    hit_at: stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6'),
    ip: at(tokens, 1),
    ...targetParts(at(tokens, 3)),
    host: at(tokens, 2),
    method: at(tokens, 12),
    protocol: at(tokens, 13),
    status: at(tokens, 7),
    bytes: at(tokens, 4),
    duration_ms: at(tokens, 9),
    referrer: at(tokens, 8).replace(/^NULL$/, ''),
    user_agent: at(tokens, 10).replace(/^NULL$/, ''),
    extra: at(tokens, 14),
  };
});

const timeOf = (tokens: readonly Token[]): string | null => (tokens[0]?.kind === 'bracketed' ? clfTime(tokens[0].text) : null);
