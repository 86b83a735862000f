const CLOCK = /^(\d{1,4}):([0-5]\d):([0-5]\d(?:\.\d+)?)$/;
const WORDS = /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|m(?:in)?))?\s*(?:(\d+(?:\.\d+)?)\s*(?:秒钟|秒|s(?:ec)?))?$/i;
const SPAN_HEADER = /时长|停留|duration|engagement time|time on (site|page)/i;
/** Another unit in the header would mix two in one column. */
const OTHER_UNIT = /[(（]\s*(分钟?|小时|时|天|毫秒|ms|min(utes?)?|h(ours?)?|days?)\s*[)）]/i;

/** Whether a header names how long something took and no unit but seconds: then its numbers are seconds. */
export const saysSpan = (name: string): boolean => SPAN_HEADER.test(name) && !OTHER_UNIT.test(name);

/** The seconds of a span: `1分23秒`, `2小时3分`, `1m 23s`, `00:01:23`; `null` for what is none, also for `01:23`, which may be hours. */
export function spanSeconds(text: string): number | null {
  const word = text.trim();
  const parts = CLOCK.exec(word) ?? (word === '' ? null : WORDS.exec(word));
  if (parts === null) return null;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return hours * 3600 + minutes * 60 + seconds;
}
