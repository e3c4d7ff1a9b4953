import { expect, test } from 'vitest';
import { toFailure } from '../../../src/core/model/failure.ts';
import { createWebdavClient } from '../../../src/delivery/targets/webdav/webdav-client.ts';

async function signInOf(secret: string): Promise<string | undefined> {
  let sent: string | undefined;
  const fetch = async (_url: string, { headers }: RequestInit): Promise<Response> => {
    sent = new Headers(headers).get('authorization') ?? undefined;
    return new Response('', { status: 404 });
  };
  const deps = { fetch, now: () => 0, wait: async () => undefined };
  await createWebdavClient(deps, { url: 'https://dav.example/' }, async () => secret).send('GET', '');
  return sent;
}

test('a token is sent without the space around it, and one that is none is not named in the complaint', async () => {
  expect(await signInOf(' abc.DEF-123_~+/==\n')).toBe('Bearer abc.DEF-123_~+/==');
  for (const secret of ['ink & paper', '渡轮', '']) {
    const failure = await signInOf(secret).catch(toFailure);
    expect(failure).toEqual({ code: 'auth-expired', detail: 'a token has letters, digits and signs of ASCII only' });
  }
});
