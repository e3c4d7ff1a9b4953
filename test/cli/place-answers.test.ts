import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverPlace } from '../../src/cli/places/place.ts';
import { gitHostKind } from '../../src/delivery/targets/git-host/git-host-kind.ts';
import { s3Kind } from '../../src/delivery/targets/s3/s3-kind.ts';
import type { ServerKind } from '../../src/delivery/targets/target-kind.ts';
import { webdavKind } from '../../src/delivery/targets/webdav/webdav-kind.ts';

/** A server that answers every request alike. */
let answer: { status: number; body: string } = { status: 200, body: '' };
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const isRedirect = answer.status >= 301 && answer.status < 304;
    response.writeHead(answer.status, isRedirect ? { location: `${origin}/elsewhere` } : {});
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  });
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const hostNamed = (host: string) => ({ host, origin, project: 'reader/archive', branch: 'main', folder: '' });
const KINDS: Readonly<Record<string, readonly [ServerKind, () => Record<string, unknown>]>> = {
  webdav: [webdavKind, () => ({ url: `${origin}/clips/`, username: 'reader' })],
  s3: [
    s3Kind,
    () => ({ endpoint: origin, bucket: 'clips', prefix: '', region: 'eu', style: 'path', accessKeyId: 'KEY' }),
  ],
  github: [gitHostKind, () => hostNamed('github')],
  gitlab: [gitHostKind, () => hostNamed('gitlab')],
  gitea: [gitHostKind, () => hostNamed('gitea')],
};

/** What `jianbao places test` says of a place whose server gives these answers. */
async function saidOf(name: string, status: number, body: string): Promise<string> {
  answer = { status, body };
  const [kind, config] = KINDS[name] ?? [];
  if (!kind || !config) throw new Error(name);
  const access = { by: 'origins', origins: [] } as const;
  const record = { id: 'a', kind: kind.kind, name, access, config: config(), connectedAt: 0 };
  const place = serverPlace(kind, record, async () => 'secret', 'keep');
  return place.test().then(
    () => 'It works.',
    (error: Error) => error.message,
  );
}

const NO_ANSWER = 'The server at this address does not answer as expected.';
const DENIED = 'The server does not allow writing there with this sign-in.';
const DISK = 'The disk is full.';
const TROUBLE = 'The server cannot be used now.';

test.each(Object.keys(KINDS))(
  '%s: what any answer means is said, and is never called a fault of Jianbao',
  async (name) => {
    const said = new Map<string, string>();
    const numbers = [
      201, 202, 204, 206, 207, 301, 304, 307, 400, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413,
    ];
    const more = [
      414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 431, 451, 499, 500, 501, 502, 503, 504, 505,
    ];
    for (const status of [200, ...numbers, ...more, 507, 508, 511, 520, 599]) {
      said.set(String(status), await saidOf(name, status, status === 304 ? '' : '{"message":"no"}'));
      expect(said.get(String(status)), String(status)).not.toMatch(/Something in Jianbao|It works|: offline|undefined/);
    }
    for (const status of [400, 406, 411, 421, 422, 501]) expect(said.get(String(status))).toContain(NO_ANSWER);
    for (const status of [402, 403, 451]) expect(said.get(String(status))).toContain(DENIED);
    for (const status of [500, 502, 504, 511]) expect(said.get(String(status))).toContain(TROUBLE);
    expect(said.get('507')).toContain(DISK);
    expect(await saidOf(name, 200, '')).toMatch(/does not answer as expected|cannot be used now/);
    // GitHub's first request may write, as far as its client knows: it cannot be told from a lost answer.
    const page = await saidOf(name, 200, '<!doctype html><title>Sign in</title>');
    expect(page).toContain(name === 'github' ? 'a web page in place of JSON' : NO_ANSWER);
  },
);
