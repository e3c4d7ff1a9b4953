/**
 * The first script of the popup, small and alone, run before any other is loaded: it begins the clip, and writes what
 * the tab tells at once into the frame that the page is drawn with.
 */
import { beginEarlyClip } from '../../platform/early-clip.ts';
import { headlineOf, hostOf } from '../shared/text-fields.ts';

const { tab } = beginEarlyClip();

void tab.then((found) => {
  const show = (): void => {
    const headline = document.querySelector('.headline.waiting');
    if (!found || !headline) return;
    headline.textContent = headlineOf(found.title);
    const site = document.querySelector('.site strong');
    if (site) site.textContent = hostOf(found.url);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show, { once: true });
  else show();
});
