import { closeSync, openSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { urlKeyOf } from '../../library/model/identity.ts';
import { ADDRESS_KEYS, readPost } from '../../library/posts/read-post.ts';
import { unlessMissing } from '../write-whole.ts';

/** Posts, and the files of fields that some programs keep beside them. */
const POST = /\.(?:md|markdown|mdx|html?|meta)$/i;
const FIELDS = /\.meta$/i;
/** Folders that hold programs and their output, not posts. */
const SKIPPED: ReadonlySet<string> = new Set(['_site', 'node_modules', 'vendor', 'public', 'dist']);
/** Deeper than any archive; a guard against folders that hold themselves. */
const DEPTH = 12;

/** Front matter is in the first kilobytes of a post. Where its end is not among them, so many are read. */
const HEAD_BYTES = 4 * 1024;
const MOST_BYTES = 128 * 1024;

const ADDRESS_LINE = new RegExp(`^(${ADDRESS_KEYS.join('|')}):[ \\t]*(.*?)[ \\t\\r]*$`, 'gm');
/** An address as most posts have it: plain, or in quotes that hide nothing. */
const PLAIN = /^(["']?)(https?:\/\/[^\s"'\\#<>{}[\]]+(?:#[^\s"'\\<>{}[\]]*)?)\1$/i;

/**
 * The stories that an archive has, as keys of their addresses (`urlKeyOf`): what the front matter of every post states.
 * Only the heads of files are read, and no YAML where an address is written plainly: 20,000 posts take seconds, also in
 * a fresh checkout, where every file is new. A post whose front matter is broken is known by its line all the same.
 */
export async function archiveAddresses(folder: string): Promise<Set<string>> {
  const keys = new Set<string>();
  const head = Buffer.allocUnsafe(HEAD_BYTES);
  for await (const path of postsBelow(folder, DEPTH)) {
    const text = headOf(path, head);
    const address = addressIn(FIELDS.test(path) ? `---\n${text}\n---\n` : text);
    if (address !== undefined) keys.add(urlKeyOf(address));
  }
  return keys;
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

/** The beginning of a file with all of its front matter; the calls that wait cost a third of those that do not. */
function headOf(path: string, buffer: Buffer): string {
  const file = openSync(path, 'r');
  try {
    const head = buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, 0));
    if (!/^\ufeff?(?:---|\+\+\+)/.test(head) || /\n(?:---|\.\.\.|\+\+\+)[ \t\r]*(?:\n|$)/.test(head)) return head;
    const longer = Buffer.allocUnsafe(MOST_BYTES);
    return longer.toString('utf8', 0, readSync(file, longer, 0, longer.length, 0));
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
