import * as v from 'valibot';
import { ClipError, type FailureCode } from '../../../core/model/failure.ts';
import type { NativePort } from '../../../core/model/native-port.ts';
import { type CallName, type Calls, COMPANION_FAILURES, type Greeting, PROTOCOL } from './protocol.ts';

/** The companion as the extension uses it: started at the first question, ended when none is asked any more. */
export interface Companion {
  /** Restarts it and returns its current identity and configuration. */
  greet(): Promise<Greeting>;
  /**
   * The parts of the answer to a call.
   *
   * @throws {ClipError} `folder-permission` (the extension may not start it), `companion-missing`, `companion-lost`,
   * `companion-outdated`, or what the companion itself answered.
   */
  ask<N extends CallName>(call: N, ...args: Parameters<Calls[N]>): Promise<readonly ReturnType<Calls[N]>[]>;
}

/** A companion with nothing to do is ended after so many milliseconds: it would keep the background awake. */
const IDLE = 5_000;

/** One that has been asked and says nothing for so long is taken for dead. */
const SILENCE = 60_000;

/** @param connect starts the companion. @throws {ClipError} `folder-permission`, `companion-lost` */
export function createCompanion(connect: () => Promise<NativePort>): Companion {
  let line: Promise<Line> | undefined;

  function open(): Promise<Line> {
    const forget = (): void => {
      if (line === opening) line = undefined;
    };
    const opening: Promise<Line> = connect().then((port) => openLine(port, forget));
    opening.catch(forget);
    line = opening;
    return opening;
  }

  return {
    async greet() {
      const before = await line;
      if (before?.isIdle()) before.close();
      return (await (line ?? open())).greeting;
    },
    async ask<N extends CallName>(call: N, ...args: Parameters<Calls[N]>) {
      const opened = await (line ?? open());
      await opened.greeting;
      // The protocol's own table says what a call answers.
      return (await opened.ask(call, args)) as readonly ReturnType<Calls[N]>[];
    },
  };
}

interface Line {
  readonly greeting: Promise<Greeting>;
  ask(call: CallName, args: readonly unknown[]): Promise<readonly unknown[]>;
  isIdle(): boolean;
  close(): void;
}

interface Waiting {
  readonly parts: unknown[];
  resolve(parts: readonly unknown[]): void;
  reject(error: ClipError): void;
}

function openLine(port: NativePort, onClose: () => void): Line {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let heard = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(code: FailureCode, reason: string): void {
    clearTimeout(timer);
    onClose();
    for (const { reject } of waiting.values()) reject(new ClipError(code, reason));
    waiting.clear();
  }

  function close(reason = 'closed'): void {
    port.close();
    end('companion-lost', reason);
  }

  function watchTheClock(): void {
    clearTimeout(timer);
    timer = setTimeout(() => close('it did not answer'), waiting.size === 0 ? IDLE : SILENCE);
  }

  function ask(call: CallName, args: readonly unknown[]): Promise<readonly unknown[]> {
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { parts: [], resolve, reject });
      watchTheClock();
      port.send({ id, call, args });
    });
  }

  port.onMessage((message) => {
    heard = true;
    const read = v.safeParse(answerSchema, message);
    if (!read.success || read.output.id === null) return;
    const answer = read.output;
    const asked = waiting.get(read.output.id);
    if (answer.ok) asked?.parts.push(answer.value);
    if (!answer.ok || !answer.more) waiting.delete(read.output.id);
    watchTheClock();
    if (!answer.ok) asked?.reject(new ClipError(answer.failure.code, answer.failure.detail));
    else if (!answer.more) asked?.resolve(asked.parts);
  });
  port.onEnd((reason) => end(heard ? 'companion-lost' : 'companion-missing', reason));

  const greeting = ask('greet', []).then(([value]) => {
    if (v.is(greetingSchema, value)) return value;
    close('it speaks another protocol');
    throw new ClipError('companion-outdated', JSON.stringify(value));
  });
  return { greeting, ask, isIdle: () => waiting.size === 0, close };
}

const answerSchema = v.variant('ok', [
  v.object({ id: v.number(), ok: v.literal(true), value: v.optional(v.unknown()), more: v.optional(v.literal(true)) }),
  v.object({
    id: v.nullable(v.number()),
    ok: v.literal(false),
    failure: v.object({
      code: v.fallback(v.picklist([...COMPANION_FAILURES]), 'unexpected'),
      detail: v.fallback(v.string(), ''),
    }),
  }),
]);

const greetingSchema = v.object({ protocol: v.literal(PROTOCOL), version: v.string(), folder: v.string() });
