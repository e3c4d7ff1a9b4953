/** Hears what the user does on the page before the page's own listeners do. What a script pretends is not heard. */
export function listenFirst(signal: AbortSignal) {
  return <Name extends keyof WindowEventMap>(name: Name, handle: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(
      name,
      (event) => {
        if (event.isTrusted) handle(event);
      },
      { capture: true, passive: false, signal },
    );
}

/** Keeps an event from the page. */
export function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
