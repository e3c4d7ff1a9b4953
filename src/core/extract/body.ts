import type { ArticleWarning, Removal } from '../article.ts';
import type { ClipContext } from '../clip-context.ts';
import { ClipError } from '../failure.ts';
import { baseOf, resolveAddresses } from './addresses.ts';
import { type Choice, chooseStory } from './choose-story.ts';
import { AFTER_PASSES } from './clean/after/after-passes.ts';
import { BEFORE_PASSES } from './clean/before/before-passes.ts';
import { NameIndex } from './clean/names.ts';
import type { Pass, PassContext } from './clean/pass.ts';
import { TextMeasure } from './clean/text-measure.ts';
import type { PageMetadata } from './metadata/metadata.ts';
import { applySiteRule } from './sites/apply-site-rule.ts';
import { findSiteRule } from './sites/find-site-rule.ts';

export interface Body {
  /** The element whose children are the story. */
  readonly root: HTMLElement;
  readonly trace: readonly Removal[];
  readonly warnings: readonly ArticleWarning[];
}

/**
 * Finds the story in the page and takes everything else out of it.
 *
 * @throws {ClipError} `no-article` where no block of the page reads like a story; `frameset`.
 */
export function extractBody(document: Document, context: ClipContext, metadata: PageMetadata): Body {
  const page = document.body;
  if (!page) throw new ClipError('no-article', 'the page has no body');
  if (page.tagName === 'FRAMESET') throw new ClipError('frameset');

  const trace: Removal[] = [];
  resolveAddresses(page, baseOf(document.documentElement, context.url));
  const rule = context.siteRules === false ? undefined : findSiteRule(context.url);
  const taken = rule && applySiteRule(page, rule, trace);
  const choice: StoryParts = taken ? { root: taken, standfirst: [] } : findStory(document, context, metadata, trace);
  runPasses(AFTER_PASSES, choice, context, metadata, trace);
  const { root } = choice;
  return { root: root as HTMLElement, trace, warnings: [] };
}

type StoryParts = Pick<Choice, 'root' | 'body' | 'standfirst'>;

function findStory(document: Document, context: ClipContext, metadata: PageMetadata, trace: Removal[]): Choice {
  runPasses(BEFORE_PASSES, { root: document.body, standfirst: [] }, context, metadata, trace);
  const { title, language } = metadata.fields;
  const choice = chooseStory(document, { title: title.value, language: language.value });
  if (!choice) throw new ClipError('no-article');
  return choice;
}

function runPasses(
  passes: readonly Pass[],
  { root, body, standfirst }: StoryParts,
  { url }: ClipContext,
  metadata: PageMetadata,
  trace: Removal[],
): void {
  const context: PassContext = {
    url,
    title: metadata.fields.title.value,
    description: metadata.fields.description.value,
    authors: metadata.fields.authors.value,
    names: new NameIndex(root),
    measure: new TextMeasure(root),
    standfirst,
    ...(body ? { body } : {}),
    trace,
  };
  for (const pass of passes) pass(root, context);
}
