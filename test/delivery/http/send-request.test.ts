import { expect, test } from 'vitest';
import { toFailure } from '../../../src/core/model/failure.ts';
import { httpError } from '../../../src/delivery/http/http-error.ts';
import { retryAfter } from '../../../src/delivery/http/retry-after.ts';
import { type HttpDeps, sendRequest } from '../../../src/delivery/http/send-request.ts';

const NOW = Date.parse('2026-11-28T18:00:00Z');

function depsWith(fetch: HttpDeps['fetch']): HttpDeps {
  return { fetch, now: () => NOW, wait: async () => undefined };
}

const request = { method: 'GET', url: 'https://cloud.example/notes/', headers: { Authorization: 'Bearer sesame' } };

test('takes no part in cookies, caches and redirects', async () => {
  let seen: RequestInit = {};
  const deps = depsWith(async (_, init) => {
    seen = init;
    return new Response('text');
  });
  await sendRequest(deps, request);
  expect(seen).toMatchObject({
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  });
});

test('an answer shorter than it says is none, as Firefox would have it', async () => {
  const deps = depsWith(async () => new Response('half', { headers: { 'Content-Length': '8' } }));
  expect(await sendRequest(deps, request).catch(toFailure)).toMatchObject({ code: 'offline' });
});

test('a network that fails names the host and the reason, and no secret', async () => {
  const deps = depsWith(async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }) });
  });
  const failure = await sendRequest(deps, request).catch(toFailure);
  expect(failure).toEqual({ code: 'offline', detail: 'GET cloud.example: CERT_HAS_EXPIRED' });
});

test.each([
  ['120', NOW + 120_000],
  ['Sat, 28 Nov 2026 18:05:00 GMT', NOW + 300_000],
  ['Sat, 28 Nov 2026 17:00:00 GMT', NOW],
  ['999999999', NOW + 24 * 3_600_000],
  ['soon', undefined],
])('reads Retry-After: %s', (value, moment) => {
  expect(retryAfter(new Headers({ 'Retry-After': value }), NOW)).toBe(moment);
});

test.each([
  [401, {}, 'auth-expired'],
  [403, {}, 'access-denied'],
  [302, { Location: '/login' }, 'server-unsupported'],
  [0, {}, 'server-unsupported'],
  [429, {}, 'rate-limited'],
  [503, { 'Retry-After': '5' }, 'rate-limited'],
  [503, {}, 'offline'],
  [502, {}, 'offline'],
  [507, {}, 'disk-full'],
  [418, {}, 'server-unsupported'],
] as const)('status %i with %o means %s', (status, headers, code) => {
  const answer = { method: 'PUT', status, headers: new Headers(headers), body: new Uint8Array() };
  expect(httpError(answer, NOW).code).toBe(code);
});
