import type { Page } from 'puppeteer-core';
import { type KeptStory, keptStory } from './stories.ts';

const BATCH = 200;

/** Fills the empty library of the extension that `page` shows a page of. */
export async function seedLibrary(page: Page, clips: number): Promise<void> {
  await page.goto(new URL('/ui/library/index.html', page.url()).href);
  await page.waitForSelector('.nothing');
  for (let at = 0; at < clips; at += BATCH) {
    const stories = Array.from({ length: Math.min(BATCH, clips - at) }, (_, n) => keptStory(at + n));
    await page.evaluate(putStories, stories);
  }
}

/** Runs in the page. */
function putStories(stories: readonly KeptStory[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const names = ['clips', 'contents', 'texts', 'posts', 'deliveries'];
      const transaction = opening.result.transaction(names, 'readwrite');
      for (const { clip, content, text, post, delivery } of stories) {
        transaction.objectStore('clips').put(clip);
        transaction.objectStore('contents').put(content);
        transaction.objectStore('texts').put(text);
        transaction.objectStore('posts').put(post);
        transaction.objectStore('deliveries').put(delivery);
      }
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
