import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { decodeHref } from '../../../../src/delivery/targets/webdav/decode-href.ts';
import { listFolder } from '../../../../src/delivery/targets/webdav/list-folder.ts';
import { createWebdavClient } from '../../../../src/delivery/targets/webdav/webdav-client.ts';

describe('decodeHref', () => {
  test.each([
    ['/dav/notes/', '/dav/notes'],
    ['https://cloud.example:8443/dav/notes/a%20b.md', '/dav/notes/a b.md'],
    ['/dav/%E6%B8%A1%e8%bd%ae.md', '/dav/渡轮.md'],
    ['/dav/what?#1.md', '/dav/what?#1.md'],
    ['/dav/100%.md', '/dav/100%.md'],
    ['/dav/%ff.md', '/dav/%ff.md'],
    ['/dav/50%2525.md', '/dav/50%25.md'],
    ['/', '/'],
  ])('%s is %s', (href, path) => {
    expect(decodeHref(href)).toBe(path);
  });
});

const SELF = response('/dav/notes/', '<D:resourcetype><D:collection/></D:resourcetype>');

function response(href: string, found: string): string {
  return `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${found}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat><D:propstat><D:prop><D:getetag/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>`;
}

function file(href: string, size = 5): string {
  return response(
    href,
    `<D:resourcetype/><D:getcontentlength>${size}</D:getcontentlength><D:getlastmodified>Sat, 28 Nov 2026 18:00:00 GMT</D:getlastmodified>`,
  );
}

/** A client of a server that answers with these pages, one after the other. */
function clientOf(pages: readonly { body: string; status?: number; link?: string }[]) {
  const seen: string[] = [];
  const fetch = async (url: string) => {
    seen.push(url);
    const { body, status = 207, link } = pages[seen.length - 1] ?? { body: '', status: 500 };
    return new Response(body, { status, headers: link === undefined ? {} : { Link: link } });
  };
  const deps = { fetch, now: () => 0, wait: async () => undefined };
  const config = { url: 'https://cloud.example/dav/notes/', username: 'reader' };
  return { client: createWebdavClient(deps, config, async () => 'sesame'), seen };
}

const multistatus = (...responses: string[]): string =>
  `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${responses.join('')}</D:multistatus>`;

describe('listFolder', () => {
  test('names what is in the folder, and not the folder', async () => {
    const { client } = clientOf([
      {
        body: multistatus(
          SELF,
          file('/dav/notes/a%20b.md', 7),
          response('/dav/notes/inner/', '<D:resourcetype><D:collection/></D:resourcetype>'),
        ),
      },
    ]);
    expect(await listFolder(client, '')).toEqual([
      { name: 'a b.md', isFolder: false, size: 7, modifiedAt: Date.parse('2026-11-28T18:00:00Z') },
      { name: 'inner', isFolder: true, size: 0, modifiedAt: 0 },
    ]);
  });

  test('knows the folder again behind a proxy that has another path', async () => {
    const self = SELF.replace('/dav/notes/', '/remote.php/webdav/notes/');
    const full = clientOf([{ body: multistatus(self, file('/remote.php/webdav/notes/a.md')) }]);
    expect((await listFolder(full.client, '')).map(({ name }) => name)).toEqual(['a.md']);
    const empty = clientOf([{ body: multistatus(self) }]);
    expect(await listFolder(empty.client, '')).toEqual([]);
  });

  test('follows the pages of 坚果云 to the end, and to no other server', async () => {
    const next = 'https://cloud.example/dav/notes/?page=2';
    const { client, seen } = clientOf([
      { body: multistatus(SELF, file('/dav/notes/a.md')), link: `<${next}>; rel="next"` },
      { body: multistatus(SELF, file('/dav/notes/b.md')), link: '<https://evil.example/>; rel="next"' },
    ]);
    expect((await listFolder(client, '')).map(({ name }) => name)).toEqual(['a.md', 'b.md']);
    expect(seen).toEqual(['https://cloud.example/dav/notes/', next]);
  });

  test.each([
    ['a page that is cut off', multistatus(SELF, file('/dav/notes/a.md')).slice(0, -30), 207],
    ['the page of a site', '<!DOCTYPE html><html><body>Welcome</body></html>', 200],
  ])('takes %s for no listing', async (_, body, status) => {
    const { client } = clientOf([{ body, status }]);
    expect(await listFolder(client, '').catch(toFailure)).toMatchObject({ code: 'server-unsupported' });
  });

  test('says that 坚果云 wants us to wait', async () => {
    const { client } = clientOf([
      { body: '<d:error><s:exception>BlockedTemporarily</s:exception></d:error>', status: 503 },
    ]);
    expect(await listFolder(client, '').catch(toFailure)).toMatchObject({ code: 'rate-limited' });
  });
});
