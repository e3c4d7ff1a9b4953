/** What other pages of the extension are told after a transaction is done: where to look again, never the data. */
export type LibraryChange =
  | { readonly kind: 'clips'; readonly ids: readonly string[] }
  | { readonly kind: 'deliveries'; readonly ids: readonly string[] }
  | { readonly kind: 'jobs'; readonly ids: readonly string[] }
  | { readonly kind: 'feeds'; readonly ids: readonly string[] };

const CHANNEL = 'jianbao-library';

/** The one channel between popup, library page and background. */
export interface Changes {
  announce(change: LibraryChange): void;
  /** Calls `listener` for every change that another context announces. Returns a function that stops this. */
  listen(listener: (change: LibraryChange) => void): () => void;
  close(): void;
}

export function openChanges(channel = new BroadcastChannel(CHANNEL)): Changes {
  return {
    announce(change) {
      channel.postMessage(change);
    },
    listen(listener) {
      const receive = (event: MessageEvent<LibraryChange>): void => listener(event.data);
      channel.addEventListener('message', receive);
      return () => channel.removeEventListener('message', receive);
    },
    close() {
      channel.close();
    },
  };
}
