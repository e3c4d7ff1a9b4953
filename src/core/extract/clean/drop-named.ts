import type { NameTable } from './names.ts';
import { type PassContext, remove } from './pass.ts';

/** Above this share of the page's prose an element holds (part of) the story, whatever it is called. */
const STORY_SHARE = 0.3;

const NEVER = new Set(['HTML', 'BODY', 'MAIN']);

/** True where an element is likely to hold the story or a good part of it, so that its name must not condemn it. */
export function holdsStory(element: Element, context: PassContext, share = STORY_SHARE): boolean {
  if (NEVER.has(element.tagName)) return true;
  if (element.tagName === 'ARTICLE') share /= 3;
  return context.measure.proseShare(element) > share;
}

/** Removes the elements whose class or id holds a word of the table, unless they hold the story. */
export function dropNamed(pass: string, table: NameTable, root: Element, context: PassContext, share?: number): void {
  for (const { element, word } of context.names.find(table)) {
    if (!root.contains(element) || holdsStory(element, context, share)) continue;
    remove(element, pass, `named "${word}"`, context);
  }
}
