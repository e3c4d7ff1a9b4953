import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import { unwrapAddress } from '../../feeds/unwrap-address.ts';
import { urlKeyOf } from '../../library/model/identity.ts';
import { CliError, failureSentence } from '../failure-sentence.ts';
import { type JudgedFetch, USER_AGENT } from '../judged-fetch.ts';
import { networkReason } from '../network-reason.ts';
import { codeOf, unlessMissing } from '../write-whole.ts';
import type { PageInput, PageList } from './page-input.ts';
import { isAddressList, readList } from './read-list.ts';

/** What a command line names, before lists, folders and patterns are looked into. */
export interface Named {
  /** Addresses, files, folders, patterns, and `-`. */
  readonly inputs: readonly string[];
  /** Lists: files, addresses, and `-`. */
  readonly lists: readonly string[];
  /** Reads lists that are addresses. */
  readonly fetch: JudgedFetch;
  readonly timeoutSeconds: number;
}

/** So many sitemaps of an index are read. */
const MOST_LISTS = 1_000;
/** How deep an index of sitemaps may name others. */
const MOST_LEVELS = 3;

/**
 * Returns the pages that a command line means, each once, in its order.
 *
 * @throws {CliError} where a list, a folder or a pattern that was named has none.
 */
export async function listPages(named: Named): Promise<PageList> {
  const pages: PageInput[] = [];
  const complaints: string[] = [];
  for (const source of named.lists) {
    const found = await pagesOfList(source, named);
    pages.push(...found.pages);
    complaints.push(...found.complaints);
  }
  for (const input of named.inputs) pages.push(...(await pagesOfInput(input)));
  return { pages: once(pages), complaints };
}

/** Each listed story once, by whatever address. What is typed is taken as it is written, and not once more from a list. */
function once(pages: readonly PageInput[]): PageInput[] {
  const typed = new Map(pages.filter(({ isListed }) => !isListed).map((page) => [page.input, page]));
  const stories = new Set([...typed.keys()].map(storyOf));
  const listed = new Map<string, PageInput>();
  for (const page of pages) {
    const story = storyOf(page.input);
    if (page.isListed && !stories.has(story) && !listed.has(story)) listed.set(story, page);
  }
  return [...listed.values(), ...typed.values()];
}

function storyOf(input: string): string {
  return /^https?:/i.test(input) ? urlKeyOf(input) : input;
}

async function pagesOfInput(input: string): Promise<PageInput[]> {
  if (input === '-') {
    const bytes = await buffer(process.stdin);
    return isAddressList(bytes) ? readList(bytes, 'standard input').addresses.map(asPage) : [{ input, bytes }];
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) return [{ input }];
  const found = await stat(input).catch(unlessMissing);
  if (found?.isDirectory()) return pagesOfPattern(input, '**/*.{html,htm,xhtml,xht}', 'has no saved page');
  return found || !isDynamicPattern(input) ? [{ input }] : pagesOfPattern('.', input, 'is matched by no file', input);
}

/** Files that browsers keep beside a saved page: frames and advertisements. */
const BESIDE_PAGES = ['**/*_files/**', '**/*.files/**'];

async function pagesOfPattern(folder: string, pattern: string, lack: string, name = folder): Promise<PageInput[]> {
  const files = await glob(pattern, {
    cwd: folder,
    ignore: BESIDE_PAGES,
    caseSensitiveMatch: false,
    expandDirectories: false,
  });
  if (files.length === 0) throw new CliError(`${name} ${lack}.`);
  return files.toSorted().map((file) => ({ input: folder === '.' ? file : join(folder, file) }));
}

/** A list that was copied from a search, a mail or a network of friends has wrappers around its addresses. */
function asPage(address: string): PageInput {
  const wrapped = new URL(address);
  const story = unwrapAddress(wrapped);
  return { input: story === wrapped ? address : story.href, isListed: true };
}

async function pagesOfList(source: string, named: Named): Promise<PageList> {
  const complaints: string[] = [];
  const addresses: string[] = [];
  const known = new Set<string>();
  const read = async (name: string, level: number): Promise<void> => {
    known.add(name);
    const list = readList(await bytesOf(name, named), name === '-' ? 'standard input' : name);
    addresses.push(...list.addresses);
    for (const line of list.strangeLines) complaints.push(`${name}: no address in the line “${line.slice(0, 80)}”.`);
    for (const further of list.lists) {
      if (known.has(further) || known.size >= MOST_LISTS || level === MOST_LEVELS) continue;
      // One sitemap of many that cannot be had is said, and the others are read.
      await read(further, level + 1).catch((error) => complaints.push(`${further}: ${failureSentence(error)}`));
    }
  };
  await read(source, 1);
  if (addresses.length === 0) throw new CliError(`${source} names no address.`);
  return { pages: addresses.map(asPage), complaints };
}

async function bytesOf(source: string, { fetch, timeoutSeconds }: Named): Promise<Uint8Array> {
  if (source === '-') return buffer(process.stdin);
  if (!/^https?:\/\//i.test(source)) {
    return readFile(source).catch((error: unknown) => {
      if (codeOf(error) === 'EISDIR')
        throw new CliError(`${source} is a folder; without --from its pages are clipped.`);
      throw codeOf(error) === 'ENOENT' ? new CliError(`There is no file ${source}.`) : error;
    });
  }
  const { host } = new URL(source);
  try {
    const headers = { 'User-Agent': USER_AGENT, Accept: 'application/xml,text/xml,text/plain;q=0.9,*/*;q=0.5' };
    const response = await fetch(source, { headers, timeout: timeoutSeconds * 1000, robots: 'ignore' });
    if (!response.ok) throw new CliError(`The server answered ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`The list could not be fetched: ${networkReason(error, host)}.`);
  }
}
