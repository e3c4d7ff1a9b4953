import type { Preset } from '../presets/preset.ts';
import { cleanText } from './clean-line.ts';
import { toDialect } from './dialect.ts';
import type { Draft } from './draft.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type FrontMatterEntry, frontMatter } from './front-matter.ts';
import { headline } from './headline.ts';
import { postPath } from './post-path.ts';
import { keepSlug, loadSlugger, type Slugger } from './slug.ts';
import type { FilterContext } from './template/filters.ts';
import { evaluateTemplate, renderTemplate } from './template/render-template.ts';
import { parseTemplate } from './template/template.ts';
import { textOf } from './template/value.ts';
import { type Variables, variablesOf } from './template/variables.ts';

/** A file that belongs to a post and has yet to be fetched. */
export interface PostAsset {
  readonly url: string;
  /** Path below the target folder. */
  readonly path: string;
}

/** A post as it will lie in the folder. */
export interface Post {
  /** Path below the target folder, `/`-separated: `_posts/2021-07-16-….md`. */
  readonly path: string;
  /** The YAML between the `---` lines. */
  readonly frontMatter: string;
  /** All that follows the front matter. */
  readonly body: string;
  /** The whole file. */
  readonly text: string;
  readonly assets: readonly PostAsset[];
}

/**
 * Writes a draft as a post in a preset's form. Pure: the same draft gives the same bytes.
 *
 * @param slugger what `loadSlugger(preset.slug)` gave
 * @throws TemplateError where a template of the preset cannot be read; `checkPreset` finds these beforehand
 */
export function toPost(draft: Draft, preset: Preset, slugger: Slugger = keepSlug): Post {
  const variables = variablesOf(draft);
  const context: FilterContext = { slugger, url: draft.url, timeZone: preset.timeZone };
  const yaml = frontMatter(entriesOf(preset, variables, context));
  const markdown = [...openingOf(preset, variables, context), storyOf(draft, preset)].join('\n\n');
  const body = `${toDialect(markdown, preset.dialect)}\n`;
  return {
    path: postPath(parseTemplate(preset.path), variables, context),
    frontMatter: yaml,
    body,
    text: yaml === '' ? body : `---\n${yaml}---\n${body}`,
    assets: [],
  };
}

/** The same, with the slugger that the preset asks for loaded first. */
export async function writePost(draft: Draft, preset: Preset): Promise<Post> {
  return toPost(draft, preset, await loadSlugger(preset.slug));
}

function entriesOf(preset: Preset, variables: Variables, context: FilterContext): readonly FrontMatterEntry[] {
  return preset.frontMatter
    .map(({ key, value, form, keepEmpty }) => ({
      entry: { key, form, value: evaluateTemplate(parseTemplate(value), variables, context) },
      keepEmpty,
    }))
    .filter(({ entry, keepEmpty }) => keepEmpty || textOf(entry.value) !== '')
    .map(({ entry }) => entry);
}

function openingOf(preset: Preset, variables: Variables, context: FilterContext): readonly string[] {
  const opening = renderTemplate(parseTemplate(preset.opening), variables, context, escapeMarkdown);
  const heading = preset.headline ? headline(textOf(variables.title), textOf(variables.url)) : '';
  return [opening, heading].filter((block) => block !== '');
}

function storyOf(draft: Draft, preset: Preset): string {
  if (preset.body === 'html') return htmlBlock(cleanText(draft.html).trim());
  return cleanText(draft.markdown).replace(/^\n+/, '').trimEnd();
}

/**
 * HTML as one block of a Markdown file: a blank line would end the block (CommonMark, type 6), and template languages
 * read braces in HTML as well. Character references mean the same to every HTML parser, inside `<pre>` too.
 */
function htmlBlock(html: string): string {
  const inert = html.replace(/\{(?=[{%#:<])/g, '&#123;').replace(/\n(?=[ \t]*\n)/g, '&#10;');
  return `<div>\n${inert}\n</div>`;
}
