import { readFile } from 'node:fs/promises';
import { readSubscriptions, SubscriptionError, subscriptionTo } from '../../feeds/read-subscriptions.ts';
import type { Subscription } from '../../feeds/subscription.ts';
import { CliError } from '../failure-sentence.ts';
import { withoutPassword } from '../without-password.ts';
import { codeOf } from '../write-whole.ts';

/**
 * The subscriptions that a command line names: lists of them (`subs.json`, OPML, plain), and addresses of feeds. Each
 * feed once, as it is said of first.
 *
 * @param complain gets a sentence for what was passed over.
 * @throws {CliError}
 */
export async function loadSubscriptions(
  inputs: readonly string[],
  complain: (sentence: string) => void,
): Promise<Subscription[]> {
  const all = new Map<string, Subscription>();
  for (const input of inputs) {
    const subscriptions = /^https?:\/\//i.test(input) ? [addressed(input)] : await listed(input, complain);
    for (const subscription of subscriptions) {
      if (!all.has(subscription.url)) all.set(subscription.url, subscription);
    }
  }
  return [...all.values()];
}

function addressed(input: string): Subscription {
  if (!URL.canParse(input)) throw new CliError(`${withoutPassword(input)} is not a web address.`);
  return subscriptionTo(input);
}

async function listed(path: string, complain: (sentence: string) => void): Promise<readonly Subscription[]> {
  try {
    const { subscriptions, remarks } = readSubscriptions(await readFile(path, 'utf8'));
    for (const remark of remarks) complain(`${path}: ${remark}.`);
    return subscriptions;
  } catch (error) {
    if (error instanceof SubscriptionError) throw new CliError(`${path}: ${error.message}.`);
    if (codeOf(error) === 'ENOENT') throw new CliError(`There is no file ${path}; an address is written https://…`);
    throw error;
  }
}
