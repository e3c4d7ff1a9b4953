import { readFile } from 'node:fs/promises';
import { ClipError } from '../../core/model/failure.ts';
import { withFileLock } from '../file-lock.ts';
import { writeWhole } from '../write-whole.ts';
import { applyEdits, type Edit } from './problem.ts';

/**
 * Puts the mended text in the place of a file in one step. One writer at a time; a file that changed since it was looked
 * at is left as it is.
 *
 * @param bytes what the edits were made for.
 * @throws {ClipError} `file-changed`
 */
export async function mendFile(place: string, bytes: Buffer, edits: readonly Edit[]): Promise<void> {
  const text = bytes.toString('utf8');
  await withFileLock(place, async (refuseLost) => {
    await writeWhole(place, applyEdits(text, edits), {
      onto: 'anything',
      async beforePlacing() {
        await refuseLost();
        if (!bytes.equals(await readFile(place))) throw new ClipError('file-changed', place);
      },
    });
  });
}
