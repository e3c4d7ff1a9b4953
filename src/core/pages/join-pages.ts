import { contentOf } from '../article-of-story.ts';
import type { Article } from '../model/article.ts';
import { dropRepeats } from './drop-repeats.ts';
import type { PagesRead } from './read-pages.ts';
import { withPages } from './with-pages.ts';

export interface JoinTools {
  /** Parses the HTML of an article into an element whose children are the story. */
  readonly parse: (html: string) => HTMLElement;
  readonly toMarkdown: (story: Element) => string;
}

/**
 * Joins the pages of a story into one article: the fields of its first page, the text of all, without what pages repeat.
 * The numbers of missing pages are named in it.
 */
export function joinPages({ pages, missing }: PagesRead, { parse, toMarkdown }: JoinTools): Article {
  const [first] = pages;
  if (!first) throw new Error('no page to join');
  if (pages.length === 1) return withPages(first.article, [first.number], missing);
  const roots = pages.map(({ article }) => parse(article.html));
  dropRepeats(roots, first.article);
  separateIds(roots);
  const [root, ...others] = roots;
  if (!root) throw new Error('no page to join');
  for (const other of others) root.append(...Array.from(other.childNodes));
  const markdown = toMarkdown(root);
  const warnings = [...new Set(pages.flatMap(({ article }) => article.warnings))];
  const joined: Article = {
    ...first.article,
    ...contentOf(root),
    markdown,
    trace: pages.flatMap(({ article }) => article.trace),
    warnings: warnings.filter((warning) => first.article.warnings.includes(warning) || !warning.startsWith('date-')),
  };
  return withPages(
    joined,
    pages.map(({ number }) => number),
    missing,
  );
}

/** Each page counts its notes anew: those of later pages get ids of their own. */
function separateIds(roots: readonly Element[]): void {
  const taken = new Set<string>();
  for (const [at, root] of roots.entries()) {
    const renamed = new Map<string, string>();
    for (const element of Array.from(root.querySelectorAll('[id]'))) {
      if (taken.has(element.id)) {
        renamed.set(element.id, `${element.id}-p${at + 1}`);
        element.id = `${element.id}-p${at + 1}`;
      }
    }
    for (const link of Array.from(root.querySelectorAll('a[href^="#"]'))) {
      const id = renamed.get(link.getAttribute('href')?.slice(1) ?? '');
      if (id !== undefined) link.setAttribute('href', `#${id}`);
    }
    for (const element of Array.from(root.querySelectorAll('[id]'))) taken.add(element.id);
  }
}
