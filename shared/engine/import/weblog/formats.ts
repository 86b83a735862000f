import { balancer, s3 } from './amazon.ts';
import { alibaba, huawei, tencent } from './cdn.ts';
import { common } from './common.ts';
import { custom } from './custom.ts';
import type { LogFormat } from './format.ts';
import { haproxy } from './haproxy.ts';
import { json } from './json.ts';
import { w3c } from './w3c.ts';

const FORMATS: readonly LogFormat[] = [common, w3c, json, haproxy, balancer, s3, alibaba, huawei, tencent];

/** The format that fits most lines, and the share of them; `null` when none fits any. */
export function formatOf(lines: readonly string[]): { readonly format: LogFormat; readonly share: number } | null {
  const told = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).length;
  let best: { readonly format: LogFormat; readonly share: number } | null = null;
  for (const format of FORMATS) {
    const reader = format.start();
    let fitting = 0;
    for (const line of lines) {
      if (line.startsWith('#')) reader.directive?.(line);
      else if (line.trim() !== '' && reader.read(line) !== null) fitting++;
    }
    const share = told === 0 ? 0 : fitting / told;
    if (share > (best?.share ?? 0)) best = { format, share };
  }
  return best !== null && best.share >= KNOWN ? best : (ofItsOwn(lines) ?? best);
}

/** A format that fits so many lines is the one. */
const KNOWN = 0.5;

/** A log of a format that somebody made up. A table of requests has a header first: it is none. */
function ofItsOwn(lines: readonly string[]): { readonly format: LogFormat; readonly share: number } | null {
  const told = lines.filter((line) => line.trim() !== '');
  const reader = custom.start();
  const fitting = told.filter((line) => reader.read(line) !== null).length;
  return told[0] === undefined || reader.read(told[0]) === null ? null : { format: custom, share: fitting / told.length };
}
