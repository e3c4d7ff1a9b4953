import { expect, test } from 'vitest';
import type { Target } from '../../src/delivery/target.ts';
import type { OutsideView } from './contract.ts';
import { outboxClient } from './outbox-client.ts';

const CLIENTS = 6;

/** Posts in all. `MANY_WRITERS=1000` is the long run. */
const POSTS = Number(process.env['MANY_WRITERS'] ?? 48);

/**
 * Six browsers write to one place at once. Of four posts, one is the same story in all of them, two are different
 * stories of one title and day, and one is nobody else's.
 *
 * @param open a target of another browser each time; they share nothing but the place.
 */
export function describeManyWriters(open: () => Promise<{ target: () => Target; folder: OutsideView }>): void {
  test(`of ${POSTS} posts by ${CLIENTS} writers at once none is lost, doubled or written over`, async () => {
    const { target, folder } = await open();
    const rounds = Math.ceil(POSTS / CLIENTS);
    const clients = Array.from({ length: CLIENTS }, () => outboxClient(target()));
    const expected: string[] = [];
    for (const [n, client] of clients.entries()) {
      for (let round = 0; round < rounds; round++) {
        const { path, text } = postOf(n, round);
        if (round % 4 !== 0 || n === 0) expected.push(text);
        await client.save(`story-${round}`, path, text);
      }
    }
    const rows = await Promise.all(clients.map((client) => client.deliver(20)));
    const files = await folder.files();
    for (const [n, ofClient] of rows.entries()) {
      for (const { state, clipId, receipts, failure } of ofClient) {
        expect({ state, failure }).toEqual({ state: 'done', failure: undefined });
        expect(files[receipts[0]?.path ?? '']).toBe(postOf(n, Number(clipId.slice('story-'.length))).text);
      }
    }
    expect(Object.values(files).sort()).toEqual(expected.sort());
  }, 1_800_000);
}

function postOf(client: number, round: number): { path: string; text: string } {
  const path = `_posts/2024-03-01-渡轮-${round}.md`;
  if (round % 4 === 0) return { path, text: `Round ${round}: the same story everywhere.\n` };
  if (round % 4 === 3)
    return { path: path.replace('.md', `-${client}.md`), text: `Round ${round}, only of ${client}.\n` };
  return { path, text: `Round ${round}: the story of browser ${client}.\n` };
}
