/** How an export is watched and stopped. */
export interface ExportRun {
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the export with an `AbortError`. */
  readonly signal?: AbortSignal;
}

/** The items of an export, one after the other, each counted once what was made of it is taken. */
export function* counted<T>(items: readonly T[], { onProgress, signal }: ExportRun): Generator<T> {
  for (const [n, item] of items.entries()) {
    signal?.throwIfAborted();
    yield item;
    onProgress?.(n + 1, items.length);
  }
}
