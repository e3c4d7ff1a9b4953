/** Hexadecimal digits of a SHA-256 object id. */
const SHA_256_DIGITS = 64;

/**
 * The id that git knows a file's content by.
 *
 * @param like an object id of the same repository: its length says which hash the repository uses.
 */
export async function gitBlobId(content: Uint8Array<ArrayBuffer>, like: string): Promise<string> {
  const header = new TextEncoder().encode(`blob ${content.length}\0`);
  const object = new Uint8Array(header.length + content.length);
  object.set(header);
  object.set(content, header.length);
  const algorithm = like.length === SHA_256_DIGITS ? 'SHA-256' : 'SHA-1';
  const digest = new Uint8Array(await crypto.subtle.digest(algorithm, object));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
