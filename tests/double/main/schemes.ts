// Chromium cannot be taught a scheme from outside, so `app://host/x` is served as `https://host.app.double.test/x`.

interface Privileges {
  standard?: boolean;
}

type Answer = (request: Request) => Response | Promise<Response>;

const SUFFIX = '.double.test';
const SERVED = /^https:\/\/([^/]*)\.([a-z][\w+-]*)\.double\.test(?=\/|$)/;
const privileges = new Map<string, Privileges>();
const answers = new Map<string, Answer>();

/** The address under which the browser asks for `url`. A scheme that was not declared as standard stays unknown to it. */
export function served(url: string): string {
  const [, scheme = '', host, rest] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return privileges.get(scheme)?.standard === true ? `https://${host}.${scheme}${SUFFIX}${rest || '/'}` : url;
}

/** The address as the application knows it. */
export const own = (url: string) => url.replace(SERVED, (_all, host, scheme) => `${scheme}://${host}`);

export const originOf = (url: string) => /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(own(url))?.[0] ?? 'null';

/** A policy names schemes (`app:`); the browser has to read the addresses that stand for them. */
export const servedPolicy = (policy: string) => policy.replace(/(^|\s)([a-z][\w+-]*):(?=[\s;]|$)/g, (all, space, scheme) => (privileges.has(scheme) ? `${space}https://*.${scheme}${SUFFIX}` : all));

/** Who answers for the own scheme of `url`; `null` for an address of the world. */
export function answerer(url: string): { answer: Answer | undefined } | null {
  const scheme = SERVED.exec(url)?.[2];
  return scheme === undefined ? null : { answer: answers.get(scheme) };
}

/** Electron's `protocol`. */
export const protocol = (isReady: () => boolean) => ({
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: Privileges }[]) {
    if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges: granted } of schemes) privileges.set(scheme, granted ?? {});
  },
  handle(scheme: string, answer: Answer) {
    if (answers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    answers.set(scheme, answer);
  },
});
