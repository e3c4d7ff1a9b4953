import * as v from 'valibot';
import { highlightSchema } from '../core/model/highlight-schema.ts';
import { ownObject } from '../core/model/own-object.ts';
import { pickRequestSchema } from '../core/model/pick-request.ts';
import type { FeedStories } from '../feeds/stories-of-feed.ts';
import type { ProtocolOf } from '../platform/messages.ts';

/** All that our pages ask of the background, with the arguments that each request takes. */
export const backgroundRequests = {
  /**
   * Delivers what waits in the outbox; answers when all that can be done now is done. The argument, `urgent`: also what
   * is to be tried later only.
   */
  drain: v.tuple([v.boolean()]),
  /** Tries again what a closed popup was to save, and delivers it. */
  finishSaves: v.tuple([]),
  /** Lets the user pick a block on the page of a tab; answers when the page has been asked. */
  pick: v.tuple([v.number(), pickRequestSchema]),
  /** Checks followed feeds now, due or not. The argument: their addresses; without any, only the alarm is set anew. */
  checkFeeds: v.tuple([v.array(v.string())]),
  /** Reads a feed's text, fetched from an address: the background has the parser, and no page needs a second one. */
  readFeed: v.tuple([v.string(), v.string()]),
  /** Lets the user mark passages on the page of a tab, of this story; answers when that can begin. */
  highlight: v.tuple([v.number(), ownObject({ url: v.string(), title: v.string() })]),
};

/** What the highlighter asks of the background, from the page that it is in. */
export const highlighterRequests = {
  putHighlight: v.tuple([highlightSchema]),
  removeHighlight: v.tuple([v.string()]),
  /** It was closed. */
  endHighlights: v.tuple([]),
};

export interface BackgroundRequests extends ProtocolOf<typeof backgroundRequests> {
  readFeed(text: string, url: string): FeedStories;
}
