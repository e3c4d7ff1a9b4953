import { type DeliveryDeps, type DrainResult, drain } from './deliver.ts';

/** The part of the Web Locks API that is used. */
export interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

const LOCK = 'jianbao-drain';

/**
 * A drain that runs once at a time across the worker and all pages. Calls while one is waiting for its turn share
 * that turn: after it nothing that was queued before the call is left untried.
 */
export function createDrain(deps: DeliveryDeps, locks: Locks): (urgent?: boolean) => Promise<DrainResult> {
  let waiting: Promise<DrainResult> | undefined;
  let urgency = false;

  return (urgent = false) => {
    urgency ||= urgent;
    waiting ??= locks.request(LOCK, () => {
      const turn = urgency;
      waiting = undefined;
      urgency = false;
      return drain(deps, turn, new AbortController().signal);
    });
    return waiting;
  };
}
