import type { Writable } from 'node:stream';
import { answerCall } from './answer-call.ts';
import { openDisk } from './disk.ts';
import { readFrames, writeFrame } from './frames.ts';

/**
 * Answers one call after another until the browser closes the pipe; a call in hand is done to its end.
 *
 * @throws {FrameError} where what comes in is not the protocol.
 */
export async function serve(folder: string, input: AsyncIterable<Uint8Array>, output: Writable): Promise<void> {
  const served = { folder, disk: openDisk(folder) };
  for await (const message of readFrames(input)) {
    for await (const answer of answerCall(message, served)) await writeFrame(output, answer);
  }
}
