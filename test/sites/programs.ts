import type { Preset } from '../../src/core/model/preset.ts';
import { PRESETS } from '../../src/core/post/presets/presets.ts';
import type { Expectation } from './expectation.ts';

/** A program that takes posts, and the preset for it. */
export interface Program {
  /** Its name in `check.mjs`. */
  readonly tool: string;
  /** What sets this run apart from the tool's usual one. */
  readonly variant?: string;
  readonly preset: Preset;
  /** The zones in which it is built; the site's own zone is always Shanghai. */
  readonly zones: readonly string[];
  /** What a post for it says otherwise than for the rest. */
  readonly adapt: (expectation: Partial<Expectation>, authors: readonly string[]) => Partial<Expectation>;
}

export const SITE_ZONE = 'Asia/Shanghai';
const ZONES = [SITE_ZONE, 'UTC', 'America/Los_Angeles'];

const asItIs: Program['adapt'] = (expectation) => expectation;

/** Each program as its preset is built in. */
const USUAL: readonly Program[] = [
  { tool: 'jekyll', preset: preset('jekyll'), zones: ZONES, adapt: withHeadline },
  { tool: 'hugo', preset: preset('hugo'), zones: ZONES, adapt: asItIs },
  { tool: 'hexo', preset: { ...preset('hexo'), timeZone: SITE_ZONE }, zones: ZONES, adapt: asItIs },
  { tool: 'eleventy', preset: preset('eleventy'), zones: ZONES, adapt: asItIs },
  { tool: 'astro', preset: preset('astro'), zones: ZONES, adapt: asItIs },
  { tool: 'pandoc', preset: preset('pandoc'), zones: [SITE_ZONE], adapt: withAuthors },
  {
    tool: 'obsidian',
    preset: preset('obsidian'),
    zones: [SITE_ZONE],
    // Its dates have no zone, so only the publisher's own day and time can be compared, and that is done elsewhere.
    adapt: ({ tags: _tags, date: _date, ...rest }, authors) => withAuthors(rest, authors),
  },
  { tool: 'raw', preset: preset('jekyll'), zones: [SITE_ZONE], adapt: asItIs },
  { tool: 'vitepress', preset: preset('vitepress'), zones: ZONES, adapt: withHeadlineOnly },
  { tool: 'docusaurus', preset: preset('docusaurus'), zones: ZONES, adapt: withAuthors },
  {
    tool: 'astro-mdx',
    preset: mdx(preset('astro')),
    zones: ZONES,
    adapt: asItIs,
  },
];

/** Once more, with the pictures kept beside the posts; Jekyll also with the story as HTML, as the old archives have it. */
export const PROGRAMS: readonly Program[] = [
  ...USUAL,
  ...USUAL.filter(({ tool }) => tool !== 'raw').map((program) => ({
    ...program,
    variant: 'with pictures',
    zones: [SITE_ZONE],
    preset: { ...program.preset, images: { ...program.preset.images, download: true } },
  })),
  {
    tool: 'jekyll',
    variant: 'as HTML',
    preset: { ...preset('jekyll'), body: 'html' },
    zones: [SITE_ZONE],
    adapt: withHeadline,
  },
];

/** A preset for MDX is a user's own: Astro's, in the dialect of Docusaurus. */
function mdx(astro: Preset): Preset {
  return { ...astro, id: 'astro-mdx', path: astro.path.replace(/md$/, 'mdx'), dialect: preset('docusaurus').dialect };
}

function preset(id: string): Preset {
  const found = PRESETS.find((one) => one.id === id);
  if (!found) throw new Error(`there is no preset ${id}`);
  return found;
}

/** The headline is in the body too, as a heading. */
function withHeadline(expectation: Partial<Expectation>): Partial<Expectation> {
  const { title = '', headings = [] } = expectation;
  return { ...expectation, headings: [{ text: title.replaceAll('\u200b', ''), level: 2 }, ...headings] };
}

/** The same for a program that has no categories. */
function withHeadlineOnly({ categories: _, ...expectation }: Partial<Expectation>): Partial<Expectation> {
  return withHeadline(expectation);
}

/** The names are in a list, and there are no categories. */
function withAuthors(expectation: Partial<Expectation>, authors: readonly string[]): Partial<Expectation> {
  const { categories: _, ...rest } = expectation;
  return { ...rest, author: authors };
}
