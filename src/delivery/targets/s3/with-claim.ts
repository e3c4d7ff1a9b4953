import { ClipError } from '../../../core/model/failure.ts';
import { listKeys } from './list-keys.ts';
import type { S3Client } from './s3-client.ts';
import { s3Error } from './s3-error.ts';

/** The folder of claims, below the place's prefix. */
export const CLAIMS = '_claims/';

/** Two that claim at once both step back, and come again after waits that differ. */
const TRIES = 5;
const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 1_200;

/** What has become of a write that was begun under a claim, when it threw: whether it may still arrive. */
export class UncertainWrite extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super('the write may still arrive');
    this.reason = reason;
  }
}

/** What is to be written, and who writes. */
export interface ClaimRequest {
  /** The place's; `key` begins with it. */
  readonly prefix: string;
  readonly key: string;
  /** Names this device and no other: what it left behind it knows again. */
  readonly owner: string;
}

/**
 * Does `work` while every other writer that asks sees that the key is claimed: an object below `_claims/`, looked for
 * again before anything is written. It rests on a list that shows every finished PUT, as it did on each service tried.
 *
 * A claim of somebody else who was interrupted is not broken: that one's write may still arrive. Nor is our own taken
 * away while a write is uncertain; the next attempt finds it and continues under it.
 *
 * @throws {ClipError} `file-locked` where the key stays claimed by another.
 */
export async function withClaim<T>(client: S3Client, request: ClaimRequest, work: () => Promise<T>): Promise<T> {
  const { prefix, key, owner } = request;
  const folder = `${prefix}${CLAIMS}${key.slice(prefix.length)}/`;
  for (let attempt = 1; ; attempt++) {
    const claim = `${folder}${owner}-${crypto.randomUUID()}`;
    await putClaim(client, claim);
    const keys = (await listKeys(client, folder, 'all')).objects.map((object) => object.key);
    const own = keys.filter((each) => each.startsWith(`${folder}${owner}-`));
    if (own.includes(claim) && own.length === keys.length) return workAndRelease(client, own, work);
    await client.send('DELETE', claim);
    if (attempt === TRIES) throw new ClipError('file-locked', key);
    await client.wait(SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT));
  }
}

async function putClaim(client: S3Client, claim: string): Promise<void> {
  const body = new TextEncoder().encode(new Date(client.now()).toISOString());
  const answer = await client.send('PUT', claim, { body });
  if (answer.status !== 200) throw s3Error(answer, client.now());
}

async function workAndRelease<T>(client: S3Client, claims: readonly string[], work: () => Promise<T>): Promise<T> {
  let isUncertain = false;
  try {
    return await work();
  } catch (error) {
    isUncertain = error instanceof UncertainWrite;
    throw error instanceof UncertainWrite ? error.reason : error;
  } finally {
    if (!isUncertain) for (const claim of claims) await client.send('DELETE', claim);
  }
}
