import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below.ts';
import type { TestBrowser } from './test-browser.ts';
import { waitFor } from './wait-for.ts';

/** The post that a test has saved to the downloads: waits for it. */
export async function savedPost({ downloads }: TestBrowser): Promise<string> {
  const path = await waitFor('the post', () => filesBelow(downloads)[0]);
  return readFileSync(join(downloads, path), 'utf8');
}
