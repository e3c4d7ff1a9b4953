import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Sends the head of the answer and then nothing more. */
  readonly stall?: boolean;
}

export interface NewsServer {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that answers by path; other paths are 404. */
export async function startNewsServer(replies: Readonly<Record<string, Reply>>): Promise<NewsServer> {
  const listener: RequestListener = (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const { status = 200, headers = {}, body = '', stall = false } = replies[path] ?? { status: 404, body: 'Not here' };
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers });
    if (stall) response.write('<!doctype html>');
    else response.end(body);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
