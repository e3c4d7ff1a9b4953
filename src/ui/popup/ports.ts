import type { HandedStory } from '../../app/handed-story.ts';
import type { SaveOrder } from '../../app/save-clip.ts';
import type { Article } from '../../core/model/article.ts';
import type { ClipAnswer, PageAnswer } from '../../core/model/clip-answer.ts';
import type { Draft } from '../../core/model/draft.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { PageBlocks, PageDecision, RuleProposal } from '../../core/model/page-blocks.ts';
import type { PagesSeen } from '../../core/model/pages-seen.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { SiteRule } from '../../core/model/site-rule.ts';
import type { PagesProgress, ReadPage } from '../../core/pages/read-pages.ts';
import type { Post } from '../../core/post/to-post.ts';
import type { StoryCounts } from '../../core/text/story-counts.ts';
import type { DraftBasis } from '../../library/model/rebase-draft.ts';
import type { ParagraphChange } from '../../library/queries/compare-texts.ts';
import type { SlowClip } from '../../platform/slow-clip.ts';
import type { Edit, Scope } from './edit.ts';
import type { Edits } from './typed.ts';

/** The tab that the button was pressed on. */
export interface TabPage {
  readonly title: string;
  readonly url: string;
}

/** A place that the user may pick. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
}

/** Where posts go. */
export interface Place {
  /** All that there are, the downloads first. */
  readonly all: readonly NamedPlace[];
  /** Ids of those that Save writes to: at least one. */
  readonly chosen: readonly string[];
  /** Goes before every path that is shown, of the first one: `Jianbao/`, or a folder's name. */
  readonly root: string;
  /** One whose grant has expired: the click on Save asks for it again. */
  readonly needsGrant: boolean;
}

/** The story as it was clipped before. */
export interface EarlierClip {
  readonly id: string;
  /** Unix milliseconds of the last save. */
  readonly savedAt: number;
  /** The story as the page has it now, with what the user made of it then. */
  readonly draft: Draft;
  /** From the text that was kept to the text of now. */
  readonly changes: readonly ParagraphChange[];
  /** An update replaces a file that cannot be looked at first, to see whether it was changed by hand. */
  readonly replacesUnseen: boolean;
}

/** A clip of the story's address whose text is another story's. */
export interface OtherStory {
  readonly id: string;
  readonly title: string;
}

/** What the library and the connected folders know of a story. */
export interface Known {
  /** The whole story. */
  readonly clip?: EarlierClip;
  /** Without such a clip: what was clipped from this address before. */
  readonly another?: OtherStory;
  /** The very words that are selected now, clipped before. */
  readonly selection?: EarlierClip;
  /** Path of a post of the same story that somebody else put into a connected folder. */
  readonly file?: string;
  /** Tags of earlier clips, the most fitting first. */
  readonly tags: readonly string[];
}

/** What Save hands over. */
export interface SaveRequest {
  readonly article: Article;
  readonly draft: Draft;
  readonly preset: Preset;
  readonly as: SaveOrder['as'];
  /** What the draft began as. Absent: it replaces the clip, whatever that holds. */
  readonly basis?: DraftBasis;
  /** Where it goes; absent: where posts of the preset go. */
  readonly targetIds?: readonly string[];
  readonly part: Scope;
  /** The answer to `renewGrant`. The clip is kept before it, and delivered again after it. */
  readonly renewing: Promise<void>;
  /**
   * Asks for the sites of the pictures and tells the answer; to be called when the clip is kept, as the question may
   * close the popup. Absent where there is nothing to ask for.
   */
  readonly requestSites?: () => Promise<boolean>;
}

/** What became of a save. The clip is kept in any case; the file may have to wait. */
export interface SavedClip {
  readonly id: string;
  /** Where the file is, or will be, as the user knows it. */
  readonly path: string;
  /** Why the file is not written yet. */
  readonly waiting?: Failure;
  /** The name of the place that it is not written to yet, where it is written to another. */
  readonly waitingAt?: string;
  /** Pictures that were to be stored beside the post and stayed links. */
  readonly linkedPictures?: number;
  /** Absent without a folder to show. */
  readonly showInFolder?: () => Promise<void>;
}

/** A page being read. No promise rejects. */
export interface PageReading {
  /** The story as extracted from the page. */
  readonly shown: Promise<PageAnswer>;
  /** Completes it with authors, dates and Markdown. Call it when the story is drawn: what does it loads then. */
  readonly complete: () => Promise<ClipAnswer>;
}

/** What the page's blocks need from the world. */
export interface BlockPorts {
  /** @throws {ClipError} why the page cannot be read. */
  list(): Promise<PageBlocks>;
  /** @throws {ClipError} why the page cannot be read. */
  proposeRule(decision: PageDecision): Promise<RuleProposal>;
  /** Keeps a rule. Returns a function that takes it back. */
  keepRule(rule: SiteRule): Promise<() => Promise<void>>;
  /** Lets the user pick the story, or one more part of it, on the page; closes the popup. */
  pick(what: 'story' | 'part'): Promise<void>;
  /** Lets the user mark passages of the page's story; closes the popup. */
  highlight(story: { readonly url: string; readonly title: string }): Promise<void>;
  /** Forgets what was picked on the page. */
  forgetPick(): Promise<void>;
}

/** What the further pages of a story need from the world. */
export interface PagePorts {
  /** Looks for further pages of the story that the tab shows. Undefined: it has one page. Never rejects. */
  see(): Promise<PagesSeen | undefined>;
  /** Reads and joins them; the story says which are missing. Never rejects. */
  clip(first: ReadPage, onProgress: (progress: PagesProgress) => void, signal: AbortSignal): Promise<Article>;
}

/** The other ways to look at the clip. */
export interface ViewPorts {
  /** Opens the story in a tab of its own, before any save. */
  openReader(story: HandedStory): Promise<void>;
  /** Opens the editor at the side of the window. Called first in a user gesture. Absent where it cannot be done. */
  readonly openAtSide?: () => void;
}

/** All that the popup needs from the world, so that its views and actions can be tested and drawn without one. */
export interface PopupPorts {
  readonly now: () => number;
  /** Reads the page. */
  clip(): PageReading;
  /** Tells how far that is, where it takes long. */
  readonly slow?: Pick<SlowClip, 'follow' | 'stop'> | undefined;
  /** What was typed over this page in an earlier popup and not saved. */
  recall(): Promise<Edits | undefined>;
  /** Keeps what was typed until it is saved: a popup closes at the first click beside it. Absent: nothing is left to keep. */
  remember(typed: Edits | undefined): void;
  /** Where posts of a preset go, or where the user picked. */
  place(presetId: string, picked?: readonly string[]): Promise<Place>;
  findKnown(articles: Edit['articles']): Promise<Known>;
  /** Marks the button, as long as the tab shows this page: it was clipped at that moment, in Unix milliseconds. */
  markClipped(savedAt: number): void | Promise<void>;
  writePost(draft: Draft, preset: Preset): Promise<Post>;
  /** The path that `writePost` returns for the post. */
  pathOfPost(draft: Draft, preset: Preset): Promise<string>;
  /** What the Markdown of a story holds. */
  countStory(markdown: string): Promise<StoryCounts>;
  /**
   * Asks for the grants of places where they have expired. Called first in the click on Save (a user gesture). Resolves
   * when all is answered; what was refused shows in the delivery.
   */
  renewGrant(): Promise<void>;
  /** The addresses of an article's pictures that can be kept beside its post. */
  picturesOf(article: Article): Promise<readonly string[]>;
  /** Of the hosts of these addresses, those that pictures cannot be fetched from yet. */
  hostsToAskFor(urls: readonly string[]): Promise<readonly string[]>;
  /** Begins to ask for the sites of these addresses. Called first in the click on Save (a user gesture). */
  beginRequestSites(urls: readonly string[]): () => Promise<boolean>;
  /** @throws {ClipError} why the clip is not kept. */
  save(request: SaveRequest): Promise<SavedClip>;
  copy(text: string): Promise<void>;
  openLibrary(clipId?: string): void;
  openOptions(): void;
  /** Loads what the page's blocks need. */
  blocks(): Promise<BlockPorts>;
  /** Loads what the further pages of a story need. */
  pages(): Promise<PagePorts>;
  /** Loads what the other views need. */
  views(): Promise<ViewPorts>;
  /** Opens the page on which several pages are clipped, on the links of this one. */
  openBatch(): void;
  /** The editor is in the side panel, which stays open. */
  readonly isAtSide: boolean;
  /** Closes the popup; the side panel stays open. */
  close(): void;
}
