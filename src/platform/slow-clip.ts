/** The part of the extension API that this needs. */
export interface PortSource {
  readonly runtime: {
    readonly onConnect: {
      addListener(listener: (port: ClipPort) => void): void;
      removeListener(listener: (port: ClipPort) => void): void;
    };
  };
}

export interface ClipPort {
  readonly sender?: { readonly tab?: { readonly id?: number | undefined } | undefined } | undefined;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  disconnect(): void;
}

/** The clips of a tab's page, any of which may take long: the page tells how far it is, and works while somebody listens. */
export interface SlowClip {
  /** Calls back with the share of the work that is done, 0 to 1, each time the page tells it. */
  follow(listen: (share: number) => void): void;
  /** Ends the work of the page, which answers that it was stopped. */
  stop(): void;
  /** Listens no more. */
  end(): void;
}

/**
 * Listens to the clips of one tab's page. To be called before the page is asked: a page that nobody listens to gives up.
 *
 * @param api the browser's own, for a caller that comes before the polyfill is loaded.
 * @param tab undefined: there is no tab.
 */
export function listenToSlowClip(api: PortSource, tab: PromiseLike<{ id: number } | undefined>): SlowClip {
  let port: ClipPort | undefined;
  let tell = (_share: number): void => {};
  // Whatever connects is a clip (`content/tell-asker.ts`).
  const open = async (opened: ClipPort): Promise<void> => {
    if (opened.sender?.tab?.id !== (await tab)?.id) return;
    port = opened;
    port.onMessage.addListener((share) => tell(Number(share)));
  };
  api.runtime.onConnect.addListener(open);
  return {
    follow(listen) {
      tell = listen;
    },
    stop: () => port?.disconnect(),
    end: () => api.runtime.onConnect.removeListener(open),
  };
}
