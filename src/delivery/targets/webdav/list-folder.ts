import { httpError } from '../../http/http-error.ts';
import { answerText } from '../../http/send-request.ts';
import { decodeHref } from './decode-href.ts';
import { PROPFIND_BODY, type Resource, readMultistatus } from './read-multistatus.ts';
import type { WebdavClient } from './webdav-client.ts';
import { webdavError } from './webdav-error.ts';

/** Something directly in a folder. */
export type FolderEntry = Omit<Resource, 'path'> & { readonly name: string };

/** No folder has more pages: a server that always names a next one is stopped. */
const MOST_PAGES = 1000;

/**
 * What is directly in a folder. `Depth: infinity` is refused by most servers, so deeper folders are listed one by one.
 * 坚果云 lists 750 entries and names the next page in a `Link` header (RFC 8288).
 *
 * @throws {ClipError} `folder-gone`, `auth-expired`, `server-unsupported` …: a listing is whole or there is none.
 */
export async function listFolder(client: WebdavClient, path: string): Promise<FolderEntry[]> {
  const first = folderUrl(client, path);
  const resources: Resource[] = [];
  let url: string | undefined = first;
  for (let page = 0; url !== undefined && page < MOST_PAGES; page++) {
    const answer = await propfind(client, url, '1');
    resources.push(...readMultistatus(answerText(answer)));
    url = nextPage(answer.headers.get('link'), url);
  }
  return entriesOf(resources, decodeHref(first));
}

/** Throws where the path is not a folder, or not on a WebDAV server. Writes nothing. */
export async function checkFolder(client: WebdavClient, path: string): Promise<void> {
  const answer = await propfind(client, folderUrl(client, path), '0');
  const [folder] = readMultistatus(answerText(answer));
  if (!folder?.isFolder) throw httpError(answer, client.now(), 'wrong-kind', 'not a folder');
}

/** Whether a file is at an address. An answer that does not say so, whatever it is, says no. */
export async function isFileAt(client: WebdavClient, url: string): Promise<boolean> {
  const answer = await client.sendTo('PROPFIND', url, { headers: headersOf('0'), body: PROPFIND_BODY });
  if (answer.status !== 207) return false;
  const [resource] = readMultistatus(answerText(answer));
  return resource !== undefined && !resource.isFolder;
}

function headersOf(depth: '0' | '1') {
  return { Depth: depth, 'Content-Type': 'application/xml; charset=utf-8' };
}

function folderUrl(client: WebdavClient, path: string): string {
  const url = client.urlOf(path);
  return url.endsWith('/') ? url : `${url}/`;
}

/** lighttpd wants the `Content-Type` (415), nginx the slash at the end. */
async function propfind(client: WebdavClient, url: string, depth: '0' | '1') {
  const answer = await client.sendTo('PROPFIND', url, { headers: headersOf(depth), body: PROPFIND_BODY });
  if (answer.status === 207) return answer;
  // A site that knows nothing of WebDAV answers with a page.
  if (answer.status === 200) throw httpError(answer, client.now(), 'server-unsupported', 'not a multistatus');
  throw webdavError(answer, client.now());
}

/** The sign-in goes with the request, so it goes to the same origin only. */
function nextPage(link: string | null, current: string): string | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1];
  if (target === undefined || !URL.canParse(target, current)) return undefined;
  const next = new URL(target, current);
  return next.origin === new URL(current).origin && next.href !== current ? next.href : undefined;
}

/**
 * The folder names itself too. Behind a proxy its path may not be the one that was asked for: then it is the one that
 * all others are below.
 */
function entriesOf(resources: readonly Resource[], asked: string): FolderEntry[] {
  const self =
    resources.find(({ path }) => path.normalize() === asked.normalize()) ??
    resources.find(({ path, isFolder }) => isFolder && resources.every((other) => isBelow(other.path, path)));
  return resources.filter((resource) => resource.path !== self?.path).flatMap(entryOf);
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? folder : `${folder}/`);
}

function entryOf({ path, ...rest }: Resource): FolderEntry[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '' || name === '.' || name === '..' ? [] : [{ name, ...rest }];
}
