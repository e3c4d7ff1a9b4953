import { closeSync, openSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_KEYS, readPost } from '../../library/posts/read-post.ts';
import { unlessMissing } from '../write-whole.ts';

/** Posts, and the files of fields that some programs keep beside them. */
const POST = /\.(?:md|markdown|mdx|html?|meta)$/i;
const FIELDS = /\.meta$/i;
/** Folders that hold programs and their output, not posts. */
const SKIPPED: ReadonlySet<string> = new Set(['_site', 'node_modules', 'vendor', 'public', 'dist']);
/** Deeper than any archive; a guard against folders that hold themselves. */
const DEPTH = 12;

/** So much of a post is read first, in bytes: most front matter is shorter. */
const HEAD_BYTES = 1024;
/** So much where the front matter does not end in that, and so much of a post that begins without one. */
const FRONT_MATTER_BYTES = 128 * 1024;
const OTHER_BYTES = 4 * 1024;
const OPENING = /^\ufeff?(?:---|\+\+\+)/;
const CLOSING = /\n(?:---|\.\.\.|\+\+\+)[ \t\r]*(?:\n|$)/;

const ADDRESS_LINE = new RegExp(`^(${ADDRESS_KEYS.join('|')}):[ \\t]*(.*?)[ \\t\\r]*$`, 'gm');
/** An address as most posts have it: plain, or in quotes that hide nothing. */
const PLAIN = /^(["']?)(https?:\/\/[^\s"'\\#<>{}[\]]+(?:#[^\s"'\\<>{}[\]]*)?)\1$/i;

/**
 * Returns the addresses of the stories that an archive has: what the front matter of every post states, as it is. Only
 * the heads of files are read, and no YAML where an address is written plainly: 20,000 posts take seconds, also in a
 * fresh checkout, where every file is new. A post whose front matter is broken is known by its line all the same.
 */
export async function archiveAddresses(folder: string): Promise<Set<string>> {
  const addresses = new Set<string>();
  for await (const { address } of postAddresses(folder)) addresses.add(address);
  return addresses;
}

/** A post of an archive by its whole path, and the address that it states. */
export interface PostAddress {
  readonly path: string;
  readonly address: string;
}

/** Reads the posts below a folder that state an address, as `archiveAddresses` does. */
export async function* postAddresses(folder: string): AsyncGenerator<PostAddress> {
  const buffer = Buffer.allocUnsafe(FRONT_MATTER_BYTES);
  for await (const path of postsBelow(folder, DEPTH)) {
    const text = headOf(path, buffer);
    const address = addressIn(FIELDS.test(path) ? `---\n${text}\n---\n` : text);
    if (address !== undefined) yield { path: path.replace(FIELDS, ''), address };
  }
}

async function* postsBelow(folder: string, depth: number): AsyncGenerator<string> {
  const inner: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true }).catch(unlessMissing)) ?? []) {
    const { name } = entry;
    if (name.startsWith('.')) continue;
    if (entry.isDirectory() && !SKIPPED.has(name)) inner.push(join(folder, name));
    else if (entry.isFile() && POST.test(name)) yield join(folder, name);
  }
  if (depth === 0) return;
  for (const path of inner) yield* postsBelow(path, depth - 1);
}

/** Returns the beginning of a file with all of its front matter. Calls that wait cost half as much again. */
function headOf(path: string, buffer: Buffer): string {
  const file = openSync(path, 'r');
  const read = (bytes: number): string => buffer.toString('utf8', 0, readSync(file, buffer, 0, bytes, 0));
  try {
    const head = read(HEAD_BYTES);
    if (!OPENING.test(head)) return read(OTHER_BYTES);
    return CLOSING.test(head) ? head : read(FRONT_MATTER_BYTES);
  } finally {
    closeSync(file);
  }
}

/**
 * The address that a post states, as `readPost` finds it.
 *
 * @param head the post, or as much of it as holds its front matter.
 */
export function addressIn(head: string): string | undefined {
  const [, yaml] = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t\r]*(?:\n|$)/.exec(head) ?? [];
  const lines = new Map(Array.from((yaml ?? '').matchAll(ADDRESS_LINE), ([, key = '', value = '']) => [key, value]));
  const first = ADDRESS_KEYS.find((key) => lines.has(key));
  const plain = PLAIN.exec(lines.get(first ?? '') ?? '')?.[2];
  return plain ?? readPost(head).url;
}
