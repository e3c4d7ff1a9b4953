import { connect, type Socket } from 'node:net';

/** Firefox's remote protocol: length-prefixed JSON over TCP, one answer for each command. */
export interface Marionette {
  /** @throws what Firefox answered as an error, with the command's name. */
  send(command: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

interface Waiting {
  readonly command: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Connects to a Firefox that was started with `--marionette`. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await open(port);
  const waiting = new Map<number, Waiting>();
  let greeted: () => void = () => {};
  const greeting = new Promise<void>((resolve) => {
    greeted = resolve;
  });
  let last = 0;

  onMessages(socket, (message) => {
    if (!Array.isArray(message)) return greeted();
    const [, id, error, result] = message;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${asked.command}: ${error.error}: ${error.message}`));
    else asked?.resolve(result);
  });
  socket.on('close', () => {
    for (const { command, reject } of waiting.values()) reject(new Error(`${command}: Firefox is gone`));
  });
  await greeting;

  return {
    send(command, parameters = {}) {
      const id = ++last;
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      return new Promise((resolve, reject) => waiting.set(id, { command, resolve, reject }));
    },
    close: () => void socket.destroy(),
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

function onMessages(socket: Socket, handle: (message: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (colon < 0 || rest.length < end) return;
      const text = rest.subarray(colon + 1, end).toString();
      rest = rest.subarray(end);
      handle(JSON.parse(text));
    }
  });
}
