import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Chromium's id for an extension that is loaded from a folder: the beginning of the hash of its manifest's key, or of
 * the folder's path where it has none, in the letters a to p.
 */
export function unpackedId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  const hash = createHash('sha256')
    .update(key === undefined ? folder : Buffer.from(key, 'base64'))
    .digest('hex')
    .slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
