import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaTypeOf, pictureTypeOf } from '../../../src/core/model/picture.ts';
import { fetchPicture, MAX_PICTURE_BYTES } from '../../../src/core/post/fetch-picture.ts';
import { postFiles } from '../../../src/core/post/post-files.ts';

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

const HEADS = {
  jpg: '\xff\xd8\xff\xe0\x00\x10JFIF',
  png: '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR',
  gif: 'GIF89a\x01\x00',
  webp: 'RIFF\x24\x00\x00\x00WEBPVP8 ',
  avif: '\x00\x00\x00\x1cftypavif',
  bmp: 'BM\x46\x00',
} as const;

describe('what a file is', () => {
  it.each(Object.entries(HEADS))('%s is known by its bytes', (type, head) => {
    expect(pictureTypeOf(latin1(head))).toBe(type);
    expect(mediaTypeOf(`assets/a.b/c.${type}`)).toBe(type === 'jpg' ? 'image/jpeg' : `image/${type}`);
  });

  it.each(['', '<svg xmlns="http://www.w3.org/2000/svg">', '<!doctype html><p>403', '%PDF-1.7', '\xff\xd8', ' GIF89a'])(
    'is no picture: %j',
    (head) => expect(pictureTypeOf(latin1(head))).toBeUndefined(),
  );

  it.each(['story.md', 'a.svg', ''])('has no media type of a picture: %j', (path) => {
    expect(mediaTypeOf(path)).toBeUndefined();
  });
});

describe('fetching', () => {
  let origin = '';
  const server = createServer((request, response) => {
    if (request.url === '/large') {
      response.write(latin1(HEADS.png));
      const more = (): void =>
        void (response.write(Buffer.alloc(1_000_000)) ? setImmediate(more) : response.once('drain', more));
      more();
    } else if (request.url === '/gone') response.writeHead(404).end('gone');
    else if (request.url === '/page') response.end('<!doctype html><p>Not for you');
    else if (request.url === '/headers') response.end(latin1(`${HEADS.gif}${JSON.stringify(request.headers)}`));
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (path: string, signal = new AbortController().signal, headers: Record<string, string> = {}) =>
    fetchPicture(origin + path, { fetch, signal, headers });

  it('gives the bytes and what they are', async () => {
    const { type, bytes } = await get('/headers', undefined, { Referer: 'https://news.example/a' });
    expect(type).toBe('gif');
    expect(Buffer.from(bytes).toString('latin1')).toContain('"referer":"https://news.example/a"');
  });

  it.each([
    ['/gone', 'HTTP 404'],
    ['/page', 'no picture'],
    ['/large', `larger than ${MAX_PICTURE_BYTES / 1_000_000} MB`],
  ])('says why not: %s', async (path, reason) => {
    await expect(get(path)).rejects.toThrow(reason);
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const fetching = get('/never', stop.signal);
    stop.abort();
    await expect(fetching).rejects.toThrow();
  });
});

describe('the files of a post', () => {
  const url = 'https://img.example/quay';
  const png = { type: 'png' as const, bytes: latin1(HEADS.png) };

  const filesAt = (path: string, asset: { path: string; link: string }, planned = '_posts/a.md') => {
    const [post, picture] = postFiles(
      { path: planned, text: `![x](${asset.link})`, assets: [{ url, ...asset }] },
      new Map([[url, png]]),
      path,
    );
    return [post.path, post.content, picture?.path];
  };

  it('have the extension that the bytes call for', () => {
    expect(filesAt('_posts/a.md', { path: 'assets/a/1.jpg', link: '/assets/a/1.jpg' })).toEqual([
      '_posts/a.md',
      '![x](/assets/a/1.png)',
      'assets/a/1.png',
    ]);
  });

  it('take the number that the post took, as the post of that name has pictures there too', () => {
    expect(filesAt('Jianbao/_posts/a-3.md', { path: 'assets/a/1.png', link: '/assets/a/1.png' })).toEqual([
      'Jianbao/_posts/a-3.md',
      '![x](/assets/a/1-3.png)',
      'assets/a/1-3.png',
    ]);
  });

  it('stay together in a bundle', () => {
    const asset = { path: 'content/a/1.png', link: '1.png' };
    expect(filesAt('content/a-2/index.md', asset, 'content/a/index.md')).toEqual([
      'content/a-2/index.md',
      '![x](1.png)',
      'content/a-2/1.png',
    ]);
  });

  it('keep their name where the link does not say it', () => {
    expect(filesAt('_posts/a-2.md', { path: 'assets/1.jpg', link: '/get?picture=1' })[2]).toBe('assets/1.jpg');
  });

  it('are the post alone, with the picture where it is, when there is no picture', () => {
    const post = { path: 'a.md', text: '![x](/1.png)', assets: [{ url, path: '1.png', link: '/1.png' }] };
    expect(postFiles(post, new Map(), 'a.md')).toEqual([{ path: 'a.md', content: `![x](${url})` }]);
  });
});
