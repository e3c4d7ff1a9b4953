/** What a feed says, whatever its format. Plain data; texts are decoded once, addresses are absolute. */
export interface Feed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  readonly title: string;
  /** BCP 47 tag as the feed declares it; empty where it declares none. */
  readonly language: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** What the feed knows the item by: its guid, else its address. Never its date, which changes. */
  readonly id: string;
  /** The story's address, wrappers and tracking taken off. Absent where the feed states none. */
  readonly url?: string;
  /** Plain text; may be empty. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** When it was published, as written; empty where the feed does not say. */
  readonly date: string;
  /** The item's own text as HTML, the longest that it has: content before description. Empty where it has none. */
  readonly html: string;
  /** What relative addresses in `html` start from. */
  readonly base: string;
  /** Its picture where `html` shows none. */
  readonly picture?: string;
  /** The item is a video: its text is a description, and its page has no story. */
  readonly isVideo: boolean;
}
