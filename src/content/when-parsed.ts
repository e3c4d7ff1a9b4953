/** How long a page that is still arriving is waited for: the story is on screen long before the last advertisement. */
const PATIENCE_MS = 2_000;

/**
 * Runs `work` when the whole page has been parsed, or after a while on what is there: a script that never answers can
 * keep a page “loading” for minutes, with the story in full view.
 */
export function whenParsed<T>(page: Document, work: () => T): T | Promise<T> {
  if (page.readyState !== 'loading') return work();
  return new Promise<void>((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      page.removeEventListener('DOMContentLoaded', go);
      resolve();
    };
    const timer = setTimeout(go, PATIENCE_MS);
    page.addEventListener('DOMContentLoaded', go);
  }).then(work);
}
