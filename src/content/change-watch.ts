/** Everything of a tree that a script may change. */
const ANY_CHANGE: MutationObserverInit = { attributes: true, characterData: true, childList: true, subtree: true };

/** Tells whether a page has changed since it was watched. The page does not notice. */
export class ChangeWatch {
  hasChanged = false;
  readonly #observer = new MutationObserver(() => {
    this.hasChanged = true;
    this.end();
  });

  /** Watches one more tree: those in shadow roots are separate. */
  begin(root: Node): void {
    this.#observer.observe(root, ANY_CHANGE);
  }

  end(): void {
    this.#observer.disconnect();
  }
}
