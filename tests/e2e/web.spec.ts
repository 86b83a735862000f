import http from 'node:http';
import { expect, test } from './app.ts';

/** Status of a plain request, with headers that a browser would not let a page set. */
const status = (url: string, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    http
      .get(url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject);
  });

test('the page is for this browser alone', async ({ app }) => {
  const launchUrl = app.launchUrl ?? '';
  const { origin } = new URL(launchUrl);
  // The token has been used by this browser; nobody can use it again.
  expect(await status(launchUrl)).toBeGreaterThanOrEqual(400);
  // No cookie, no page of the application.
  expect(await status(`${origin}/rpc`)).toBeGreaterThanOrEqual(400);
  // A name that was rebound to this address.
  expect(await status(`${origin}/`, { Host: 'evil.example' })).toBeGreaterThanOrEqual(400);
});

test('the policy lets in no script and no address from outside', async ({ app }) => {
  const launchUrl = app.launchUrl ?? '';
  const { origin } = new URL(launchUrl);
  const response = await app.page.request.get(`${origin}/`);
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-|https?:|\*/);
});
