/** Measures deliveries to each kind of place; run by `measure-places.ts`, as the test servers end with a test. */
import { writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { createDrain } from '../../../src/delivery/drain-once.ts';
import type { Target } from '../../../src/delivery/target.ts';
import { s3Kind } from '../../../src/delivery/targets/s3/s3-kind.ts';
import type { NetworkDeps } from '../../../src/delivery/targets/target-kind.ts';
import { webdavKind } from '../../../src/delivery/targets/webdav/webdav-kind.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import type { Delivery } from '../../../src/library/model/delivery.ts';
import { HOST_NAMES, hostBench } from '../../../test/fakes/git-hosts/host-bench.ts';
import { temporaryLibrary } from '../../../test/fakes/library.ts';
import { fakeLocks } from '../../../test/fakes/locks.ts';
import { saveRequest } from '../../../test/fakes/story.ts';
import { startS3Double } from '../../../test/servers/s3-double.ts';
import { missingServer, startWebdavServer, WEBDAV_SERVERS } from '../../../test/servers/webdav-server.ts';
import type { PlaceFigures } from './measure-places.ts';

const CLIPS = Number(process.env['BENCH_CLIPS'] ?? 200);
/** A post of the size of a news story. */
const TEXT = 'The night ferry was late again, the harbour office said on Tuesday.\n'.repeat(80);

const figures: PlaceFigures[] = [];

/** What went over the line since it was asked last. */
function meter() {
  const count = { requests: 0, sent: 0, received: 0 };
  const original = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    const response = await original(url, init);
    const { body } = init ?? {};
    count.requests++;
    count.sent += typeof body === 'string' ? Buffer.byteLength(body) : body instanceof Uint8Array ? body.length : 0;
    count.received += Number(response.headers.get('content-length') ?? 0);
    return response;
  };
  onTestFinished(() => {
    globalThis.fetch = original;
  });
  return () => {
    const now = { ...count };
    Object.assign(count, { requests: 0, sent: 0, received: 0 });
    return now;
  };
}

/** Delivers one clip, then a burst. */
async function measure(
  place: string,
  target: Target,
  take: ReturnType<typeof meter>,
  commits: () => Promise<number | undefined> = async () => undefined,
): Promise<void> {
  const library = temporaryLibrary();
  const deps = {
    ...{ library, changes: { announce() {} }, openTarget: async () => target, now: Date.now, random: Math.random },
  };
  const drain = createDrain(deps, fakeLocks());
  const save = (id: string) => {
    const post = { path: `_posts/${id}.md`, frontMatter: '', body: '', text: `${id}\n${TEXT}`, assets: [] };
    return saveClip(library, saveRequest(id, { post, targetIds: [target.id], now: Date.now() }));
  };
  await save('warm-up');
  await drain(true);
  take();
  await save('first');
  await drain(true);
  const one = take();
  expect(one.requests).toBeGreaterThan(0);
  const before = (await commits()) ?? 0;
  for (let n = 0; n < CLIPS; n++) await save(`clip-${n}`);
  const began = performance.now();
  await drain(true);
  const seconds = (performance.now() - began) / 1000;
  const rows: Delivery[] = await library.use((database) => database.getAll('deliveries'));
  expect(rows.filter(({ state }) => state !== 'done')).toEqual([]);
  const after = await commits();
  figures.push({
    ...{ place, one, burst: take(), seconds, clips: CLIPS },
    ...(after === undefined ? {} : { commits: after - before }),
  });
  const file = process.env['BENCH_FIGURES'];
  if (file) writeFileSync(file, JSON.stringify(figures));
}

function network(secret: string): NetworkDeps {
  return {
    http: {
      fetch: (url, init) => fetch(url, init),
      now: Date.now,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    readSecret: async () => secret,
    deviceId: async () => 'bench',
  };
}

const record = (kind: string, config: unknown) => ({
  ...{ id: `${kind}:bench`, kind, name: kind, access: { by: 'origins', origins: [] } as const, config, connectedAt: 0 },
});
const otherPaths = async (): Promise<string[]> => [];

test.each(HOST_NAMES)('%s', async (name) => {
  // Before the host is opened: it holds on to the `fetch` of that moment.
  const take = meter();
  const { open, repository } = await hostBench(name);
  await repository.write('index.md', 'The archive.');
  await measure(name, open(), take, () => repository.commitCount());
});

test.each(WEBDAV_SERVERS.filter((name) => missingServer(name) === undefined))('WebDAV, %s', async (name) => {
  const { url, username, password, stop } = await startWebdavServer(name);
  onTestFinished(stop);
  const place = record('webdav', { url, username });
  const { config } = await webdavKind.test(place, network(password));
  const target = webdavKind.open({ ...place, config }, { network: network(password), otherPaths });
  await measure(`WebDAV, ${name}`, target, meter());
});

test.each(['obeyed', 'refused'] as const)('S3, conditions %s', async (conditions) => {
  const double = await startS3Double();
  onTestFinished(() => double.stop());
  double.conditions = conditions;
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = double;
  const config = { endpoint, bucket, region, accessKeyId, style: 'path', prefix: 'posts/' };
  const target = s3Kind.open(record('s3', config), { network: network(secretAccessKey), otherPaths });
  await measure(`S3, conditions ${conditions}`, target, meter());
});
