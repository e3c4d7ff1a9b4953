/**
 * The first script of the popup, small and alone: it begins the clip, writes what the tab tells at once into the frame that
 * the page is drawn with, and loads the rest. The browser shows a popup once it has loaded, and what a script imports does
 * not delay that. The others are fetched from here and not by the document, which would fetch them beside this one.
 */
import { beginEarlyClip } from '../../platform/early-clip.ts';
import { nextPaint } from '../shared/next-paint.ts';
import { headlineOf, hostOf } from '../shared/text-fields.ts';

/** `main.tsx` as it is built, and what it imports (`vite.config.ts`). */
const MAIN = '/assets/popup.js';
const IMPORTED = '/assets/first.js';

const { tab, frames } = beginEarlyClip();
for (const href of [MAIN, IMPORTED]) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
}
const parsed = new Promise<void>((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
});

// The frame that the document has is painted before it is drawn over, unless the story is here already.
void Promise.all([parsed, Promise.race([nextPaint(), frames])]).then(() => import(/* @vite-ignore */ MAIN));

void Promise.all([tab, parsed]).then(([found]) => {
  const headline = document.querySelector('.headline.waiting');
  if (!found || !headline) return;
  headline.textContent = headlineOf(found.title);
  const site = document.querySelector('.site strong');
  if (site) site.textContent = hostOf(found.url);
});
