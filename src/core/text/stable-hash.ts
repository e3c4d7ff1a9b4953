const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A short name for a text: 13 characters of `0-9a-z`, the same everywhere and always.
 * FNV-1a of 64 bits over the UTF-8 bytes (draft-eastlake-fnv): enough to tell stories apart, not a secret.
 */
export function stableHash(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(36).padStart(13, '0');
}
