import { type LookupAddress, lookup } from 'node:dns';
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureSentence } from '../../src/cli/failure-sentence.ts';
import { fetchPictures } from '../../src/cli/fetch-pictures.ts';
import { createJudgedFetch } from '../../src/cli/judged-fetch.ts';
import { loadPage } from '../../src/cli/load.ts';

const STORY = `<title>Ferry</title><article>${'<p>The night ferry was late again, the harbour office said.</p>'.repeat(500)}</article>`;
const PNG = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1');

interface Started {
  readonly origin: string;
  /** The headers of each request, by its path. */
  readonly seen: Map<string, IncomingHttpHeaders>;
  close(): Promise<unknown>;
}

async function start(host: string, listener: RequestListener): Promise<Started> {
  const seen = new Map<string, IncomingHttpHeaders>();
  const server = createServer((request, response) => {
    seen.set(request.url ?? '', request.headers);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    seen,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

let typed: Started;
let inner: Started;

/** Sends part of a body and resets the connection. */
function reset(response: ServerResponse, head: string, body: string | Uint8Array): void {
  const { socket } = response;
  socket?.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n`);
  socket?.write(body);
  setTimeout(() => socket?.resetAndDestroy(), 50);
}

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/story': (response) => response.end(STORY),
  '/to-story': (response) => response.writeHead(302, { Location: '/story' }).end(),
  '/to-inner': (response) => response.writeHead(302, { Location: `${inner.origin}/secret` }).end(),
  '/to-name': (response) =>
    response.writeHead(302, { Location: `http://localhost:${new URL(inner.origin).port}/` }).end(),
  '/to-number': (response) =>
    response.writeHead(302, { Location: `http://0x7f.2:${new URL(inner.origin).port}/` }).end(),
  '/to-password': (response) =>
    response.writeHead(302, { Location: `http://me:s3cret@${new URL(typed.origin).host}/story` }).end(),
  '/to-file': (response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/reset': (response) => reset(response, 'Connection: close\r\n', STORY.slice(0, 20_000)),
  '/reset-gzip': (response) =>
    reset(response, 'Content-Encoding: gzip\r\nConnection: close\r\n', gzipSync(STORY).subarray(0, 100)),
  '/short': (response) => reset(response, `Content-Length: ${STORY.length}\r\n`, STORY.slice(0, 20_000)),
  '/cut-gzip': (response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(STORY).subarray(0, 100)),
  '/cut-br': (response) =>
    response.writeHead(200, { 'Content-Encoding': 'br' }).end(brotliCompressSync(STORY).subarray(0, 60)),
  '/cut-deflate': (response) =>
    response.writeHead(200, { 'Content-Encoding': 'deflate' }).end(deflateSync(STORY).subarray(0, 100)),
  '/gzip': (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(STORY)),
  '/br': (response) => response.writeHead(200, { 'Content-Encoding': 'br' }).end(brotliCompressSync(STORY)),
  '/deflate': (response) => response.writeHead(200, { 'Content-Encoding': 'deflate' }).end(deflateSync(STORY)),
  '/deflate-raw': (response) => response.writeHead(200, { 'Content-Encoding': 'deflate' }).end(deflateRawSync(STORY)),
  '/until-close': (response) => {
    response.socket?.end(`HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${STORY}`);
  },
  '/steering': (response) => {
    response.socket?.end('HTTP/1.1 418 \x1b]0;owned\x07\x1b[31mred\r\nContent-Length: 0\r\n\r\n');
  },
  '/a.png': (response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(PNG),
  '/cut.png': (response) => reset(response, 'Connection: close\r\n', PNG),
  '/inner.png': (response) => response.writeHead(302, { Location: `${inner.origin}/a.png` }).end(),
};

beforeAll(async () => {
  const listener: RequestListener = ({ url = '' }, response) => {
    const answer = ANSWERS[url];
    if (answer) answer(response);
    else response.writeHead(404).end();
  };
  typed = await start('127.0.0.1', listener);
  inner = await start('127.0.0.2', listener);
});
afterAll(() => Promise.all([typed.close(), inner.close()]));

function load(path: string, origin = typed.origin) {
  const input = origin + path;
  return loadPage(input, { fetch: createJudgedFetch([input]), timeoutSeconds: 20 }).catch(failureSentence);
}

it.each(['/story', '/gzip', '/br', '/deflate', '/deflate-raw', '/until-close'])('reads %s whole', async (path) => {
  expect(await load(path)).toEqual({ url: typed.origin + path, html: STORY });
});

it('follows a redirect to the origin that was typed, though it is private', async () => {
  expect(await load('/to-story')).toMatchObject({ url: `${typed.origin}/story` });
});

it.each(['/to-inner', '/to-name', '/to-number'])('follows no redirect to another private address: %s', async (path) => {
  inner.seen.clear();
  expect(await load(path)).toMatch(/an address of a private network; it was not followed\.$/);
  expect([...inner.seen.keys()]).toEqual([]);
});

it('judges the address that a name resolves to', async () => {
  const resolve = Object.assign(
    (_host: string, _options: unknown, callback: (error: null, addresses: LookupAddress[]) => void) =>
      callback(null, [{ address: '127.0.0.2', family: 4 }]),
    { __promisify__: lookup.__promisify__ },
  ) as typeof lookup;
  const { port } = new URL(inner.origin);
  inner.seen.clear();
  const page = `http://news.example:${port}/story`;
  await expect(createJudgedFetch([], { resolve })(page)).rejects.toThrow(
    /news\.example is an address of a private network/,
  );
  expect([...inner.seen.keys()]).toEqual([]);
  expect((await createJudgedFetch([page], { resolve })(page)).status).toBe(200);
});

it('follows no redirect to a file', async () => {
  expect(await load('/to-file')).toMatch(/redirects to an address of the kind file:\.$/);
});

it('keeps a password out of the address of the story', async () => {
  expect(await load('/to-password')).toMatchObject({ url: `${typed.origin}/story` });
  const withPassword = typed.origin.replace('//', '//me:s3cret@');
  expect(await load('/story', withPassword)).toMatchObject({ url: `${typed.origin}/story` });
  expect(typed.seen.get('/story')?.authorization).toBe(`Basic ${Buffer.from('me:s3cret').toString('base64')}`);
});

it.each(['/reset', '/reset-gzip', '/short', '/cut-gzip', '/cut-br', '/cut-deflate'])(
  'takes no half of a page: %s',
  async (path) => {
    expect(await load(path)).toMatch(/broke off the connection/);
  },
);

it('lets no control character of a status line through', async () => {
  expect(await load('/steering')).toMatch(/^The server answered 418 [\x20-\x7e]*; there is no story/);
});

const asset = (url: string) => ({ url, path: 'a.png', link: 'a.png' });

it('fetches pictures with the origin as the referrer, none from the reader’s own network, none half', async () => {
  const { origin } = typed;
  const urls = [`${origin}/a.png`, `${origin}/cut.png`, `${inner.origin}/a.png`, `${origin}/inner.png`];
  inner.seen.clear();
  const { pictures, failures } = await fetchPictures(
    urls.map(asset),
    `${origin}/story?token=1`,
    createJudgedFetch([origin]),
  );
  expect([...pictures.keys()]).toEqual(urls.slice(0, 1));
  expect(typed.seen.get('/a.png')?.referer).toBe(`${origin}/`);
  expect(failures).toHaveLength(3);
  expect(failures[0]).toMatch(/broke off the connection/);
  for (const failure of failures.slice(1)) expect(failure).toMatch(/private network/);
  expect([...inner.seen.keys()]).toEqual([]);
});

it('sends no referrer from https to http', async () => {
  await fetchPictures(
    [asset(`${typed.origin}/a.png`)],
    'https://news.example/story',
    createJudgedFetch([typed.origin]),
  );
  expect(typed.seen.get('/a.png')?.referer).toBeUndefined();
});
