import { urlKeyOf } from '../../library/model/identity.ts';
import type { AddressList } from './address-list.ts';

/** What is known of a story: the archive has it, this run is clipping it, or nothing. */
export type Knowledge = 'kept' | 'claimed' | 'new';

/** The stories of an archive, by address, and those that this run is at work on. */
export class KnownStories {
  readonly #kept: Set<string>;
  readonly #claimed = new Set<string>();
  readonly #list: AddressList | undefined;
  readonly #listed: Set<string>;

  /** @param addresses what the archive's posts state. */
  constructor(addresses: ReadonlySet<string>, list: AddressList | undefined) {
    const listed = list?.addresses ?? new Set();
    const unlisted = [...addresses].filter((address) => !listed.has(address));
    this.#list = list;
    this.#listed = new Set([...listed].map(urlKeyOf));
    // Most posts are listed as they state it: one key serves both.
    this.#kept = new Set([...this.#listed, ...unlisted.map(urlKeyOf)]);
  }

  /** Claims a story for this run. Two feeds may have one: the first that asks for it clips it. */
  claim(address: string): Knowledge {
    const key = urlKeyOf(address);
    if (this.#kept.has(key)) return 'kept';
    if (this.#claimed.has(key)) return 'claimed';
    this.#claimed.add(key);
    return 'new';
  }

  /** Takes claims back: the story could not be clipped. */
  release(addresses: readonly string[]): void {
    for (const address of addresses) this.#claimed.delete(urlKeyOf(address));
  }

  isKept(address: string): boolean {
    return this.#kept.has(urlKeyOf(address));
  }

  /** Notes that the archive has the story under all of these addresses. The first is its own, and is listed. */
  async keep(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) this.#kept.add(urlKeyOf(address));
    this.release(addresses);
    const [own] = addresses;
    if (own === undefined || !this.#list || this.#listed.has(urlKeyOf(own))) return;
    // Before anything is waited for: feeds are followed side by side.
    this.#listed.add(urlKeyOf(own));
    await this.#list.add(own);
  }
}
