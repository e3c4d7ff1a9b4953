import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPoliteFetch } from '../../../src/cli/network/polite-fetch.ts';
import { RobotsError } from '../../../src/cli/network/robots-rules.ts';
import { type NewsServer, startNewsServer } from '../news-server.ts';

const RULES = `User-agent: *
Disallow: /

User-agent: Jianbao # our own
Disallow: /private
Disallow: /*.pdf$
Allow: /private/open
`;

let server: NewsServer;
let silent: NewsServer;

beforeAll(async () => {
  server = await startNewsServer({
    '/robots.txt': { body: RULES, headers: { 'Content-Type': 'text/plain' } },
    '/story': { body: 'story' },
    '/private/story': { body: 'private' },
    '/private/open': { body: 'open' },
    '/to-private': { status: 302, headers: { Location: '/private/story' } },
  });
  silent = await startNewsServer({ '/story': { body: 'story' } });
});
afterAll(() => Promise.all([server.close(), silent.close()]));

it('obeys the rules for Jianbao, at every hop', async () => {
  const { origin } = server;
  const fetch = createPoliteFetch([origin], { pauseSeconds: 0 });
  expect(await (await fetch(`${origin}/story`)).text()).toBe('story');
  expect(await (await fetch(`${origin}/private/open`)).text()).toBe('open');
  for (const path of ['/private/story', '/to-private', '/paper.pdf']) {
    await expect(fetch(origin + path), path).rejects.toThrow(RobotsError);
  }
});

it('asks no rules about an address that the user named', async () => {
  const { origin } = server;
  const fetch = createPoliteFetch([origin], { pauseSeconds: 0 });
  const response = await fetch(`${origin}/to-private`, { robots: 'ignore' });
  expect([await response.text(), response.url]).toEqual(['private', `${origin}/private/story`]);
});

it('may fetch everything where there are no rules', async () => {
  const fetch = createPoliteFetch([silent.origin], { pauseSeconds: 0 });
  expect((await fetch(`${silent.origin}/story`)).status).toBe(200);
});
