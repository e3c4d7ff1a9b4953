import { createHash } from 'node:crypto';

/** Chromium's id for an extension that is loaded from a folder: the beginning of the path's hash, in the letters a to p. */
export function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
