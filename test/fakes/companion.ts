import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { serve } from '../../src/cli/host/serve.ts';
import type { NativePort } from '../../src/core/model/native-port.ts';

/** A companion that runs as a process, as a browser starts it. */
export interface CompanionProcess {
  readonly port: NativePort;
  readonly child: ChildProcess;
}

/** Starts a launcher with a browser's arguments. */
export function startCompanion(
  launcher: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CompanionProcess {
  const child = spawn(launcher, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  const { port, end } = portOver(child.stdin, child.stdout);
  child.on('exit', (code, signal) => end(`ended with ${code ?? signal}`));
  child.on('error', (error) => end(error.message));
  return { port, child };
}

/** The same without a process, for tests that need hundreds. */
export function companionInside(folder: string): NativePort {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const { port, end } = portOver(input, output);
  serve(folder, input, output).then(
    () => end('closed'),
    (error) => end(String(error)),
  );
  return port;
}

/** The browser's end of the pipes, written apart from the companion's. */
function portOver(to: Writable, from: Readable): { port: NativePort; end: (reason: string) => void } {
  const messages: ((message: unknown) => void)[] = [];
  const ends: ((reason: string) => void)[] = [];
  let closed = false;
  let rest = Buffer.alloc(0);
  from.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32LE()) {
      const length = rest.readUInt32LE();
      if (length > 1024 * 1024) throw new Error(`a browser refuses an answer of ${length} bytes`);
      const text = rest.subarray(4, 4 + length).toString();
      rest = rest.subarray(4 + length);
      for (const listen of messages) listen(JSON.parse(text));
    }
  });
  to.on('error', (error) => end(error.message));
  function end(reason: string): void {
    if (!closed) for (const listen of ends) listen(reason);
    closed = true;
  }
  const port: NativePort = {
    send(message) {
      const text = Buffer.from(JSON.stringify(message));
      const head = Buffer.alloc(4);
      head.writeUInt32LE(text.length);
      to.write(Buffer.concat([head, text]));
    },
    close() {
      closed = true;
      to.end();
    },
    onMessage: (listener) => void messages.push(listener),
    onEnd: (listener) => void ends.push(listener),
  };
  return { port, end };
}
