import type { clipDocument } from '../clip-document.ts';
import type { completeArticle } from '../complete-article.ts';
import type { toMarkdown } from '../markdown/to-markdown.ts';
import type { isPageAnswer } from '../model/clip-answer.ts';
import type { Modules } from '../model/modules.ts';
import type { BlockSession } from '../model/page-blocks.ts';
import type { pathOfPost } from '../post/path-of-post.ts';
import type { countStory } from '../text/story-counts.ts';
import type { modulesOf, requiredModules } from './modules.ts';

/** What the extension's scripts load for one another: what only some pages need, and what completes a clip. */
export interface RegisteredModules extends Modules {
  /** What clips a document, brought by the content script: for pages of the extension, and for further pages of a story. */
  readonly clip: {
    readonly clipDocument: typeof clipDocument;
    readonly modulesOf: typeof modulesOf;
    readonly requiredModules: typeof requiredModules;
  };
  readonly complete: {
    readonly completeArticle: typeof completeArticle;
    readonly toMarkdown: typeof toMarkdown;
  };
  readonly plan: {
    readonly pathOfPost: typeof pathOfPost;
    readonly countStory: typeof countStory;
  };
  readonly check: typeof isPageAnswer;
  /** Begins what the task that was left in the page asks for, where one was left. */
  readonly blocks: (copy: Document, url: string) => BlockSession | undefined;
}

const KEY = 'jianbaoModules';

/**
 * The modules that were brought into a world.
 *
 * @param scope the world's global object. Own properties of it only: an element of that name (`<p id="jianbaoModules">`)
 *   is not a module. The page's scripts run in a separate world.
 */
export function registeredModules(scope: object): Partial<RegisteredModules> {
  return Object.hasOwn(scope, KEY) ? Reflect.get(scope, KEY) : {};
}

/** Puts a module where the clip finds it. */
export function registerModule(scope: object, module: Partial<RegisteredModules>): void {
  Object.defineProperty(scope, KEY, { value: { ...registeredModules(scope), ...module }, configurable: true });
}

/** Returns a module and removes it: the caller alone has it. Undefined where no script has brought it. */
export function takeModule<Name extends keyof RegisteredModules>(
  scope: object,
  name: Name,
): RegisteredModules[Name] | undefined {
  const { [name]: module, ...others } = registeredModules(scope);
  Object.defineProperty(scope, KEY, { value: others, configurable: true });
  return module;
}

/** Removes what completes a clip: the next asker for a clip of this page may complete it elsewhere, as the popup does. */
export function removeCompletion(scope: object): void {
  Reflect.deleteProperty(registeredModules(scope), 'complete');
}
