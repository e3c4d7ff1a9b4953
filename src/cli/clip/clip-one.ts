import type { PostToSave } from '../../app/save-post.ts';
import type { Article } from '../../core/model/article.ts';
import type { Preset } from '../../core/model/preset.ts';
import { PRESETS } from '../../core/post/presets/presets.ts';
import { siteDefaultsFor } from '../../core/sites/site-defaults-for.ts';
import { postOf } from '../clip-report.ts';
import { complain } from '../complain.ts';
import type { Page } from '../dom.ts';
import { fetchPictures } from '../fetch-pictures.ts';
import type { PageInput } from '../lists/page-input.ts';
import { loadPage } from '../load.ts';
import { nameSlowPage } from '../slow-page.ts';
import { warningSentence } from '../warning-sentence.ts';
import { withoutPassword } from '../without-password.ts';
import { clipFurtherPages } from './clip-further-pages.ts';
import type { ClipMeans } from './clip-means.ts';

/** A clipped page on its way to its place. */
export interface Clipped extends PostToSave {
  readonly label: string;
  readonly article: Article;
  /** What is in doubt, and what could not be had, each as a sentence. */
  readonly problems: readonly string[];
}

/** Loads and clips one page, with its pictures. */
export async function clipOne(page: PageInput, means: ClipMeans): Promise<Clipped> {
  const { pool, sites, timeoutSeconds, fetch, fetchPicture } = means;
  const label = withoutPassword(page.input);
  const loaded = await loadPage(page.input, { ...page, timeoutSeconds, fetch, obeysRobots: page.isListed ?? false });
  const now = new Date();
  const first = await pool.clip(loaded, now, true, sites.rules);
  nameSlowPage(label, first.milliseconds);
  const further = { ...means, clip: (other: Page) => pool.clip(other, now, true, sites.rules), join: pool.join };
  const { article: clipped, problems: ofPages } = await clipFurtherPages(first, further, now);
  const article = published(clipped);
  const site = siteDefaultsFor(article.pageUrl, sites.defaults);
  const post = postOf(article, presetFor(means, site.preset), now, site.tags);
  const { pictures, failures } = await fetchPictures(post.assets, article.pageUrl, fetchPicture);
  const doubts = article.warnings.filter((warning) => warning !== 'pages-missing').map(warningSentence);
  const nowhere = /^https?:/.test(loaded.url) ? [] : ['the page does not say where it is from; --url tells it.'];
  return {
    label,
    article,
    post,
    url: article.url,
    pictures,
    problems: [...nowhere, ...ofPages, ...doubts, ...failures],
  };
}

/** The preset that the command line names, else the built-in one of the site. A format of the user's own is in the browser only. */
function presetFor({ preset, isPresetNamed }: ClipMeans, ofSite: string | undefined): Preset {
  const found = isPresetNamed ? undefined : PRESETS.find(({ id }) => id === ofSite);
  return found ? { ...found, images: { ...found.images, download: preset.images.download } } : preset;
}

/** A local address, or a missing one, is not part of a post. */
function published(article: Article): Article {
  return /^https?:/i.test(article.url) ? article : { ...article, url: '' };
}

/** Says on standard error what is in doubt of a clip. */
export function sayProblems({ label, problems }: Clipped): void {
  for (const problem of problems) complain(label, problem);
}
