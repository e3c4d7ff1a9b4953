import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as a double of a host sees it. */
export interface HostCall {
  readonly method: string;
  /** Still encoded, so that a slash in a name and one between names differ. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly body: unknown;
}

export interface HostAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
}

export type AnswerCall = (call: HostCall) => Promise<HostAnswer>;

/**
 * What goes wrong with a request. `before`: it never reaches the host · `after`: it is done, and the answer is lost ·
 * `cut`: so many bytes of the answer arrive · `twice`: it reaches the host two times · `answer`: somebody answers in
 * the host's place · `delay`: in milliseconds, before the host sees it.
 */
export interface Fault {
  readonly before?: boolean;
  readonly after?: boolean;
  readonly cut?: number;
  readonly twice?: boolean;
  readonly delay?: number;
  readonly answer?: HostAnswer;
}

export interface ServedHost {
  readonly origin: string;
  /** Every request that arrived, in order. */
  readonly calls: HostCall[];
  /** Asked for each request; the line is good where it is not set. */
  fault: ((call: HostCall, n: number) => Fault | undefined) | undefined;
}

/** Serves a double of a host on loopback until the test ends. */
export async function serveHost(answer: AnswerCall): Promise<ServedHost> {
  const served: { origin: string; calls: HostCall[]; fault: ServedHost['fault'] } = {
    origin: '',
    calls: [],
    fault: undefined,
  };
  const server = createServer((request, response) => {
    respond(request, response, served, answer).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  served.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return served;
}

async function respond(request: IncomingMessage, response: ServerResponse, served: ServedHost, answer: AnswerCall) {
  const call = await callOf(request);
  const n = served.calls.push(call);
  const fault = served.fault?.(call, n) ?? {};
  if (fault.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delay));
  if (fault.before) return void request.socket.destroy();
  let result = fault.answer ?? (await answer(call));
  if (fault.twice) result = await answer(call).then(() => result);
  if (fault.after) return void request.socket.destroy();
  const { status, headers, body } = result;
  const bytes = body instanceof Uint8Array ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...headers });
  if (fault.cut === undefined) return void response.end(call.method === 'HEAD' ? undefined : bytes);
  response.write(bytes.subarray(0, Math.min(fault.cut, bytes.length - 1)), () => request.socket.destroy());
}

async function callOf(request: IncomingMessage): Promise<HostCall> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString();
  const url = new URL(request.url ?? '/', 'http://host');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    authorization: request.headers.authorization ?? String(request.headers['private-token'] ?? ''),
    body: text === '' ? undefined : JSON.parse(text),
  };
}
