import * as v from 'valibot';
import { readStored, writeStored } from '../platform/storage.ts';

const KEY = 'reader';

/** Sizes of the story's text, in CSS pixels. */
export const TEXT_SIZES = [14, 16, 18, 20, 23, 26] as const;

/** How stories look in the reader view. A value that is missing or damaged has its default. */
const lookSchema = v.object({
  typeface: v.fallback(v.picklist(['serif', 'sans']), 'serif'),
  size: v.fallback(v.picklist(TEXT_SIZES), 18),
  width: v.fallback(v.picklist(['narrow', 'medium', 'wide']), 'medium'),
  scheme: v.fallback(v.picklist(['auto', 'light', 'dark']), 'auto'),
});

export type ReaderLook = Readonly<v.InferOutput<typeof lookSchema>>;

export async function loadReaderLook(): Promise<ReaderLook> {
  const stored = await readStored(KEY);
  return v.parse(lookSchema, typeof stored === 'object' && stored !== null ? stored : {});
}

/** Keeps the look for all stories. */
export function saveReaderLook(look: ReaderLook): Promise<void> {
  return writeStored(KEY, look);
}
