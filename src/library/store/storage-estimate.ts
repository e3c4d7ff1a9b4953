/** How full the browser's storage is for us. */
export interface StorageEstimate {
  readonly used: number;
  readonly quota: number;
  /** Less is left than a few large saves need. */
  readonly isShort: boolean;
}

/** Below so many bytes free the user is told. */
const SHORT = 50 * 1024 * 1024;

/** The part of the Storage Standard that is used. */
export type Storage = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>;

export async function storageEstimate(storage: Storage): Promise<StorageEstimate> {
  const { usage = 0, quota = 0 } = await storage.estimate();
  return { used: usage, quota, isShort: quota > 0 && quota - usage < SHORT };
}

/**
 * Asks the browser not to clear the library away when the disk runs short. To be called once there is something to
 * lose: Chromium decides without asking, Firefox asks the user.
 */
export async function keepStorage(storage: Storage): Promise<boolean> {
  return (await storage.persisted()) || storage.persist();
}
