import * as v from 'valibot';
import { version } from '../../../package.json' with { type: 'json' };
import { ClipError, toFailure } from '../../core/model/failure.ts';
import { ownObject } from '../../core/model/own-object.ts';
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

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const base64 = v.pipe(text, v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const replaces = v.union([v.picklist(['nothing', 'anything']), v.pipe(text, v.regex(/^sha-256:[0-9a-f]{64}$/))]);

/** What each call takes. */
const ARGUMENTS = {
  greet: v.strictTuple([]),
  check: v.strictTuple([text]),
  list: v.strictTuple([text, text]),
  look: v.strictTuple([text, text]),
  read: v.strictTuple([text, text, count]),
  write: v.strictTuple([text, text, base64, replaces]),
} satisfies Record<CallName, v.GenericSchema>;

const request = ownObject({
  id: count,
  call: v.picklist(Object.keys(ARGUMENTS) as CallName[]),
  args: v.array(v.unknown()),
});

/** Yields the answers to one message: the parts of what was asked for, or the one that says why not. */
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
  const read = v.safeParse(request, message);
  return read.success && v.is(ARGUMENTS[read.output.call], read.output.args);
}

function idOf(message: unknown): number | null {
  const read = v.safeParse(ownObject({ id: count }), message);
  return read.success ? read.output.id : null;
}
