/** The part of `FileSystemObserver` (Chromium 133 and later) that is used; TypeScript does not know it yet. */
interface Observer {
  observe(handle: FileSystemDirectoryHandle, options: { recursive: boolean }): Promise<void>;
  disconnect(): void;
}

declare const FileSystemObserver: (new (onChange: () => void) => Observer) | undefined;

/** Changes come in bursts: a move is two, an editor's save three or four. */
const QUIET = 500;

/**
 * Calls `onChange` after something in a folder was changed by others (or by us), once a burst is over. Where the
 * browser cannot watch a folder, or may not watch this one, nothing is called: look again when the page is shown.
 *
 * @returns the way to stop.
 */
export function watchFolder(handle: FileSystemDirectoryHandle, onChange: () => void): () => void {
  if (typeof FileSystemObserver !== 'function') return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new FileSystemObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  });
  // A folder that is gone or not granted cannot be watched; the next read reports that.
  observer.observe(handle, { recursive: true }).catch(() => observer.disconnect());
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
