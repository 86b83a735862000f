import type { CdpSession } from './cdp.ts';
import { answerer, own, servedPolicy } from './schemes.ts';
import { letsThrough } from './session.ts';

export interface PausedRequest {
  requestId: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  resourceType: string;
  frameId: string;
}

/** Addresses of the world that a page asked for. None was ever reached. */
export const outbound: string[] = [];

/** Answers a request that the browser holds: from the application's own scheme, from this computer's files, or not at all. */
export async function answerRequest(cdp: CdpSession, paused: PausedRequest, webContentsId: number): Promise<void> {
  const { requestId, request } = paused;
  const url = own(request.url);
  const fail = (errorReason: string) => cdp.send('Fetch.failRequest', { requestId, errorReason });
  if (!(await letsThrough({ url, method: request.method, resourceType: paused.resourceType, webContentsId }))) return fail('BlockedByClient');
  const scheme = answerer(request.url);
  if (scheme === null) {
    if (/^(file|data|blob):/.test(request.url)) return cdp.send('Fetch.continueRequest', { requestId });
    outbound.push(url);
    return fail('NameNotResolved');
  }
  if (scheme.answer === undefined) return fail('Failed');
  try {
    const response = await scheme.answer(new Request(url, { method: request.method, headers: request.headers, body: request.postData }));
    await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders: headersOf(response), body: Buffer.from(await response.arrayBuffer()).toString('base64') });
  } catch (thrown) {
    console.error('electron double:', url, thrown);
    await fail('Failed');
  }
}

function headersOf(response: Response): { name: string; value: string }[] {
  const headers: { name: string; value: string }[] = [];
  response.headers.forEach((value, name) => {
    headers.push({ name, value: name === 'content-security-policy' ? servedPolicy(value) : value });
  });
  return headers;
}
