import { urlKeyOf } from '../../library/model/identity.ts';
import type { AddressList } from './address-list.ts';

/** What is known of a story: the archive has it, this run is clipping it, or nothing. */
export type Knowledge = 'kept' | 'claimed' | 'new';

/** The stories of an archive, by address, and those that this run is at work on. */
export class KnownStories {
  readonly #kept = new Set<string>();
  readonly #claimed = new Set<string>();
  readonly #readArchive: () => Promise<ReadonlySet<string>>;
  readonly #list: AddressList | undefined;
  #listed: Set<string> | undefined;
  #reading: Promise<void> | undefined;
  #isRead = false;

  /** @param readArchive returns what the archive's posts state; called at most once. */
  constructor(readArchive: () => Promise<ReadonlySet<string>>, list: AddressList | undefined) {
    this.#readArchive = readArchive;
    this.#list = list;
  }

  /** Reads the archive, before anything is asked about a story. A run that finds nothing new does without. */
  read(): Promise<void> {
    this.#reading ??= this.#readOnce();
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const listed = this.#list?.addresses ?? new Set();
    const addresses = await this.#readArchive();
    for (const key of this.#keysOfList()) this.#kept.add(key);
    // Most posts are listed as they state it: one key serves both.
    for (const address of addresses) if (!listed.has(address)) this.#kept.add(urlKeyOf(address));
    this.#isRead = true;
  }

  #keysOfList(): Set<string> {
    this.#listed ??= new Set([...(this.#list?.addresses ?? [])].map(urlKeyOf));
    return this.#listed;
  }

  /** Claims a story for this run. Two feeds may have one: the first that asks for it clips it. */
  claim(address: string): Knowledge {
    if (this.isKept(address)) return 'kept';
    const key = urlKeyOf(address);
    if (this.#claimed.has(key)) return 'claimed';
    this.#claimed.add(key);
    return 'new';
  }

  /** Takes claims back: the story could not be clipped. */
  release(addresses: readonly string[]): void {
    for (const address of addresses) this.#claimed.delete(urlKeyOf(address));
  }

  isKept(address: string): boolean {
    if (!this.#isRead) throw new Error('the archive was not read');
    return this.#kept.has(urlKeyOf(address));
  }

  /** Notes that the archive has the story under all of these addresses. The first is its own, and is listed. */
  async keep(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) this.#kept.add(urlKeyOf(address));
    this.release(addresses);
    const [own] = addresses;
    if (own === undefined || !this.#list || this.#keysOfList().has(urlKeyOf(own))) return;
    // Before anything is waited for: feeds are followed side by side.
    this.#keysOfList().add(urlKeyOf(own));
    await this.#list.add(own);
  }
}
