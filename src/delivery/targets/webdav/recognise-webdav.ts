import { originAccess } from '../origin-access.ts';
import type { RecognisedAddress } from '../target-test.ts';

interface Found {
  /** The folder's URL; ends in `/`. */
  readonly url: string;
  readonly product?: string;
  readonly secretPage?: string;
  /** The sign-in name, where the address holds it. */
  readonly username?: string;
  readonly missing?: RecognisedAddress['missing'];
}

/** Each looks at an address and says which folder it means; the first that knows it wins. */
const SERVICES: readonly ((address: URL) => Found | undefined)[] = [
  nutstore,
  nextcloudFiles,
  nextcloudPage,
  ownCloud,
  synology,
];

/**
 * The WebDAV folder that an address means: one that was copied from a service's settings or from the page that shows the
 * folder, or any other that a WebDAV server may be at.
 *
 * @param address `http:` or `https:`; a user name or password in it is taken out.
 */
export function recogniseWebdav(address: URL): RecognisedAddress | undefined {
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return undefined;
  const found = SERVICES.map((service) => service(address)).find((each) => each !== undefined) ?? plain(address);
  const username = decode(address.username) || found.username;
  const secret = decode(address.password);
  return {
    target: {
      kind: 'webdav',
      name: found.product ?? address.hostname,
      access: originAccess(found.url),
      config: { url: found.url, ...(username === undefined ? {} : { username }) },
    },
    ...(found.product === undefined ? {} : { product: found.product }),
    ...(secret === '' ? {} : { secret }),
    ...(found.secretPage === undefined ? {} : { secretPage: found.secretPage }),
    missing: [...(username === undefined ? (['username'] as const) : []), ...(found.missing ?? [])],
  };
}

function plain({ origin, pathname }: URL): Found {
  return { url: folderUrl(origin + pathname) };
}

/** 坚果云: every account is below one address; a site of it is one of its pages. */
function nutstore({ hostname, pathname }: URL): Found | undefined {
  if (!/(?:^|\.)jianguoyun\.com$/.test(hostname)) return undefined;
  const path = pathname.startsWith('/dav') ? pathname.slice('/dav'.length) : '/';
  return {
    url: folderUrl(`https://dav.jianguoyun.com/dav${path}`),
    product: '坚果云',
    secretPage: 'https://www.jianguoyun.com/#/account/security',
    // Posts cannot be stored beside the account's own folders.
    ...(path.replaceAll('/', '') === '' ? { missing: ['path'] as const } : {}),
  };
}

/** `…/remote.php/dav/files/USER/FOLDER`, as Nextcloud and ownCloud show it below “WebDAV”. */
function nextcloudFiles({ origin, pathname }: URL): Found | undefined {
  const match = /^(.*)\/remote\.php\/dav\/files\/([^/]+)/.exec(pathname);
  if (!match) return undefined;
  const [, base = '', user = ''] = match;
  return {
    url: folderUrl(origin + pathname),
    product: 'Nextcloud',
    username: decode(user),
    secretPage: `${origin}${base}/index.php/settings/user/security`,
  };
}

/** A folder's page in the browser: `…/apps/files/files/123?dir=/Notes`. The user is not in it. */
function nextcloudPage({ origin, pathname, searchParams }: URL): Found | undefined {
  const match = /^(.*?)(?:\/index\.php)?\/apps\/files(?:\/|$)/.exec(pathname);
  if (!match) return undefined;
  const folder = (searchParams.get('dir') ?? '/').split('/').map(encodeURIComponent).join('/');
  return {
    // Answers for the user who signs in, on Nextcloud and ownCloud.
    url: folderUrl(`${origin}${match[1]}/remote.php/webdav${folder}`),
    product: 'Nextcloud',
    secretPage: `${origin}${match[1]}/index.php/settings/user/security`,
  };
}

function ownCloud({ origin, pathname }: URL): Found | undefined {
  const match = /^(.*)\/remote\.php\/webdav/.exec(pathname);
  if (!match) return undefined;
  const secretPage = `${origin}${match[1]}/index.php/settings/personal?sectionid=security`;
  return { url: folderUrl(origin + pathname), product: 'ownCloud', secretPage };
}

/** Its WebDAV Server package listens on 5005 and, encrypted, on 5006; the first folder is a shared one. */
function synology({ origin, pathname, port }: URL): Found | undefined {
  if (port !== '5005' && port !== '5006') return undefined;
  const isTop = pathname === '/';
  return { url: folderUrl(origin + pathname), product: 'Synology', ...(isTop ? { missing: ['path'] as const } : {}) };
}

function folderUrl(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
