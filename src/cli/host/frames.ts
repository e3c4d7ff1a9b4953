import { once } from 'node:events';
import { endianness } from 'node:os';
import type { Writable } from 'node:stream';
import { REQUEST_LIMIT } from '../../delivery/targets/companion/protocol.ts';

/** What came in is not the protocol of native messaging; nothing after it can be understood either. */
export class FrameError extends Error {}

/** Four bytes of length in the machine's own order, then so many bytes of JSON in UTF-8 (Chrome, "Native messaging"). */
const HEAD = 4;
const isLittle = endianness() === 'LE';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The messages of a browser, until it closes the pipe.
 *
 * @throws {FrameError} where the length is 0 or over the limit, the text is not JSON or not UTF-8, or the end is missing.
 */
export async function* readFrames(input: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const chunks: Uint8Array[] = [];
  let held = 0;
  let wanted: number | undefined;

  const take = (bytes: number): Buffer => {
    const all = Buffer.concat(chunks);
    chunks.splice(0, chunks.length, all.subarray(bytes));
    held -= bytes;
    return all.subarray(0, bytes);
  };

  for await (const chunk of input) {
    chunks.push(chunk);
    held += chunk.length;
    for (;;) {
      if (wanted === undefined) {
        if (held < HEAD) break;
        wanted = lengthIn(take(HEAD));
      }
      if (held < wanted) break;
      yield messageIn(take(wanted));
      wanted = undefined;
    }
  }
  if (held > 0 || wanted !== undefined) throw new FrameError('the last message breaks off');
}

function lengthIn(head: Buffer): number {
  const length = isLittle ? head.readUInt32LE() : head.readUInt32BE();
  if (length === 0 || length > REQUEST_LIMIT) throw new FrameError(`a message of ${length} bytes`);
  return length;
}

function messageIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new FrameError(error instanceof Error ? error.message : String(error));
  }
}

/** Sends one message; resolves when there is room for the next. */
export async function writeFrame(output: Writable, message: unknown): Promise<void> {
  const text = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(HEAD);
  if (isLittle) head.writeUInt32LE(text.length);
  else head.writeUInt32BE(text.length);
  if (!output.write(Buffer.concat([head, text]))) await once(output, 'drain');
}
