import { open, readFile } from 'node:fs/promises';
import { urlKeyOf } from '../../library/model/identity.ts';
import { unlessMissing } from '../write-whole.ts';

/** The name that the archives' own robots gave it: one clipped address a line. */
export const ADDRESS_LIST = 'allurls.dat';

/** The list of clipped addresses that an archive keeps beside its posts. */
export interface AddressList {
  /** Keys of its addresses (`urlKeyOf`). */
  readonly keys: ReadonlySet<string>;
  /** Adds an address where it is missing, and brings it to the disk. Returns whether it was. */
  add(address: string): Promise<boolean>;
}

/** Opens a list; returns nothing where the archive does not keep one, and makes none. */
export async function openAddressList(path: string): Promise<AddressList | undefined> {
  const text = await readFile(path, 'utf8').catch(unlessMissing);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  const keys = new Set(lines.filter((line) => line !== '').map(urlKeyOf));
  let end = text === '' || text.endsWith('\n') ? '' : '\n';
  return {
    keys,
    async add(address) {
      const key = urlKeyOf(address);
      if (keys.has(key)) return false;
      // Before anything is waited for: feeds are followed side by side.
      keys.add(key);
      const line = `${end}${address}\n`;
      end = '';
      const file = await open(path, 'a');
      try {
        await file.writeFile(line);
        await file.sync();
      } finally {
        await file.close();
      }
      return true;
    },
  };
}
