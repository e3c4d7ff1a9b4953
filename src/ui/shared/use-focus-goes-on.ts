import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Moves the focus on where a press removes the element that has it: without this it is on the body, and a keyboard starts
 * over at the top of the page.
 *
 * @param frame what is watched.
 * @param next where the focus goes. Called after the drawing, when the frame may be gone too.
 */
export function useFocusGoesOn(frame: RefObject<HTMLElement | null>, next: () => HTMLElement | null | undefined): void {
  const hadFocus = frame.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus && (document.activeElement ?? document.body) === document.body) next()?.focus();
  });
}
