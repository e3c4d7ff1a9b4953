import type { Writable } from 'node:stream';
import { commitWhenIdle } from '../git/commit-when-idle.ts';
import type { GitCheckout } from '../git/git-checkout.ts';
import { answerCall } from './answer-call.ts';
import { type Disk, openDisk } from './disk.ts';
import { readFrames, writeFrame } from './frames.ts';

/**
 * Answers one call after another until the browser closes the pipe; a call that has started is finished.
 *
 * @param checkout where it is present, what is written is committed there.
 * @throws {FrameError} where what comes in is not the protocol.
 */
export async function serve(
  folder: string,
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  checkout?: GitCheckout,
): Promise<void> {
  const committer = checkout && commitWhenIdle(checkout, (sentence) => process.stderr.write(`jianbao: ${sentence}\n`));
  const disk = openDisk(folder);
  const served = { folder, disk: committer ? reportingDisk(disk, committer.wrote) : disk };
  try {
    for await (const message of readFrames(input)) {
      for await (const answer of answerCall(message, served)) await writeFrame(output, answer);
    }
  } finally {
    await committer?.end();
  }
}

function reportingDisk(disk: Disk, wrote: (path: string) => Promise<void>): Disk {
  return {
    ...disk,
    async write(path, content, replaces) {
      const hash = await disk.write(path, content, replaces);
      await wrote(path);
      return hash;
    },
  };
}
