import { urlKeyOf } from '../../library/model/identity.ts';
import type { AddressList } from './address-list.ts';

/** What is known of a story: the archive has it, this run is clipping it, or nothing. */
export type Knowledge = 'kept' | 'claimed' | 'new';

/** The stories of an archive, by address, and those that this run is at work on. */
export class KnownStories {
  readonly #kept: Set<string>;
  readonly #claimed = new Set<string>();
  readonly #list: AddressList | undefined;

  /** @param kept keys of the addresses (`urlKeyOf`) that the archive's posts state. */
  constructor(kept: ReadonlySet<string>, list: AddressList | undefined) {
    this.#kept = new Set([...kept, ...(list?.keys ?? [])]);
    this.#list = list;
  }

  /** Two feeds may have one story: the first that asks for it clips it. */
  claim(address: string): Knowledge {
    const key = urlKeyOf(address);
    if (this.#kept.has(key)) return 'kept';
    if (this.#claimed.has(key)) return 'claimed';
    this.#claimed.add(key);
    return 'new';
  }

  /** Gives claims back: the story could not be clipped. */
  release(addresses: readonly string[]): void {
    for (const address of addresses) this.#claimed.delete(urlKeyOf(address));
  }

  isKept(address: string): boolean {
    return this.#kept.has(urlKeyOf(address));
  }

  /** The story is in the archive under all of these addresses. The first is its own, and is listed. */
  async keep(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) this.#kept.add(urlKeyOf(address));
    this.release(addresses);
    if (addresses[0] !== undefined) await this.#list?.add(addresses[0]);
  }
}
