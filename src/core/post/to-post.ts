import type { Dialect } from '../model/dialect.ts';
import type { Draft } from '../model/draft.ts';
import type { Header, Preset } from '../model/preset.ts';
import { cleanText } from '../text/clean-line.ts';
import { escapeValue } from './dialects/escape-value.ts';
import { toDialect } from './dialects/to-dialect.ts';
import { withoutFences } from './dialects/without-fences.ts';
import { escapeMarkdown, linkDestination } from './escape-markdown.ts';
import type { HeaderEntry } from './headers/header-entry.ts';
import { type WrittenHeader, writeHeader } from './headers/write-header.ts';
import { headline } from './headline.ts';
import { type HighlightedStory, writeHighlights, writeMarks } from './highlights/write-highlights.ts';
import { localImages, relinkImages } from './local-images.ts';
import type { LoadPinyin } from './pinyin.ts';
import { postPath } from './post-path.ts';
import { hashSlug, keepSlug, loadSlugger, type Slugger } from './slug.ts';
import type { FilterContext } from './template/filters.ts';
import { evaluateTemplate, renderTemplate } from './template/render-template.ts';
import { parseTemplate } from './template/template.ts';
import { textOf } from './template/value.ts';
import { IMAGE_VARIABLES, OPENING_VARIABLES, type Variables, variablesOf } from './template/variables.ts';

/** A file that belongs to a post and has yet to be fetched. */
export interface PostAsset {
  readonly url: string;
  /** Path below the target folder. */
  readonly path: string;
  /** The address by which the post shows it. */
  readonly link: string;
}

/** A post as it will be written to the folder. */
export interface Post {
  /** Path below the target folder, `/`-separated: `_posts/2021-07-16-….md`. */
  readonly path: string;
  /** The keys as the header writes them, without `---` lines. */
  readonly frontMatter: string;
  /** All that follows the front matter. */
  readonly body: string;
  /** The whole file. */
  readonly text: string;
  /** The content of the file `<path>.meta`, for presets that keep the keys beside the post. */
  readonly meta?: string;
  readonly assets: readonly PostAsset[];
}

/**
 * Writes a draft as a post in a preset's form. Pure: the same draft returns the same bytes.
 *
 * @param slugger what `loadSlugger(preset.slug)` returned
 * @throws TemplateError where a template of the preset cannot be read; `checkPreset` finds these beforehand
 */
export function toPost(
  draft: Draft,
  preset: Preset,
  slugger: Slugger = preset.slug === 'hash' ? hashSlug : keepSlug,
): Post {
  const variables = variablesOf(draft);
  const context: FilterContext = { slugger, url: draft.url, timeZone: preset.timeZone };
  const path = postPath(parseTemplate(preset.path), variables, context);
  const { story, assets, toMark } = storyOf(draft, preset, { ...variables, stem: stemOf(path) }, context);
  const opening = openingOf(preset, variables, context);
  const whole = opening === '' ? story : `${opening}\n\n${story}`;
  const fenced = FENCED_HEADERS.has(preset.header) ? whole : withoutFences(whole);
  const markdown = writeMarks(toDialect(fenced, dialectOf(preset)), toMark, preset);
  const { keys, lead, isApart } = headerOf(preset, variables, context);
  const body = `${opening === '' && lead !== '' ? '\n' : ''}${markdown.trimEnd()}\n`;
  return { path, frontMatter: keys, body, text: `${lead}${body}`, ...(isApart ? { meta: keys } : {}), assets };
}

/** The same, with the slugger that the preset asks for loaded first. */
export async function writePost(draft: Draft, preset: Preset, loadPinyin: LoadPinyin): Promise<Post> {
  return toPost(draft, preset, await loadSlugger(preset.slug, loadPinyin));
}

/** Headers that say where they end: after them a line of dashes is only a line of dashes. */
const FENCED_HEADERS: ReadonlySet<Header> = new Set(['yaml', 'toml']);

/** Programs look for maths and marks in Markdown only: in a body of HTML a dollar is a dollar, and kramdown leaves tags alone. */
function dialectOf({ body, dialect }: Preset): Dialect {
  const { inlineMaths: _unread, kramdown: _notRead, ...asHtml } = dialect;
  return body === 'html' ? asHtml : dialect;
}

function headerOf(preset: Preset, variables: Variables, context: FilterContext): WrittenHeader {
  const entries: readonly HeaderEntry[] = preset.frontMatter
    .map(({ value, ...key }) => {
      const evaluated = evaluateTemplate(parseTemplate(value), variables, context);
      return { ...key, value: escapeValue(evaluated, preset.dialect) };
    })
    .filter(({ keepEmpty, value }) => keepEmpty === true || textOf(value) !== '');
  return writeHeader(preset.header, entries);
}

function openingOf(preset: Preset, variables: Variables, context: FilterContext): string {
  const { title = '', url = '' } = variables;
  const heading = headline(textOf(title), textOf(url), FENCED_HEADERS.has(preset.header));
  return renderTemplate(
    parseTemplate(preset.opening, OPENING_VARIABLES),
    { ...variables, headline: heading },
    context,
    (text, source) => (source.kind === 'variable' && source.name === 'headline' ? text : escapeMarkdown(text)),
  ).trim();
}

function storyOf(
  draft: Draft,
  preset: Preset,
  variables: Variables,
  context: FilterContext,
): { story: string; assets: readonly PostAsset[]; toMark: HighlightedStory['toMark'] } {
  const { body, images } = preset;
  const clean =
    body === 'html' ? htmlBlock(cleanText(draft.html).trim()) : cleanText(draft.markdown).replace(/^\n+/, '');
  const { text: written, toMark } = writeHighlights(clean, draft, preset);
  if (!images.download) return { story: written, assets: [], toMark };
  const placed = localImages(draft.images, draft.url).map(({ url, name }) => {
    const named = { ...variables, image: name };
    const link = renderTemplate(parseTemplate(images.link, IMAGE_VARIABLES), named, context, linkDestination);
    return { url, path: postPath(parseTemplate(images.file, IMAGE_VARIABLES), named, context), link };
  });
  const story = relinkImages(written, new Map(placed.map(({ url, link }) => [url, link])));
  // Of a story that the user has shortened, only the pictures that are left.
  return { story, assets: placed.filter(({ link }) => story.includes(link)), toMark };
}

/** The name of a post without extension; of a page bundle (`…/index.md`) that of its folder. */
function stemOf(path: string): string {
  const names = path.split('/');
  const stem = (names.at(-1) ?? '').replace(/\.[^.]+$/, '');
  return /^_?index$/.test(stem) ? (names.at(-2) ?? stem) : stem;
}

/**
 * HTML as one block of a Markdown file: a blank line would end the block (CommonMark, type 6), and template languages
 * read braces in HTML as well. Character references mean the same to every HTML parser, inside `<pre>` too.
 */
function htmlBlock(html: string): string {
  const inert = html.replace(/\{(?=[{%#:<])/g, '&#123;').replace(/\n(?=[ \t]*\n)/g, '&#10;');
  return `<div>\n${inert}\n</div>`;
}
