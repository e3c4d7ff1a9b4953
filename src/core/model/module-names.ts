/** The modules of the clip that only some pages need. */
export const MODULE_NAMES = ['maths', 'code', 'structure', 'european', 'east-asian', 'sites'] as const;

export type ModuleName = (typeof MODULE_NAMES)[number];

/** What finishes a clip: in the popup, and in the page where a clip is made without one. */
export const COMPLETION_MODULE = 'complete';

/** All modules that can be loaded for a clip, each a separate script. */
export const INJECTED_NAMES = [...MODULE_NAMES, COMPLETION_MODULE] as const;

/** The script of the extension that brings a module into a page. */
export function moduleFile(name: (typeof INJECTED_NAMES)[number]): string {
  return `content-${name}.js`;
}
