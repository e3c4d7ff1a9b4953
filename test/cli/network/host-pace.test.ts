import { expect, it } from 'vitest';
import { createHostPace, type HostPaceOptions, HostRestsError } from '../../../src/cli/network/host-pace.ts';
import { RobotsError } from '../../../src/cli/network/robots-rules.ts';

const A = new URL('https://a.example/story');
const B = new URL('https://b.example/story');

/** A pace on a clock that moves by sleeping only, and the moments at which requests were sent. */
function paced(options: Partial<HostPaceOptions> = {}) {
  let now = 1_000_000;
  const sent: string[] = [];
  const pace = createHostPace({
    pause: 1_000,
    now: () => now,
    sleep: async (milliseconds) => {
      if (milliseconds > 0) now += milliseconds;
    },
    random: () => 1,
    ...options,
  });
  const fetch = (url: URL, ...answers: (Response | Error)[]) =>
    pace(
      url,
      async () => {
        sent.push(`${url.host} ${now - 1_000_000}`);
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        if (answer instanceof Error) throw answer;
        return answer?.clone() ?? new Response('ok');
      },
      {},
    );
  return { fetch, sent };
}

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

it('asks a host once at a time, with a pause, and another at the same time', async () => {
  const running: string[] = [];
  let most = 0;
  const pace = createHostPace({ pause: 0 });
  const fetch = (url: URL) =>
    pace(
      url,
      async () => {
        running.push(url.host);
        expect(running.filter((host) => host === url.host)).toHaveLength(1);
        most = Math.max(most, running.length);
        await new Promise((done) => setTimeout(done, 20));
        running.splice(running.indexOf(url.host), 1);
        return new Response('ok');
      },
      {},
    );
  await Promise.all([A, B, A, B, A].map(fetch));
  expect(most).toBe(2);

  const { fetch: slowly, sent } = paced();
  for (const url of [A, A, B, A]) await slowly(url);
  expect(sent).toEqual(['a.example 0', 'a.example 1000', 'b.example 1000', 'a.example 2000']);
});

it('holds the turn until the body has come', async () => {
  const order: string[] = [];
  const pace = createHostPace({ pause: 0 });
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      await new Promise((done) => setTimeout(done, 50));
      order.push('first body');
      controller.enqueue(new TextEncoder().encode('whole'));
      controller.close();
    },
  });
  const second = async () => {
    order.push('second');
    return new Response('');
  };
  const [first] = await Promise.all([pace(A, async () => new Response(body), {}), pace(A, second, {})]);
  expect(order).toEqual(['first body', 'second']);
  expect(await first.text()).toBe('whole');
});

it('waits as long as Retry-After says, and asks again', async () => {
  const { fetch, sent } = paced();
  const busy = new Response('', { status: 503, headers: { 'Retry-After': '7' } });
  expect((await fetch(A, busy, new Response('ok'))).status).toBe(200);
  expect(sent).toEqual(['a.example 0', 'a.example 7000']);
});

it('leaves a host alone that asks for long, and no other', async () => {
  const { fetch, sent } = paced();
  expect((await fetch(A, new Response('', { status: 429, headers: { 'Retry-After': '3600' } }))).status).toBe(429);
  await expect(fetch(A)).rejects.toThrow(HostRestsError);
  expect((await fetch(B)).status).toBe(200);
  expect(sent).toEqual(['a.example 0', 'b.example 0']);
});

it('backs off where a server fails, and gives up in the end', async () => {
  const { fetch, sent } = paced();
  expect((await fetch(A, new Response('', { status: 500 }))).status).toBe(500);
  expect(sent).toEqual(['a.example 0', 'a.example 2000', 'a.example 6000']);
});

it('leaves a host alone that refuses connections', async () => {
  const { fetch, sent } = paced();
  await expect(fetch(A, refused)).rejects.toThrow('ECONNREFUSED');
  await expect(fetch(A)).rejects.toThrow(HostRestsError);
  expect(sent).toHaveLength(3);
});

it('leaves a host alone that is late three times', async () => {
  const { fetch, sent } = paced();
  const late = new DOMException('too late', 'TimeoutError');
  for (let n = 0; n < 3; n++) await expect(fetch(A, late)).rejects.toThrow('too late');
  await expect(fetch(A)).rejects.toThrow(HostRestsError);
  expect(sent).toHaveLength(3);
});

it('does not repeat what would fail again', async () => {
  const { fetch, sent } = paced();
  await expect(fetch(A, new Error('certificate'))).rejects.toThrow('certificate');
  expect((await fetch(A, new Response('', { status: 404 }))).status).toBe(404);
  expect(sent).toHaveLength(2);
});

it('asks for the rules once, obeys them and their delay', async () => {
  const asked: string[] = [];
  const { fetch, sent } = paced({
    readRobots: async ({ origin }) => {
      asked.push(origin);
      return { allows: ({ pathname }) => pathname !== '/private', delay: 5_000 };
    },
  });
  await fetch(A);
  await expect(fetch(new URL('https://a.example/private'))).rejects.toThrow(RobotsError);
  await fetch(A);
  expect(asked).toEqual(['https://a.example']);
  expect(sent).toEqual(['a.example 1000', 'a.example 6000']);
});

it('fetches nothing where the rules cannot be had, and asks for them again', async () => {
  let asked = 0;
  const { fetch, sent } = paced({
    readRobots: async () => {
      asked++;
      throw new Error('down');
    },
  });
  await expect(fetch(A)).rejects.toThrow('down');
  await expect(fetch(A)).rejects.toThrow('down');
  expect([asked, sent]).toEqual([2, []]);
});
