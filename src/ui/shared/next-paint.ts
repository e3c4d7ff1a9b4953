/**
 * Resolves when what was drawn last is on the screen: a frame's callbacks run before it is painted, a task after them does
 * not. A page that is hidden has no frames: then it resolves when the page is shown.
 */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
