import { version } from '../../../package.json' with { type: 'json' };
import { ClipError, toFailure } from '../../core/model/failure.ts';
import { type Check, isRecord, isText, own } from '../../core/model/field-checks.ts';
import {
  type Answer,
  type CallName,
  PART_ENTRIES,
  PROTOCOL,
  type Request,
} from '../../delivery/targets/companion/protocol.ts';
import type { Disk } from './disk.ts';

/** The one folder, and its whole path, by which calls name it. */
export interface ServedFolder {
  readonly folder: string;
  readonly disk: Disk;
}

const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isBase64: Check = (value) => isText(value) && /^[A-Za-z0-9+/]*={0,2}$/.test(String(value));
const isReplaces: Check = (value) =>
  value === 'nothing' || value === 'anything' || (isText(value) && /^sha-256:[0-9a-f]{64}$/.test(String(value)));

/** What each call takes. */
const ARGUMENTS: Readonly<Record<CallName, readonly Check[]>> = {
  greet: [],
  check: [isText],
  list: [isText, isText],
  look: [isText, isText],
  read: [isText, isText, isCount],
  write: [isText, isText, isBase64, isReplaces],
};

/** The answers to one message: the parts of what was asked for, or the one that says why not. */
export async function* answerCall(message: unknown, served: ServedFolder): AsyncGenerator<Answer> {
  if (!isRequest(message)) {
    yield { id: idOf(message), ok: false, failure: { code: 'unexpected', detail: 'no such call' } };
    return;
  }
  const { id } = message;
  try {
    let part: unknown;
    let parts = 0;
    for await (const next of valuesFor(message, served)) {
      if (parts++ > 0) yield { id, ok: true, value: part, more: true };
      part = next;
    }
    yield { id, ok: true, value: part };
  } catch (error) {
    yield { id, ok: false, failure: toFailure(error) };
  }
}

async function* valuesFor(request: Request, { folder, disk }: ServedFolder): AsyncGenerator<unknown> {
  if (request.call === 'greet') {
    yield { protocol: PROTOCOL, version, folder };
    return;
  }
  if (request.args[0] !== folder) throw new ClipError('folder-gone', `the companion writes to ${folder}`);
  switch (request.call) {
    case 'check':
      await disk.check();
      yield null;
      return;
    case 'list': {
      const entries = await disk.list(request.args[1]);
      for (let at = 0; at < entries.length; at += PART_ENTRIES) yield entries.slice(at, at + PART_ENTRIES);
      if (entries.length === 0) yield [];
      return;
    }
    case 'look':
      yield (await disk.look(request.args[1])) ?? null;
      return;
    case 'read': {
      const [, path, limit] = request.args;
      let isEmpty = true;
      for await (const part of disk.read(path, limit)) {
        isEmpty = false;
        yield part.toString('base64');
      }
      if (isEmpty) yield '';
      return;
    }
    case 'write': {
      const [, path, content, replaces] = request.args;
      yield await disk.write(path, Buffer.from(content, 'base64'), replaces);
    }
  }
}

function isRequest(message: unknown): message is Request {
  if (!isRecord(message) || idOf(message) === null) return false;
  const [call, args] = [own(message, 'call'), own(message, 'args')];
  if (!Array.isArray(args) || typeof call !== 'string' || !Object.hasOwn(ARGUMENTS, call)) return false;
  const checks = ARGUMENTS[call as CallName];
  return args.length === checks.length && checks.every((check, n) => check(args[n]));
}

function idOf(message: unknown): number | null {
  const id = isRecord(message) ? own(message, 'id') : null;
  return isCount(id) ? Number(id) : null;
}
