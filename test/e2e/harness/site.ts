import { readFileSync } from 'node:fs';
import { request as askServer, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page of the test site is sent as. */
export interface SitePage {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer begins and never ends. */
  readonly isEndless?: true;
}

/** The web as far as a test's browser can see. */
export interface Site {
  /** Loopback port, both of the server and, for browsers that need one, the proxy. */
  readonly port: number;
  /** Every request so far, as `host/path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** No answer ever comes from here: browsers show their own error page. */
export const BROKEN_HOST = 'broken.example';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A red square with sides of 640 pixels: what an image of a story is here. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#b5382a"/></svg>`;

/**
 * Serves pages on loopback for every host name. `pages` go by `host/path`; any other path ending in `.svg` is a
 * picture, in `.gif` a pixel.
 *
 * @param servers other servers on loopback, by the host names that they have for the browser.
 */
export async function serveSite(
  pages: Readonly<Record<string, SitePage>>,
  servers: Readonly<Record<string, { readonly port: number }>> = {},
): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    // Asked as a proxy, the target is a whole address; asked directly, it is a path.
    const address = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const key = address.hostname + address.pathname;
    requests.push(key);
    const server = servers[address.hostname];
    if (server) return forward(request, response, address, server.port);
    if (address.hostname === BROKEN_HOST) request.socket.destroy();
    else answer(response, pages[key] ?? fallback(address.pathname));
  });
  server.on('connect', (_request, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Passes a request on, and its answer back, as a proxy of the server's own would. */
function forward(request: IncomingMessage, response: ServerResponse, { pathname, search }: URL, port: number): void {
  const { method, headers } = request;
  const onward = askServer({ host: '127.0.0.1', port, path: pathname + search, method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** A page of `test/e2e/pages`. */
export function pageFile(name: string): SitePage {
  return { body: readFileSync(new URL(`../pages/${name}`, import.meta.url)) };
}

function fallback(path: string): SitePage | undefined {
  if (path.endsWith('.svg')) return { body: PICTURE, type: 'image/svg+xml' };
  if (path.endsWith('.gif')) return { body: PIXEL, type: 'image/gif' };
  return undefined;
}

function answer(response: ServerResponse, page: SitePage | undefined): void {
  if (!page) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers });
  if (page.isEndless) response.write(page.body);
  else response.end(page.body);
}
