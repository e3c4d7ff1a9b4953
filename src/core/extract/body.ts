import type { ArticleWarning, Removal } from '../article.ts';
import type { ClipContext } from '../clip-context.ts';
import { ClipError } from '../failure.ts';
import { baseOf, resolveAddresses } from './addresses.ts';
import { BEFORE_PASSES } from './clean/before/before-passes.ts';
import { NameIndex } from './clean/names.ts';
import type { Pass, PassContext } from './clean/pass.ts';
import { TextMeasure, weightOf } from './clean/text-measure.ts';
import type { PageMetadata } from './metadata/metadata.ts';
import { ATTEMPTS, runReadability } from './readability.ts';
import { applySiteRule } from './sites/apply-site-rule.ts';
import { findSiteRule } from './sites/find-site-rule.ts';

export interface Body {
  /** The element whose children are the story. */
  readonly root: HTMLElement;
  readonly trace: readonly Removal[];
  readonly warnings: readonly ArticleWarning[];
}

/** Readability tries again with fewer rules below this much text, as Latin letters (its own default is 500 characters). */
const ENOUGH_TEXT = 450;

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
  const root = taken ?? findStory(document, metadata, trace);
  return { root: root as HTMLElement, trace, warnings: [] };
}

function findStory(document: Document, metadata: PageMetadata, trace: Removal[]): Element {
  runPasses(BEFORE_PASSES, document.body, metadata, trace);
  const spare = document.body.cloneNode(true);
  let best: Element | undefined;
  let most = -1;
  for (const flags of ATTEMPTS) {
    if (flags !== ATTEMPTS[0]) document.body.replaceWith(spare.cloneNode(true));
    const found = runReadability(document, flags);
    const weight = weightOf(found?.textContent ?? '');
    if (found && weight > most) {
      best = found;
      most = weight;
    }
    if (weight >= ENOUGH_TEXT) break;
  }
  if (!best) throw new ClipError('no-article');
  return best;
}

function runPasses(passes: readonly Pass[], root: Element, metadata: PageMetadata, trace: Removal[]): void {
  const context: PassContext = {
    title: metadata.fields.title.value,
    description: metadata.fields.description.value,
    authors: metadata.fields.authors.value,
    names: new NameIndex(root),
    measure: new TextMeasure(root),
    trace,
  };
  for (const pass of passes) pass(root, context);
}
