import { ClipError, type FailureCode } from '../core/failure.ts';
import { browser } from './browser.ts';

/** The browser's downloads, for the target that writes there. */
export const downloads = browser.downloads;

/** Our id, by which the browser says whose a download is. */
export const extensionId = browser.runtime.id;

/** A file that the browser has written to the disk. */
export interface DownloadedFile {
  readonly id: number;
  /** Where it lies, as the operating system says it. */
  readonly absolutePath: string;
}

/** Interruptions that have a sentence of their own; any other is `download-refused`. */
const INTERRUPTIONS: Readonly<Record<string, FailureCode>> = {
  FILE_NO_SPACE: 'disk-full',
  USER_CANCELED: 'download-cancelled',
  USER_SHUTDOWN: 'download-cancelled',
};

/**
 * Writes a file below the browser's download folder and waits until it lies there.
 *
 * @param path below the download folder, `/`-separated.
 * @throws {ClipError} `disk-full`, `download-cancelled` or `download-refused`.
 */
export async function downloadFile(
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  onConflict: 'overwrite' | 'uniquify',
): Promise<DownloadedFile> {
  const { url, release } = contentUrl(content);
  try {
    const id = await browser.downloads
      .download({ url, filename: path, conflictAction: onConflict, saveAs: false })
      .catch((error: unknown) => {
        throw new ClipError('download-refused', `${path}: ${error instanceof Error ? error.message : String(error)}`);
      });
    await finished(id, path);
    const [item] = await browser.downloads.search({ id });
    return { id, absolutePath: item?.filename ?? path };
  } finally {
    release();
  }
}

/** Opens the file manager at a file. */
export async function showDownload(id: number): Promise<void> {
  await browser.downloads.show(id);
}

/**
 * An address that the content can be downloaded from. A Chromium service worker cannot make object URLs and Firefox
 * refuses to download `data:`, so each gets its own. Of `text/plain` Chromium would make a `.txt`.
 */
function contentUrl(content: string | Uint8Array<ArrayBuffer>): { url: string; release: () => void } {
  const type = typeof content === 'string' ? 'text/markdown' : 'application/octet-stream';
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(new Blob([content], { type }));
    return { url, release: () => URL.revokeObjectURL(url) };
  }
  return { url: `data:${type};base64,${base64(content)}`, release: () => {} };
}

function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  // A call takes only so many arguments.
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Resolves when the download is complete, at once where it already is. */
async function finished(id: number, path: string): Promise<void> {
  let settle: (state: string | undefined, reason: string | undefined) => void = () => {};
  const done = new Promise<void>((resolve, reject) => {
    settle = (state, reason) => {
      if (state === 'complete') resolve();
      if (state === 'interrupted') reject(new ClipError(interruption(reason), `${path}: ${reason}`));
    };
  });
  const onChanged = (change: {
    id: number;
    state?: { current?: string | undefined };
    error?: { current?: string | undefined };
  }): void => {
    if (change.id === id) settle(change.state?.current, change.error?.current);
  };
  browser.downloads.onChanged.addListener(onChanged);
  try {
    const [item] = await browser.downloads.search({ id });
    settle(item?.state, item?.error);
    await done;
  } finally {
    browser.downloads.onChanged.removeListener(onChanged);
  }
}

function interruption(reason: string | undefined): FailureCode {
  return INTERRUPTIONS[reason ?? ''] ?? 'download-refused';
}
