/** The modules of the clip that only some pages need. */
export const MODULE_NAMES = ['maths', 'code', 'structure', 'european', 'east-asian', 'sites', 'authors'] as const;

export type ModuleName = (typeof MODULE_NAMES)[number];

/** What finishes a clip: in the popup, and in the page where a clip is made without one. */
export const COMPLETION_MODULE = 'complete';

/** What is said of a post before it is written. Only the popup loads it. */
export const PLAN_MODULE = 'plan';

/** Judges what the page answers. Only the popup loads it. */
export const CHECK_MODULE = 'check';

/** The user's own rules and the list of a page's blocks: injected where there is a rule, or the list is asked for. */
export const BLOCKS_MODULE = 'blocks';

/** Lets the user pick a part of the page. */
export const PICKER_MODULE = 'picker';

/** Lets the user mark passages of the page. */
export const HIGHLIGHTER_MODULE = 'highlighter';

/** Finds, reads and joins the further pages of a story. */
export const PAGES_MODULE = 'pages';

/** All modules that can be loaded for a clip, each a separate script. */
export const INJECTED_NAMES = [
  ...MODULE_NAMES,
  COMPLETION_MODULE,
  PLAN_MODULE,
  CHECK_MODULE,
  BLOCKS_MODULE,
  PICKER_MODULE,
  HIGHLIGHTER_MODULE,
  PAGES_MODULE,
] as const;

/** The script of the extension that brings a module into a page. */
export function moduleFile(name: (typeof INJECTED_NAMES)[number]): string {
  return `content-${name}.js`;
}
