/**
 * The grant to write to a folder, as pages ask for it. Only a page that the user has just pressed something on may ask;
 * the worker may only look.
 *
 * Measured on Chromium 156: asked in the toolbar's popup, the browser grants again without a question; a picked folder
 * asked for in a tab offers “Allow on every visit”, after which the worker may write with no page open.
 */
export type Grant = 'granted' | 'prompt' | 'denied';

type Grantable = Pick<FileSystemDirectoryHandle, 'queryPermission' | 'requestPermission'>;

/** Whether this browser can write to a folder of the user's choice (Chrome and Edge can, Firefox cannot). */
export function canPickFolders(): boolean {
  return typeof showDirectoryPicker === 'function';
}

export function folderGrant(handle: Grantable): Promise<Grant> {
  return handle.queryPermission({ mode: 'readwrite' });
}

/**
 * Asks for the grant. Must be called first in a user gesture's handler, before any other await: the gesture is what
 * allows the asking, and it is soon used up.
 */
export function requestFolderGrant(handle: Grantable): Promise<Grant> {
  return handle.requestPermission({ mode: 'readwrite' });
}

/**
 * Lets the user pick a folder, with the right to write. For the options and welcome pages: from the popup the dialog
 * closes the popup, and the answer is lost.
 *
 * @returns nothing where the user closed the dialog.
 */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await showDirectoryPicker({ id: 'jianbao', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** The folder that was dropped on a page; nothing where it was something else. */
export async function droppedFolder(transfer: DataTransfer): Promise<FileSystemDirectoryHandle | undefined> {
  const [item] = transfer.items;
  const handle = await item?.getAsFileSystemHandle();
  return handle?.kind === 'directory' ? (handle as FileSystemDirectoryHandle) : undefined;
}
