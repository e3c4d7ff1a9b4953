import type { SiteConfig } from './site-config.ts';

/** What of a post decides where it is found. */
export interface PermalinkParts {
  /** Path below the archive's folder, `/`-separated. */
  readonly path: string;
  /** Of the front matter. */
  readonly permalink?: string;
  readonly slug?: string;
  readonly date?: string;
  readonly categories: readonly string[];
}

/** Jekyll's names for forms of permalinks (https://jekyllrb.com/docs/permalinks/). */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
};

const POST_NAME = /^(?:.*\/)?(\d{4})-(\d{2})-(\d{2})-([^/]*)\.[^./]+$/;

/** Where a program publishes a post; undefined where it does not, or where nobody knows. */
export function permalinkOf(post: PermalinkParts, site: SiteConfig): string | undefined {
  if (site.program === 'jekyll') return jekyllPermalink(post, site);
  return site.program === 'hugo' ? hugoPermalink(post) : undefined;
}

/** As Jekyll 4 fills its templates (`Drops::UrlDrop`, `URL#generate_url`). */
function jekyllPermalink(post: PermalinkParts, { permalink, timeZone }: SiteConfig): string | undefined {
  const [, year = '', month = '', day = '', name = ''] = POST_NAME.exec(post.path) ?? [];
  if (year === '' || !post.path.includes('_posts/')) return undefined;
  const [y = year, m = month, d = day] = dayOf(post.date, timeZone) ?? [];
  const values: Readonly<Record<string, string>> = {
    year: y,
    short_year: y.slice(2),
    month: m,
    i_month: String(Number(m)),
    day: d,
    i_day: String(Number(d)),
    title: slugified(post.slug ?? name),
    slug: slugified(post.slug ?? name).toLowerCase(),
    categories: post.categories.map((category) => slugified(category.toLowerCase())).join('/'),
  };
  const template = post.permalink ?? STYLES[permalink] ?? permalink;
  if (/:(?:y_day|week|short_day|w_day|hour|minute|second|long_\w+|short_month|w_year)\b/.test(template))
    return undefined;
  const filled = template.replace(/:([a-z_]+)/g, (whole, key: string) => values[key] ?? whole);
  return `/${filled}`.replace(/\/{2,}/g, '/');
}

/** The day in the site's zone: Jekyll reads every date as an instant. */
function dayOf(date: string | undefined, timeZone: string | undefined): string[] | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '') ?? [];
  if (date === undefined || day === undefined) return undefined;
  const isInstant = /\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(date);
  const instant = Date.parse(date.replace(/^(\S+) (\d{2}:\d{2}(?::\d{2})?) ?/, '$1T$2'));
  if (!isInstant || Number.isNaN(instant)) return day.split('-');
  return dayFormat(timeZone).format(instant).split('-');
}

const dayFormats = new Map<string | undefined, Intl.DateTimeFormat>();

/** Writes days as `2026-01-31`. A format of its own for each post took most of the time and memory of large archives. */
function dayFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, made);
  return made;
}

/** `Utils.slugify` of Jekyll in its mode `pretty`, case kept. */
function slugified(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

/** Hugo's default: the path below `content`, the slug in place of the file's name. */
function hugoPermalink({ path, permalink, slug }: PermalinkParts): string | undefined {
  if (permalink !== undefined) return permalink;
  const [, folder = '', name = ''] = /^content\/(.*?)([^/]+)\.[^./]+$/.exec(path) ?? [];
  if (name === '') return undefined;
  const isBundle = name === 'index';
  return `/${folder}${isBundle ? '' : `${slug ?? name}/`}`.toLowerCase().replaceAll(' ', '-');
}
