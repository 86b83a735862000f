import { epochSeconds, parseCivil } from '../../values/dates.ts';

// CUBOT makes phones.
const BOT =
  /(?<!\bcu)(bot\b|bot[/_;) -])|crawl|spider|slurp|scan(ner)?\b|fetch|monitor|preview|archiver|facebookexternalhit|mediapartners|feed|wget|curl|python|java\/|go-http|httpclient|okhttp|libwww|headless|phantomjs|lighthouse|pingdom|uptime|nagios|prometheus|w3af|nikto|sqlmap|acunetix|netsparker|baiduspider|yisou|bytespider/i;
const ASSET = /\.(css|js|mjs|map|png|jpe?g|gif|svg|ico|cur|webp|avif|bmp|woff2?|ttf|otf|eot)$/i;
const IDLE_SECONDS = 30 * 60;

/** Whether a program asks, by what it calls itself. */
export function isBot(userAgent: string): boolean {
  return BOT.test(userAgent);
}

/** Whether the path is a part of a page and no page. */
export function isAsset(path: string): boolean {
  return ASSET.test(path);
}

/** Seconds since 1970 of a time in a log; times that say no offset are taken for UTC, since only their distance counts. */
export function secondsOf(time: string): number {
  const civil = parseCivil(time);
  return civil === null ? 0 : epochSeconds(civil, civil.offset ?? 0);
}

/**
 * Puts visits together: requests of one visitor, half an hour at most between two of them. A visitor is an address with a browser.
 * The number of a visit is a hash of both and the second it began, so that two files do not share one by accident.
 */
export class Sessions {
  readonly #visitors = new Map<string, { readonly code: string; begun: number; last: number }>();

  idOf(ip: string, userAgent: string, seconds: number): string {
    const key = `${ip}\n${userAgent}`;
    let visitor = this.#visitors.get(key);
    if (visitor === undefined) {
      visitor = { code: codeOf(key), begun: seconds, last: seconds };
      this.#visitors.set(key, visitor);
    } else if (Math.abs(seconds - visitor.last) > IDLE_SECONDS) visitor.begun = seconds;
    visitor.last = Math.max(visitor.last, seconds);
    return `${visitor.code}#${visitor.begun}`;
  }
}

/** FNV-1a over the text with two starting values: 64 bits as hex. */
function codeOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0xc9dc5811;
  for (let i = 0; i < text.length; i++) {
    one = Math.imul(one ^ text.charCodeAt(i), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(i), 0x01000193) ^ (one >>> 15);
  }
  return [one, two].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
