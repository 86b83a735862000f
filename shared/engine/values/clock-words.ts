const HALVES = '凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|午前|午後';
const CLOCK = new RegExp(`日?\\s*(${HALVES})?\\s*(\\d{1,2})[:：时時点點](\\d{1,2})分?(?:[:：]?(\\d{1,2})秒?)?$`);
const HALF = /[午晨早晚]/;

/** `2024年3月5日 下午3:04` and `…5日15时04分` with the clock as others write it. What names no one hour stays as it is. */
export function usualClock(text: string): string {
  if (!text.includes('月') && !HALF.test(text)) return text;
  return text.replace(CLOCK, (all, half: string | undefined, hour: string, minute: string, second: string | undefined) => {
    if (half === undefined && !/^日|[时時点點]/.test(all)) return all;
    const hours = hourOf(half, Number(hour));
    return hours === null ? all : ` ${hours}:${minute.padStart(2, '0')}${second === undefined ? '' : `:${second.padStart(2, '0')}`}`;
  });
}

/** The hour of the day. Twelve in the evening, and one, may be of this night or the next: then it is `null`. */
function hourOf(half: string | undefined, hour: number): number | null {
  switch (half) {
    case undefined:
      return hour;
    case '凌晨':
    case '清晨':
    case '早晨':
    case '早上':
    case '上午':
    case '午前':
      return hour > 12 ? null : hour % 12;
    case '中午':
      return hour >= 10 && hour <= 14 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : null;
    case '傍晚':
    case '晚上':
      return hour >= 13 ? hour : hour >= 4 && hour <= 11 ? hour + 12 : null;
    default:
      return hour >= 12 ? hour : hour + 12;
  }
}
