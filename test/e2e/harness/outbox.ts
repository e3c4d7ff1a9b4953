/** What tests do to the library and its outbox. All of it runs in a page of the extension, in any browser. */

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Asks the background to deliver; waits until it has done what it can, or not. */
export async function askForDrain(patiently: boolean): Promise<void> {
  const done = chrome.runtime.sendMessage({ name: 'drain', args: [true] });
  if (patiently) await done;
  // The worker may be killed with the answer still to come.
  else done.catch((error: unknown) => console.warn(error));
}

/** All rows of a store. */
export function rowsIn(store: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = opening.result.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => {
        opening.result.close();
        resolve(request.result);
      };
    };
  });
}

/** Keeps clips as Save does, for one target. */
export function queueClips(targetId: string, ids: readonly string[], text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jianbao');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const stores = opening.result.transaction(['clips', 'contents', 'texts', 'posts', 'deliveries'], 'readwrite');
      stores.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      stores.onerror = () => reject(stores.error);
      for (const [n, id] of ids.entries()) {
        const known = stores.objectStore('clips').get(id);
        const row = stores.objectStore('deliveries').get([id, targetId]);
        row.onsuccess = () => {
          const version = (known.result?.version ?? 0) + 1;
          const post = { clipId: id, version, path: `_posts/${id}.md`, text: `${id}: ${text}`, assets: [] };
          stores.objectStore('clips').put({
            ...{ id, version, urlKey: id, url: `https://news.example/${id}`, title: id, authors: ['Ana Sol'] },
            ...{ siteName: 'Courier', language: 'en', direction: 'ltr', tags: ['harbour'], categories: [], notes: '' },
            ...{ excerpt: text.slice(0, 100), presetId: 'jekyll', storyAt: -n, createdAt: n, updatedAt: n },
          });
          stores.objectStore('contents').put({
            ...{ clipId: id, edits: {} },
            source: {
              ...{
                title: id,
                authors: ['Ana Sol'],
                url: `https://news.example/${id}`,
                siteName: 'Courier',
                language: 'en',
              },
              ...{ description: '', section: '', tags: ['harbour'], categories: [], images: [], markdown: text },
              ...{ html: `<p>${text}</p>`, clippedAt: n, clippedOffset: 0 },
            },
          });
          stores.objectStore('texts').put({ clipId: id, text });
          stores.objectStore('posts').put(post);
          stores.objectStore('deliveries').put({
            ...{ clipId: id, targetId, state: 'queued', version, queuedAt: n, attempts: 0, nextAttemptAt: 0 },
            receipts: row.result?.receipts ?? [],
            reservedPaths: row.result?.reservedPaths ?? [],
          });
        };
      }
    };
  });
}
