import { open, readFile } from 'node:fs/promises';
import { unlessMissing } from '../write-whole.ts';

/** The name that the archives' own robots use: one clipped address a line. */
export const ADDRESS_LIST = 'allurls.dat';

/** The list of clipped addresses that an archive keeps beside its posts. */
export interface AddressList {
  /** As the file has them. */
  readonly addresses: ReadonlySet<string>;
  /** Adds an address to the end, and brings it to the disk. */
  add(address: string): Promise<void>;
}

/** Opens a list. Returns nothing where the archive does not keep one, and makes none. */
export async function openAddressList(path: string): Promise<AddressList | undefined> {
  const text = await readFile(path, 'utf8').catch(unlessMissing);
  if (text === undefined) return undefined;
  let end = text === '' || text.endsWith('\n') ? '' : '\n';
  return {
    addresses: new Set(text.split('\n').map((line) => line.trim())),
    async add(address) {
      const line = `${end}${address}\n`;
      end = '';
      const file = await open(path, 'a');
      try {
        await file.writeFile(line);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
