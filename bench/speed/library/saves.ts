import type { FolderBrowser } from '../../../test/e2e/harness/folder-browser.ts';
import { pageFile, serveSite } from '../../../test/e2e/harness/site.ts';

/** One press on Save, in milliseconds from the press. */
export interface SaveTime {
  /** Until the clip is in the database and read back from it. */
  readonly durable: number;
  /** Until the file is written and the library knows it. */
  readonly onDisk: number;
}

const SAVES = 10;

/** Saves a story from the popup, each time from another address, to where the settings say. */
export async function timeSaves({ page, openPopup }: FolderBrowser): Promise<readonly SaveTime[]> {
  const addresses = Array.from({ length: SAVES }, (_, n) => `127.0.0.1/story-${n}`);
  const site = await serveSite(Object.fromEntries(addresses.map((path) => [path, pageFile('zaobao-2021.html')])));
  try {
    const times: SaveTime[] = [];
    for (let n = 0; n < SAVES; n++) {
      await page.goto(`http://127.0.0.1:${site.port}/story-${n}`);
      const popup = await openPopup();
      times.push(await popup.evaluate(pressSave));
      await popup.close();
    }
    return times;
  } finally {
    await site.close();
  }
}

/** Runs in the popup. What it tells the other pages is heard here too. */
async function pressSave(): Promise<{ durable: number; onDisk: number }> {
  const channel = new BroadcastChannel('jianbao-library');
  const heard = (kind: string): Promise<number> =>
    new Promise((resolve) => {
      channel.addEventListener('message', ({ data }) => {
        if (data.kind === kind) resolve(performance.now());
      });
    });
  const kept = heard('clips');
  const written = heard('deliveries');
  const pressed = performance.now();
  document.querySelector<HTMLElement>('#save')?.click();
  const times = { durable: (await kept) - pressed, onDisk: (await written) - pressed };
  channel.close();
  return times;
}
