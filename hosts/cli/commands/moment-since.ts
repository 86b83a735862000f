import type { TableMoments } from '#contract/changes';
import { SuanpanError } from '#contract/errors';

/** The change after which the table was as it is to be compared with. @throws SuanpanError `invalid-params`, or `not-found` where the table was not there */
export function momentSince({ moments, week, lastImport }: TableMoments, since: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(since);
  if (!day && since !== 'week' && since !== 'import' && !/^\d+$/.test(since))
    throw new SuanpanError({
      code: 'invalid-params',
      details: 'usage',
      message: { en: `--since takes week, import, a number or a day, not ${since}`, zh: `--since 可用 week、import、编号或日期，不能是 ${since}` },
    });
  const n = since === 'week' ? week : since === 'import' ? lastImport : day ? (moments.find(({ at }) => at.slice(0, 10) <= since)?.n ?? null) : Number(since);
  if (n !== null) return n;
  const first = moments.at(-1)?.at ?? '';
  throw new SuanpanError({
    code: 'not-found',
    message: { en: 'The table was not there then, or has not changed since it came', zh: '当时还没有该表，或该表自建立以来没有变化' },
    hint: { en: `It is there since ${first} (UTC)`, zh: `该表自 ${first}（UTC）起存在` },
  });
}
