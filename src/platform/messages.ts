import type { Runtime } from 'webextension-polyfill';
import { ClipError, type Failure, toFailure } from '../core/model/failure.ts';
import { browser } from './browser.ts';

/** What one side may ask of the other: names and functions, whose arguments and answers are JSON. */
type Protocol<P> = { readonly [N in keyof P]: (...args: never[]) => unknown };

/** The functions that answer a protocol, each a promise. */
export type HandlersOf<P extends Protocol<P>> = {
  readonly [N in keyof P]: (...args: Parameters<P[N]>) => Promise<ReturnType<P[N]>>;
};

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/**
 * Returns a function that asks the background. The message is on its way before that function returns, so it arrives
 * although the page is closed in the same moment.
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

/**
 * Answers the extension's own pages. A content script is not trusted (its renderer may be compromised), so nothing that
 * comes from a tab's web page is answered.
 */
export function answerMessages(handlers: Readonly<Record<string, (...args: never[]) => Promise<unknown>>>): void {
  const home = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(home)) return undefined;
    const handle = isRequest(message) && Object.hasOwn(handlers, message.name) && handlers[message.name];
    if (!handle) return undefined;
    return handle(...message.args).then(
      (value): Answer => ({ ok: true, value }),
      (error): Answer => ({ ok: false, failure: toFailure(error) }),
    );
  });
}

function isRequest(message: unknown): message is { name: string; args: never[] } {
  if (typeof message !== 'object' || message === null || !('name' in message) || !('args' in message)) return false;
  return typeof message.name === 'string' && Array.isArray(message.args);
}
