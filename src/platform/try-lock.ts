/**
 * Takes a Web Lock where no page of the extension holds it. The browser releases it when the page ends.
 *
 * @returns a function that releases it and resolves once it is free; nothing where another page holds it.
 */
export function tryLock(name: string): Promise<(() => Promise<void>) | undefined> {
  return new Promise((resolve, reject) => {
    const released = navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(undefined);
        return undefined;
      }
      return new Promise<void>((end) => {
        resolve(async () => {
          end();
          await released;
        });
      });
    });
    released.catch(reject);
  });
}
