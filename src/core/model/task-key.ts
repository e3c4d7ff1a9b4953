/** Under this key of a page's isolated world a task for the next clip is left (`BlockTask`). */
export const TASK_KEY = 'jianbaoTask';

/** Under this one, what the user has picked on the page (`content/picker/`). It stays until the page is left. */
export const PICK_KEY = 'jianbaoPick';

/** Under this key the extension stores what the user has set for single sites (`settings/site-settings.ts`). */
export const SITES_KEY = 'sites';

/** Under this key the request for a pick is left in a page's isolated world (`PickRequest`). */
export const PICK_REQUEST_KEY = 'jianbaoPickRequest';

/** Under this key the texts of the picker of links are left there (`LinkPickRequest`). */
export const LINK_PICK_KEY = 'jianbaoLinkPick';

/** Under this key what the highlighter is started with is left in a page's isolated world (`HighlightRequest`). */
export const HIGHLIGHT_REQUEST_KEY = 'jianbaoHighlightRequest';

/** Under this one, what the next run of the script for a story's pages is to do (`PagesTask`). */
export const PAGES_KEY = 'jianbaoPages';
