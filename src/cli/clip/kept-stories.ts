import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PostToSave } from '../../app/save-post.ts';
import { NAMES_TRIED, nthPath } from '../../core/post/nth-path.ts';
import { metaPath } from '../../core/post/writable-path.ts';
import { foldPath } from '../../core/text/fold-path.ts';
import { urlKeyOf } from '../../library/model/identity.ts';
import { hasSameParagraphs, isSameStory } from '../../library/model/same-story.ts';
import { plainText } from '../../library/posts/plain-text.ts';
import { type FrontMatterFields, readPost } from '../../library/posts/read-post.ts';
import { complain } from '../complain.ts';
import { addressIn, postAddresses } from '../follow/archive-addresses.ts';
import { unlessMissing } from '../write-whole.ts';

/** A larger file is not a post, and is not read. In bytes. */
const LARGEST_POST = 4 * 1024 * 1024;

/**
 * The posts of a folder by the addresses that they state, whatever they are called: a story that got a new headline, or
 * whose file was renamed by hand, is found. The folder is read at most once, when a post has none of its own names there.
 */
export class KeptStories {
  readonly #folder: string;
  /** By the folder that is read: the paths of posts, by the key of the address. */
  readonly #read = new Map<string, Promise<Map<string, string[]>>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Returns the path of a post's story below the folder, where it is under none of the post's own names. An address alone
   * does not tell a story, as some sites show another one each day: most paragraphs are the same, or title and day.
   */
  async find({ post, url }: PostToSave): Promise<string | undefined> {
    if (url === '') return undefined;
    const key = urlKeyOf(url);
    if (await this.#states(post.path, key)) return undefined;
    const paths = (await this.#pathsBelow(rootOf(post.path))).get(key) ?? [];
    const own = new Set(Array.from({ length: NAMES_TRIED }, (_, n) => foldPath(nthPath(post.path, n + 1))));
    if (paths.some((path) => own.has(foldPath(path)))) return undefined;
    const seen = readPost(post.text, post.meta);
    for (const path of paths) {
      const kept = await this.#post(path);
      if (kept && isVersionOf(kept, seen)) return path;
    }
    return undefined;
  }

  /** Notes where a story is now. */
  async keep(url: string, path: string): Promise<void> {
    const paths = await this.#read.get(rootOf(path));
    if (paths && url !== '') add(paths, urlKeyOf(url), path);
  }

  async #states(path: string, key: string): Promise<boolean> {
    const text = await this.#text(path);
    const address = text === undefined ? undefined : (addressIn(text) ?? (await this.#post(path))?.url);
    return address !== undefined && urlKeyOf(address) === key;
  }

  #pathsBelow(root: string): Promise<Map<string, string[]>> {
    const reading = this.#read.get(root) ?? this.#readBelow(root);
    this.#read.set(root, reading);
    return reading;
  }

  async #readBelow(root: string): Promise<Map<string, string[]>> {
    const paths = new Map<string, string[]>();
    try {
      for await (const { path, address } of postAddresses(join(this.#folder, root))) {
        add(paths, urlKeyOf(address), relative(this.#folder, path).split(sep).join('/'));
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      complain(this.#folder, `not every file could be read to see which stories are there: ${reason}.`);
    }
    return paths;
  }

  async #post(path: string): Promise<FrontMatterFields | undefined> {
    const text = await this.#text(path);
    return text === undefined ? undefined : readPost(text, await this.#text(metaPath(path)));
  }

  async #text(path: string): Promise<string | undefined> {
    const whole = join(this.#folder, path);
    const found = await stat(whole).catch(unlessMissing);
    return found?.isFile() && found.size <= LARGEST_POST ? readFile(whole, 'utf8').catch(unlessMissing) : undefined;
  }
}

/** The folder that holds the posts of a preset: others of the archive need not be read. */
function rootOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

function add(paths: Map<string, string[]>, key: string, path: string): void {
  const known = paths.get(key) ?? [];
  if (!known.includes(path)) paths.set(key, [...known, path]);
}

function isVersionOf(kept: FrontMatterFields, seen: FrontMatterFields): boolean {
  const [old, fresh] = [kept, seen].map(({ title = '', body }) => ({ title, text: plainText(body) }));
  if (!old || !fresh) return false;
  const isSameDay = kept.date?.slice(0, 10) === seen.date?.slice(0, 10);
  return isSameDay ? isSameStory(old, fresh) : hasSameParagraphs(old.text, fresh.text);
}
