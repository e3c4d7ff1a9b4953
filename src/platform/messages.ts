import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { ClipError, type Failure, toFailure } from '../core/model/failure.ts';
import { browser } from './browser.ts';

/** What one side may ask of the other: names and functions, whose arguments and answers are JSON. */
type Protocol<P> = { readonly [N in keyof P]: (...args: never[]) => unknown };

/** A schema for the arguments of each request. */
type ArgumentSchemas = Readonly<Record<string, v.GenericSchema<unknown[]>>>;

/** The protocol that the schemas of its arguments describe. */
export type ProtocolOf<S extends ArgumentSchemas> = {
  readonly [N in keyof S]: (...args: v.InferOutput<S[N]>) => void;
};

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/**
 * Returns a function that asks the background. Await its answer before the page is closed: Chromium drops a message to a
 * worker that sleeps where the sender closes before the worker runs (findings/chromium-drops-message-to-sleeping-worker.sh).
 *
 * @throws {ClipError} (the function) what the handler threw, or `unexpected` where no background answered.
 */
export function askerOf<P extends Protocol<P>>() {
  return async <N extends keyof P & string>(name: N, ...args: Parameters<P[N]>): Promise<ReturnType<P[N]>> => {
    const answer: Answer | undefined = await browser.runtime.sendMessage({ name, args });
    if (!answer) throw new ClipError('unexpected', `the background did not answer “${name}”`);
    if (!answer.ok) throw new ClipError(answer.failure.code, answer.failure.detail);
    return answer.value as ReturnType<P[N]>;
  };
}

const requestSchema = v.object({ name: v.string(), args: v.array(v.unknown()) });

/** Answers a request; undefined where its arguments are not those that it takes. */
export type RequestHandler = (args: unknown) => Promise<unknown> | undefined;

/** A handler that is called only with arguments that their schema takes. */
export function checkedHandler<Args extends unknown[]>(
  schema: v.GenericSchema<unknown, Args>,
  handle: (...args: Args) => Promise<unknown>,
): RequestHandler {
  return (args) => {
    const read = v.safeParse(schema, args);
    return read.success ? handle(...read.output) : undefined;
  };
}

/**
 * Answers our scripts in the pages of tabs. Such a script is not trusted, as its renderer may be compromised: a handler
 * lets it change only what the user asked for in that tab, and returns nothing of the user's.
 */
export function answerTabs(
  handlers: Readonly<Record<string, (tab: AskingTab, args: unknown) => Promise<unknown> | undefined>>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const { id, tab, url, frameId } = sender;
    if (id !== browser.runtime.id || tab?.id === undefined || url === undefined || frameId !== 0) return undefined;
    if (!v.is(requestSchema, message) || !Object.hasOwn(handlers, message.name)) return undefined;
    return handlers[message.name]?.({ id: tab.id, url }, message.args);
  });
}

/** The tab whose page asks, and the page's address as the browser knows it. */
export interface AskingTab {
  readonly id: number;
  readonly url: string;
}

/**
 * Answers the extension's own pages. A content script is not trusted (its renderer may be compromised), so nothing that
 * comes from a tab's web page is answered.
 */
export function answerMessages(handlers: Readonly<Record<string, RequestHandler>>): void {
  const home = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(home)) return undefined;
    if (!v.is(requestSchema, message) || !Object.hasOwn(handlers, message.name)) return undefined;
    return handlers[message.name]?.(message.args)?.then(
      (value): Answer => ({ ok: true, value }),
      (error): Answer => ({ ok: false, failure: toFailure(error) }),
    );
  });
}
