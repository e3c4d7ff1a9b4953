import type { Runtime } from 'webextension-polyfill';
import { ClipError, type Failure, toFailure } from '../core/failure.ts';
import { browser } from './browser.ts';

/** What our pages may ask of the background: a name and a function each. The only message protocol there is. */
export interface Messages {
  /**
   * Delivers what waits in the outbox; answers when all that can be done now is done. `urgent`: also what is to be
   * tried later only.
   */
  drain(urgent: boolean): void;
}

type Name = keyof Messages;
type Handlers = { readonly [N in Name]: (...args: Parameters<Messages[N]>) => Promise<ReturnType<Messages[N]>> };
type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/**
 * Asks the background.
 *
 * @throws {ClipError} what the handler threw, or `unexpected` where no background answered.
 */
export async function ask<N extends Name>(name: N, ...args: Parameters<Messages[N]>): Promise<ReturnType<Messages[N]>> {
  const answer: Answer | undefined = await browser.runtime.sendMessage({ name, args });
  if (!answer) throw new ClipError('unexpected', `the background did not answer “${name}”`);
  if (!answer.ok) throw new ClipError(answer.failure.code, answer.failure.detail);
  return answer.value as ReturnType<Messages[N]>;
}

/**
 * Answers our own pages. A content script is in the page's hands (its renderer may be compromised), so nothing that
 * comes from a tab's web page is heard.
 */
export function answerMessages(handlers: Handlers): void {
  const home = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(home)) return undefined;
    if (!isRequest(message)) return undefined;
    const handle: (...args: never[]) => Promise<unknown> = handlers[message.name];
    return handle(...message.args).then(
      (value): Answer => ({ ok: true, value }),
      (error): Answer => ({ ok: false, failure: toFailure(error) }),
    );
  });

  function isRequest(message: unknown): message is { name: Name; args: never[] } {
    if (typeof message !== 'object' || message === null || !('name' in message) || !('args' in message)) return false;
    return typeof message.name === 'string' && Object.hasOwn(handlers, message.name) && Array.isArray(message.args);
  }
}
