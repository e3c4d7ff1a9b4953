import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ClipError } from '../core/model/failure.ts';
import { foldPath } from '../core/text/fold-path.ts';
import { codeOf, unlessMissing } from './write-whole.ts';

/** A holder that works on says so this often, in milliseconds. */
const SIGN_OF_LIFE = 2_000;
/** A lock without a sign of life for so long is of a process that was killed, in milliseconds. */
const DEAD_AFTER = 15_000;
/** How long a lock is waited for, in milliseconds; a call to the companion is given up after a minute. */
const WAIT = 45_000;

/** Who holds a lock. */
interface Holder {
  /** The machine, since it was started, and its space of process ids: only there does `pid` name a process. */
  readonly machine: string;
  readonly pid: number;
  readonly token: string;
}

/** Tokens of the locks that this process holds. */
const held = new Set<string>();

/**
 * Does work while no other process that asks for the lock of the same file can: a lock file beside it, created
 * exclusively, so that it holds across containers and machines that share a volume too. A lock that a killed process
 * left is taken over: at once where its process is known to be gone, else once it has shown no sign of life for
 * a while. That while is measured on the waiting process's own clock: clocks that differ or jump do not matter.
 *
 * `proper-lockfile` judges age by the clock, and two waiters that find one stale lock can both take it over.
 *
 * @param work is given a check that throws `file-changed` where the lock was lost meanwhile (a machine that slept).
 * @param patience how long the lock is waited for, in milliseconds.
 * @throws {ClipError} `file-changed` where the lock cannot be had in time; the system's error.
 */
export async function withFileLock<T>(
  place: string,
  work: (refuseLost: () => Promise<void>) => Promise<T>,
  patience = WAIT,
): Promise<T> {
  const path = lockPath(place);
  const token = await acquire(path, place, patience);
  const sign = setInterval(() => void sayAlive(path), SIGN_OF_LIFE);
  const refuseLost = async (): Promise<void> => {
    if ((await holderOf(path))?.token !== token) throw new ClipError('file-changed', `${place}: the lock was lost`);
  };
  try {
    return await work(refuseLost);
  } finally {
    clearInterval(sign);
    held.delete(token);
    if ((await holderOf(path))?.token === token) await rm(path, { force: true });
  }
}

/** Names that differ in case or Unicode form only are one file on some systems, and have one lock. */
function lockPath(place: string): string {
  const name = foldPath(basename(place));
  return join(dirname(place), `.jianbao-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`);
}

async function acquire(path: string, place: string, patience: number): Promise<string> {
  const token = randomUUID();
  const start = performance.now();
  let watched = { trace: '', since: start };
  while (!(await create(path, token))) {
    const trace = await traceOf(path);
    const now = performance.now();
    if (trace !== watched.trace) watched = { trace, since: now };
    if (isGone(await holderOf(path)) || now - watched.since > DEAD_AFTER) await takeAway(path, trace);
    else if (now - start > patience) throw new ClipError('file-changed', `${place}: another program is writing it`);
    else await setTimeout(5 + Math.random() * 20);
  }
  held.add(token);
  return token;
}

async function create(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify({ machine: MACHINE, pid: process.pid, token } satisfies Holder), {
      flag: 'wx',
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    await rm(path, { force: true }); // A full disk leaves it empty.
    throw error;
  }
}

/** What a lock file is at this moment: another holder or a sign of life make another. Empty where it is gone. */
async function traceOf(path: string): Promise<string> {
  const facts = await stat(path, { bigint: true }).catch(unlessMissing);
  return facts ? `${facts.ino} ${facts.mtimeNs}` : '';
}

/** Nothing where the lock is free, or is being created this moment. */
async function holderOf(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(unlessMissing);
  try {
    return text ? (JSON.parse(text) as Holder) : undefined;
  } catch {
    return undefined; // Half written.
  }
}

function isGone(holder: Holder | undefined): boolean {
  if (holder?.machine !== MACHINE) return false;
  return holder.pid === process.pid ? !held.has(holder.token) : !isRunning(holder.pid);
}

/** Moves a dead lock aside and looks at it there: what another waiter has taken over meanwhile is put back. */
async function takeAway(path: string, trace: string): Promise<void> {
  const aside = join(dirname(path), `.jianbao-${randomUUID()}.tmp`);
  if ((await traceOf(path)) !== trace) return;
  await rename(path, aside).catch(unlessMissing);
  if ((await traceOf(aside)) === trace) return rm(aside, { force: true });
  await rename(aside, path).catch(unlessMissing);
}

async function sayAlive(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(noticedLater);
}

/** A lock that is gone, or cannot be touched, is found to be lost when the file takes its place. */
function noticedLater(): void {}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const MACHINE = machineName();

function machineName(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return randomUUID(); // No process id means anything: locks are judged by their signs of life alone.
  }
}
