import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Compares secrets without telling by time how far they agree. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * Who may talk to the loopback host. Every other program, every other web page and every other local port is a stranger:
 * the address carries a token that works once, everything after it needs a cookie that no script can read, the exact host name
 * (against DNS rebinding) and, for anything that changes or connects, the exact origin.
 */
export class Guard {
  readonly #host: string;
  readonly #origin: string;
  readonly #cookieName: string;
  readonly #session = randomBytes(32).toString('base64url');
  #launchToken: string | null = randomBytes(32).toString('base64url');

  constructor(host: string, port: number) {
    this.#host = `${host}:${port}`;
    this.#origin = `http://${this.#host}`;
    this.#cookieName = `suanpan${port}`;
  }

  get origin(): string {
    return this.#origin;
  }

  /** The address to open; works once, since other users may see the command line it stands in. */
  get launchUrl(): string {
    return `${this.#origin}/launch?t=${this.#launchToken ?? ''}`;
  }

  isRightHost(request: IncomingMessage): boolean {
    return request.headers.host === this.#host;
  }

  /** Trades the launch token for a cookie; `null` when the token is wrong or used up. */
  redeem(token: string): string | null {
    if (this.#launchToken === null || !sameSecret(token, this.#launchToken)) return null;
    this.#launchToken = null;
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** A new launch token, for opening the window again. */
  renew(): string {
    this.#launchToken = randomBytes(32).toString('base64url');
    return this.launchUrl;
  }

  /** `null` lets the request in; a number is the status to refuse it with. */
  refuse(request: IncomingMessage, changes: boolean): number | null {
    if (!this.isRightHost(request)) return 421;
    const site = request.headers['sec-fetch-site'];
    // `same-site` is another loopback port: not us.
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
    const { origin } = request.headers;
    if (changes ? origin !== this.#origin : origin !== undefined && origin !== this.#origin) return 403;
    return this.#hasSession(request) ? null : 401;
  }

  #hasSession(request: IncomingMessage): boolean {
    return (request.headers.cookie ?? '').split(/;\s*/).some((cookie) => {
      const at = cookie.indexOf('=');
      return cookie.slice(0, at) === this.#cookieName && sameSecret(cookie.slice(at + 1), this.#session);
    });
  }
}

/** Headers of every answer. The page may load nothing from elsewhere and run nothing that is not a file of ours. */
export function securityHeaders(origin: string): Record<string, string> {
  const socket = origin.replace(/^http/, 'ws');
  return {
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ${socket}; frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types suanpan-report`,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}
