import { toBase64 } from '../../../core/text/base64.ts';
import { bearerToken } from '../../http/bearer-token.ts';
import { type HttpAnswer, type HttpDeps, sendRequest } from '../../http/send-request.ts';
import { encodePath } from '../../http/url-path.ts';
import type { WebdavConfig } from './webdav-config.ts';

export type WebdavMethod = 'GET' | 'PUT' | 'DELETE' | 'MKCOL' | 'MOVE' | 'PROPFIND' | 'LOCK' | 'UNLOCK';

/** What a request has besides method and path. */
export interface WebdavOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Leaves the sign-in out: to see how the server asks for it. */
  readonly isAnonymous?: boolean;
}

/** Speaks WebDAV to one folder of one server. Answers of any status are returned; what they mean, the caller knows. */
export interface WebdavClient extends Pick<HttpDeps, 'now' | 'wait'> {
  /** The absolute URL of a path below the folder; of the folder itself for the empty path. */
  urlOf(path: string): string;
  /** @throws {ClipError} `offline`, `too-large`, `auth-expired` for a token that is none. */
  send(method: WebdavMethod, path: string, options?: WebdavOptions): Promise<HttpAnswer>;
  /** `PROPFIND` of a page of a listing, by its URL. */
  sendTo(method: WebdavMethod, url: string, options?: WebdavOptions): Promise<HttpAnswer>;
}

/** @param readSecret the password or token, asked for at the first request. */
export function createWebdavClient(
  deps: HttpDeps,
  config: Pick<WebdavConfig, 'url' | 'username'>,
  readSecret: () => Promise<string>,
): WebdavClient {
  let authorization: Promise<string> | undefined;
  const urlOf = (path: string): string => config.url + encodePath(path);

  async function sendTo(method: WebdavMethod, url: string, options: WebdavOptions = {}): Promise<HttpAnswer> {
    const { headers, body, isAnonymous = false } = options;
    authorization ??= readSecret().then((secret) => authorizationOf(config.username, secret));
    const signIn = { Authorization: await authorization };
    return sendRequest(deps, {
      method,
      url,
      headers: isAnonymous ? { ...headers } : { ...signIn, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  }

  return {
    now: deps.now,
    wait: deps.wait,
    urlOf,
    sendTo,
    send: (method, path, options) => sendTo(method, urlOf(path), options),
  };
}

function authorizationOf(username: string | undefined, secret: string): string {
  if (username === undefined) return `Bearer ${bearerToken(secret)}`;
  return `Basic ${toBase64(new TextEncoder().encode(`${username}:${secret}`))}`;
}

/** Whether a request succeeded. 207 does not count: it may hold a refusal (nephele). */
export function isDone({ status }: HttpAnswer): boolean {
  return status === 200 || status === 201 || status === 204;
}
