import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a client asked for, as the line sees it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** From 1, of all that came through since the last `reset`. */
  readonly number: number;
}

/**
 * What goes wrong with one request.
 *
 * `cut-request`: the server gets so many bytes of the body, then the line breaks · `cut-answer`: the client gets so many
 * bytes of the body · `lost-answer`: the server does what it is asked, and the client never hears · `delay`: in
 * milliseconds, before the server hears · `twice`: the server gets the whole request two times, one after the other, and
 * the client hears the second answer · `answer`: the server hears nothing, the line answers for it.
 */
export type Fault =
  | { readonly kind: 'cut-request'; readonly after: number }
  | { readonly kind: 'cut-answer'; readonly after: number }
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'twice' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

/** A line to a server on loopback on which things go wrong as a test wants them to. */
export interface FaultyLine {
  /** Stands for the server's origin; no slash at its end. */
  readonly origin: string;
  /** Asked for each request; nothing means that it passes. */
  fault: (request: SeenRequest) => Fault | undefined;
  /** Every request since the last `reset`, as `METHOD /path`. */
  readonly seen: string[];
  /** Takes all faults away and forgets what was seen. */
  reset(): void;
  stop(): Promise<void>;
}

const noFault = (): undefined => undefined;

/** @param target the server's origin: `http://127.0.0.1:8080`. The `Host` header passes as the client sent it. */
export async function startFaultyLine(target: string): Promise<FaultyLine> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const line: FaultyLine = {
    origin: `http://127.0.0.1:${port}`,
    fault: noFault,
    seen: [],
    reset() {
      line.fault = noFault;
      line.seen.length = 0;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    line.seen.push(`${method} ${path}`);
    const fault = line.fault({ method, path, headers, number: line.seen.length });
    readAll(incoming)
      .then((body) => pass(target, { method, path, headers, body }, outgoing, fault))
      // Either side has gone away: the other has to see it.
      .catch(() => outgoing.destroy());
  });
  return line;
}

interface PassedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

async function pass(target: string, passed: PassedRequest, outgoing: ServerResponse, fault?: Fault): Promise<void> {
  switch (fault?.kind) {
    case 'answer':
      outgoing.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    case 'cut-request':
      await sendPart(target, passed, fault.after);
      outgoing.destroy();
      return;
    case 'lost-answer':
      await ask(target, passed);
      outgoing.destroy();
      return;
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      break;
    case 'twice':
      await ask(target, passed);
      break;
  }
  const { status, headers, body } = await ask(target, passed);
  outgoing.writeHead(status, headers);
  if (fault?.kind !== 'cut-answer') outgoing.end(body);
  else outgoing.write(body.subarray(0, fault.after), () => outgoing.destroy());
}

/** Sends the head and the first bytes of the body, lets them arrive, and breaks off. */
async function sendPart(target: string, { method, path, headers, body }: PassedRequest, after: number): Promise<void> {
  const upstream = request(`${target}${path}`, { method, headers });
  upstream.on('error', () => undefined);
  await new Promise<void>((resolve) => upstream.write(body.subarray(0, after), () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 50));
  upstream.destroy();
}

interface PassedAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

function ask(target: string, { method, path, headers, body }: PassedRequest): Promise<PassedAnswer> {
  return new Promise((resolve, reject) => {
    const upstream = request(`${target}${path}`, { method, headers, agent: false }, (answer) => {
      readAll(answer).then(
        (whole) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole }),
        reject,
      );
    });
    upstream.on('error', reject);
    upstream.end(body);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}
