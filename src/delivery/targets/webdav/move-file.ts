import type { HttpAnswer } from '../../http/send-request.ts';
import type { WebdavClient } from './webdav-client.ts';

/** How long a writer that looked before we moved may still move after it, at least, in milliseconds (measured). */
const SETTLING = 300;
const LONGEST_SETTLING = 10_000;

/** A MOVE's answer, and how long to wait before what is at its destination can be trusted. */
export interface Moved {
  readonly answer: HttpAnswer;
  readonly settling: number;
}

/**
 * Moves a file. `Overwrite: F` keeps from moving over another file, but servers look first and move then: of two that
 * move at once, both may be told that they have succeeded, and the later one has. A slow server has a longer gap between
 * the two, so the wait grows with the time that the answer took.
 *
 * @param token of a lock on the destination.
 */
export async function moveFile(
  client: WebdavClient,
  from: string,
  to: string,
  overwrite: boolean,
  token?: string,
): Promise<Moved> {
  const destination = client.urlOf(to);
  const began = client.now();
  const answer = await client.send('MOVE', from, {
    headers: {
      Destination: destination,
      Overwrite: overwrite ? 'T' : 'F',
      ...(token === undefined ? {} : { If: `<${destination}> (<${token}>)` }),
    },
  });
  const settling = Math.min(LONGEST_SETTLING, Math.max(SETTLING, 2 * (client.now() - began)));
  return { answer, settling };
}
