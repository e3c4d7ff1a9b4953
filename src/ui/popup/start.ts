/**
 * The first script of the popup, small and alone: it begins the clip, writes what the tab tells at once into the frame that
 * the page is drawn with, draws the story there, and loads the rest when that is on the screen: what loads before would
 * compete for the processor with the page's script. A slow page is not waited for.
 */
import { beginEarlyClip, type EarlyOutcome } from '../../platform/early-clip.ts';
import { resultOfEarly } from '../../platform/last-result.ts';
import type { Tab } from '../../platform/tabs.ts';
import { nextPaint } from '../shared/next-paint.ts';
import { headlineOf, hostOf } from '../shared/text-fields.ts';
import { frameStory, leaveFrameStory } from './frame-story.ts';
import { storyAtOnce } from './story-at-once.ts';

/** `main.tsx` as it is built, and what it imports (`vite.config.ts`). */
const MAIN = '/assets/popup.js';
const IMPORTED = '/assets/first.js';

/** Milliseconds after which a page is slow: nineteen of twenty news pages answer sooner. */
const SLOW = 300;

const { tab, frames } = beginEarlyClip();
const frame = frameStory(document);
leaveFrameStory(frame);
const parsed = new Promise<void>((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
});
const begun = Promise.all([tab, parsed]).then(([found]) => {
  const headline = document.querySelector('.headline.waiting');
  if (!found || !headline) return;
  headline.textContent = headlineOf(found.title);
  const site = document.querySelector('.site strong');
  if (site) site.textContent = hostOf(found.url);
});
const slow = new Promise((resolve) => setTimeout(resolve, SLOW));

const read = Promise.all([tab, frames, begun]).then(([found, answer]) => drawn(found, answer));
// Whatever went wrong is the editor's to say.
void Promise.race([read, slow]).then(load, load);

/** Both at once: the second would be found in the first. */
function load(): Promise<unknown> {
  return Promise.all([import(/* @vite-ignore */ MAIN), import(/* @vite-ignore */ IMPORTED)]);
}

/** Draws the story that the page has answered. Resolves when it is on the screen, or is left to the editor. */
async function drawn(found: Tab | undefined, outcome: EarlyOutcome): Promise<void> {
  const story = 'value' in outcome && found && storyAtOnce(resultOfEarly(outcome), found.url);
  if (!story) return;
  frame.draw(story);
  await nextPaint();
}
