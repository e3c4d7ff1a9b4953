import { readFile } from 'node:fs/promises';
import { legacyHookDecode } from '@exodus/bytes/encoding.js';
import { decodeFeed } from '../../feeds/decode-feed.ts';
import {
  readSubscriptions,
  SubscriptionError,
  type SubscriptionList,
  subscriptionTo,
} from '../../feeds/read-subscriptions.ts';
import type { Subscription } from '../../feeds/subscription.ts';
import { CliError } from '../failure-sentence.ts';
import { withoutPassword } from '../without-password.ts';
import { codeOf } from '../write-whole.ts';

/** What a command line names. */
export interface LoadedSubscriptions {
  /** Each feed once, as its first entry describes it. */
  readonly subscriptions: readonly Subscription[];
  /** Whether an entry of a list was passed over: a person should look at it. */
  readonly isPartial: boolean;
}

/**
 * Returns the subscriptions that a command line names: lists of them (`subs.json`, OPML, plain), and addresses of feeds.
 *
 * @param complain receives a sentence for each key or entry that was passed over.
 * @throws {CliError} where a list cannot be read, or names no feed.
 */
export async function loadSubscriptions(
  inputs: readonly string[],
  complain: (sentence: string) => void,
): Promise<LoadedSubscriptions> {
  const all = new Map<string, Subscription>();
  let isPartial = false;
  for (const input of inputs) {
    const { subscriptions, unusable } = /^https?:\/\//i.test(input) ? addressed(input) : await listed(input, complain);
    isPartial ||= unusable.length > 0;
    for (const subscription of subscriptions) {
      if (!all.has(subscription.url)) all.set(subscription.url, subscription);
    }
  }
  return { subscriptions: [...all.values()], isPartial };
}

type Named = Pick<SubscriptionList, 'subscriptions' | 'unusable'>;

function addressed(input: string): Named {
  if (!URL.canParse(input)) throw new CliError(`${withoutPassword(input)} is not a web address.`);
  return { subscriptions: [subscriptionTo(input)], unusable: [] };
}

async function listed(path: string, complain: (sentence: string) => void): Promise<Named> {
  try {
    const list = readSubscriptions(decodeFeed(await readFile(path), '', legacyHookDecode));
    for (const sentence of [...list.remarks, ...list.unusable]) complain(`${path}: ${sentence}.`);
    return list;
  } catch (error) {
    if (error instanceof SubscriptionError) throw new CliError(`${path}: ${error.message}.`);
    if (codeOf(error) === 'ENOENT') throw new CliError(`There is no file ${path}; an address is written https://…`);
    if (codeOf(error) === 'EISDIR') throw new CliError(`${path} is a folder; name the list of feeds in it.`);
    throw error;
  }
}
