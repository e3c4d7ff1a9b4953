import { Readability } from '@mozilla/readability';
import type { ArticleWarning, Removal } from '../article.ts';
import type { ClipContext } from '../clip-document.ts';
import { ClipError } from '../failure.ts';
import type { PageMetadata } from './metadata/metadata.ts';

export interface Body {
  /** The element whose children are the story. */
  readonly root: HTMLElement;
  readonly trace: readonly Removal[];
  readonly warnings: readonly ArticleWarning[];
}

/**
 * Finds the story in the page and takes everything else out of it.
 *
 * @throws {ClipError} `no-article` where no block of the page reads like a story.
 */
export function extractBody(document: Document, context: ClipContext, _metadata: PageMetadata): Body {
  resolveAddresses(document, context.url);
  const parsed = new Readability<Node>(document, { serializer: (node) => node }).parse();
  const root = parsed?.content;
  if (!root) throw new ClipError('no-article');
  return { root: root as HTMLElement, trace: [], warnings: [] };
}

/** Makes every link and image address absolute against the page's base: a clone's own base is not the page's. */
function resolveAddresses(document: Document, url: string): void {
  const declared = document.querySelector('base[href]')?.getAttribute('href');
  const base = resolve(declared ?? '', url) ?? url;
  for (const [selector, name] of [
    ['a[href]', 'href'],
    ['img[src]', 'src'],
  ] as const) {
    for (const element of document.querySelectorAll(selector)) {
      const absolute = resolve(element.getAttribute(name) ?? '', base);
      if (absolute !== undefined) element.setAttribute(name, absolute);
    }
  }
}

function resolve(address: string, base: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}
