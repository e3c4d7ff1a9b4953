/** A feed that is followed, and what its stories become. */
export interface Subscription {
  /** The feed's address. */
  readonly url: string;
  /** The publisher's name, in place of the one that its pages state. */
  readonly site?: string;
  /** Tags of its posts beside the site's name. */
  readonly tags: readonly string[];
  /** Id of a preset. */
  readonly preset?: string;
  /** IANA zone of times that state none. */
  readonly zone?: string;
  /** Where the text of a story is from: its page, or the feed itself where the feed has it whole. */
  readonly text: 'page' | 'feed';
  /** How many new stories are clipped in one run; the others wait for the next. */
  readonly max?: number;
  /** Only stories with one of these words in title or text. Empty: all. */
  readonly include: readonly string[];
  /** No story with one of these words. */
  readonly exclude: readonly string[];
}
