import { type ClipOptions, clipOptionsOf, DEFAULT_RETRIES } from '../clip/clip-options.ts';
import { clipPages } from '../clip/clip-pages.ts';
import { KeptStories } from '../clip/kept-stories.ts';
import { PRESET_NAMES } from '../clip-report.ts';
import { type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { counted } from '../counted.ts';
import { type GitCheckout, openCheckout } from '../git/git-checkout.ts';
import { createJudgedFetch } from '../judged-fetch.ts';
import { openJournal } from '../lists/journal.ts';
import { listPages } from '../lists/list-pages.ts';
import type { PageInput } from '../lists/page-input.ts';
import { DEFAULT_TIMEOUT_SECONDS } from '../load.ts';
import { makeFolder } from '../make-folder.ts';
import { createPoliteFetch, DEFAULT_PAUSE_SECONDS } from '../network/polite-fetch.ts';
import { openPlace } from '../places/open-place.ts';
import { folderPlace, type Place } from '../places/place.ts';
import { sayDoubledFolder } from '../places/say-doubled-folder.ts';
import { DEFAULT_JOBS, openClipPool } from '../pool/clip-pool.ts';

const HELP = `Usage: jianbao clip <url | file.html | folder | 'pattern' | -> … [options]
       jianbao clip --from <list> --out DIR [options]

Clips pages and writes each as a post: one to standard output, or any number into a folder or to another place. Below
DIR the same story overwrites the file of its name; a story that has a new headline, or whose file was renamed, is found by
its address, and its file is named and left unless --update is given. The file of another story is never touched. A folder
stands for the saved pages in it, and so does a quoted pattern such as 'saved/**/*.html'.

Options:
  --from LIST    Clip the pages of a list: a file or an address with one address a line, a sitemap, or the bookmarks
                 that a browser exports; - is standard input. Can be given several times. The robots.txt of a
                 site counts for the pages of lists, and not for an address that you type
  --out DIR      Write the posts below DIR
  --to PLACE     Write them to a place of jianbao.json, or to the address of a repository, a WebDAV folder or a bucket;
                 jianbao places --help says more
  --update       Replace a story's file that has another text: at PLACE, or below DIR under another name than the post
                 has now. Without it the file is left, as somebody else may have written it
  --git HOW      commit: commit the posts in the git checkout that DIR is in; push: push them too
  --preset NAME  Form of the post: a file that the settings page exported, or one of (default: jekyll)
                 ${PRESET_NAMES}
  --rules FILE   Your own rules, formats and tags for sites, as the settings of the extension export them
  --images HOW   link: pictures stay where they are; download: they are kept beside the post (default: link)
  --pages        Read the further pages of a story that has several, one after another, and join them into one post
  --url URL      The address that a file or standard input counts as; with several pages, once for each, in order
  --jobs N       Clip N pages at a time (default: ${DEFAULT_JOBS}, the processors of this computer); the posts are the same
  --resume FILE  Keep a journal in FILE; a run with the same journal leaves out what is done
  --retry N      Ask a server that fails in passing N times more (default: ${DEFAULT_RETRIES} for lists, else 0)
  --pause S      Wait S seconds between two requests to a host (default: ${DEFAULT_PAUSE_SECONDS} for lists, else 0)
  --timeout S    Give a server S seconds for a page (default: ${DEFAULT_TIMEOUT_SECONDS})
  --json         Print a JSON object a page in place of the post
  -h, --help     Show this help

A page that cannot be clipped is named on standard error with the reason; the others are still done and the exit
code is 1. A clip that may not be whole is named there as well, a story with further pages, and a page that took over
five seconds.
`;

export const clip: Command = {
  help: HELP,
  async run(args) {
    const options = await clipOptionsOf(args);
    const { inputs, lists, json, preset, isPresetNamed, sites, timeoutSeconds, jobs, journal: file } = options;
    const checkout = await checkoutOf(options);
    const place = await placeOf(options);
    if (place) sayDoubledFolder(place, preset);
    const journal = file === undefined ? undefined : await openJournal(file);
    const { pages, complaints } = await pagesOf(options);
    for (const complaint of complaints) process.stderr.write(`jianbao: ${complaint}\n`);
    const left = pages.filter(({ input }) => journal?.savedAt(input) === undefined);
    if (left.length < pages.length) {
      const done = pages.length - left.length;
      complain(String(file), `${done} of ${counted(pages.length, 'page')} ${done === 1 ? 'is' : 'are'} done already.`);
    }
    // Lists that come from elsewhere do not open the own network: only what was typed does.
    const typed = [
      ...inputs,
      ...lists,
      ...options.urls,
      ...(lists.some(isAddress) ? [] : pages.map(({ input }) => input)),
    ];
    const pool = openClipPool(jobs);
    try {
      const fetch = createPoliteFetch(typed, options);
      const means = {
        pool,
        preset,
        isPresetNamed,
        sites,
        timeoutSeconds,
        pages: options.pages,
        fetch,
        fetchPicture: createJudgedFetch(typed),
      };
      const sinks = {
        json,
        ...(place ? { place } : {}),
        ...(checkout ? { checkout } : {}),
        ...(journal ? { journal } : {}),
      };
      const failed = await clipPages(left, means, sinks);
      const problem = (await checkout?.commitNoted())?.problem;
      if (problem !== undefined) complain('git', problem);
      return failed === 0 && complaints.length === 0 && problem === undefined ? 0 : 1;
    } finally {
      await pool.close();
    }
  },
};

function isAddress(list: string): boolean {
  return /^https?:\/\//i.test(list);
}

async function pagesOf(options: ClipOptions): Promise<{ pages: readonly PageInput[]; complaints: readonly string[] }> {
  const { inputs, lists, urls, out, to, json, timeoutSeconds } = options;
  const fetch = createPoliteFetch([...inputs, ...lists], options);
  const found = await listPages({ inputs, lists, fetch, timeoutSeconds });
  if (found.pages.length > 1 && out === undefined && to === undefined && !json) {
    throw new UsageError('several pages need --out DIR, --to PLACE or --json');
  }
  if (urls.length === 0) return found;
  if (urls.length !== found.pages.length)
    throw new UsageError(`--url is for one page each, and not for a folder or list`);
  return { ...found, pages: found.pages.map((page, at) => ({ ...page, ...(urls[at] ? { url: urls[at] } : {}) })) };
}

/** Before any page is asked for: a folder in no checkout is a slip of the pen. */
async function checkoutOf({ out, git }: ClipOptions): Promise<GitCheckout | undefined> {
  if (out === undefined || git === undefined) return undefined;
  await makeFolder(out);
  return openCheckout(out, git);
}

async function placeOf({ out, to, update }: ClipOptions): Promise<Place | undefined> {
  if (to !== undefined) return openPlace(to, update ? 'replace' : 'keep');
  if (out === undefined) return undefined;
  return folderPlace(out, { kept: new KeptStories(out), renamedText: update ? 'replace' : 'keep' });
}
