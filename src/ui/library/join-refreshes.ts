/** Pauses between two refreshes, in milliseconds: no eye sees more of them, and none waits longer. */
const SHORTEST_PAUSE = 100;
const LONGEST_PAUSE = 2_000;
/** A pause takes so many times as long as the refresh before it: the page is busy with them for a third of the time. */
const PAUSE_RATIO = 2;

/**
 * Joins announcements of single clips to refreshes of many: a delivery of thousands announces each, and a refresh draws the
 * whole list anew. The first is refreshed at once; those that come meanwhile follow together, after a pause that leaves
 * the page to the user.
 *
 * @param refresh looks again at clips. What it throws is logged, and ends nothing.
 */
export function joinRefreshes(refresh: (ids: readonly string[]) => Promise<void>): (ids: readonly string[]) => void {
  const waiting = new Set<string>();
  let isAtWork = false;

  async function work(): Promise<void> {
    isAtWork = true;
    while (waiting.size > 0) {
      const ids = [...waiting];
      waiting.clear();
      const started = performance.now();
      try {
        await refresh(ids);
      } catch (error) {
        console.warn('The list could not be brought up to date.', error);
      }
      const rest = (performance.now() - started) * PAUSE_RATIO;
      const pause = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, rest));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    isAtWork = false;
  }

  return (ids) => {
    for (const id of ids) waiting.add(id);
    if (!isAtWork) void work();
  };
}
