import type { ArticleWarning, Removal } from '../article.ts';
import type { ClipContext } from '../clip-context.ts';
import { ClipError } from '../failure.ts';
import { baseOf, resolveAddresses } from './addresses.ts';
import { chooseStory, type Story } from './choose-story.ts';
import { AFTER_PASSES } from './clean/after/after-passes.ts';
import { BEFORE_PASSES } from './clean/before/before-passes.ts';
import { NameIndex } from './clean/names.ts';
import type { PassContext } from './clean/pass.ts';
import { phraseTables } from './clean/phrases.ts';
import { prepare } from './clean/prepare/prepare.ts';
import { TextMeasure } from './clean/text-measure.ts';
import { english } from './languages/english.ts';
import { isDated } from './metadata/collect-date-evidence.ts';
import type { MetadataFields } from './metadata/metadata.ts';
import { siteRulesOf } from './sites/site-rules-of.ts';
import { judgeStory, readFacts } from './verdict.ts';

export interface Body {
  /** The element whose children are the story. */
  readonly root: HTMLElement;
  readonly trace: readonly Removal[];
  readonly warnings: readonly ArticleWarning[];
}

/** Above this a page takes seconds, each of them with the tab standing still. */
const MOST_ELEMENTS = 300_000;

/**
 * Finds the story in the page and takes everything else out of it. The document is consumed.
 *
 * @throws {ClipError} `no-article` where no block of the page reads like a story; `login-wall`, `frameset`, `too-large`.
 */
export function extractBody(document: Document, context: ClipContext, fields: MetadataFields): Body {
  const page = document.body;
  if (!page) throw new ClipError('no-article', 'the page has no body');
  if (page.tagName === 'FRAMESET') throw new ClipError('frameset');
  if (page.getElementsByTagName('*').length > MOST_ELEMENTS) throw new ClipError('too-large');

  const facts = readFacts(document);
  const base = baseOf(document.documentElement, context.url);
  prepare(document, base);

  const trace: Removal[] = [];
  const rules = siteRulesOf(context);
  const rule = rules?.find(context.url);
  const taken = rule && rules?.apply(page, rule, trace);
  const known = passContext(taken ?? page, fields, context, trace);
  for (const pass of BEFORE_PASSES) pass(taken ?? page, known);

  known.measure.forget(known.removed);
  const story: Story | undefined = taken
    ? { root: taken, standfirst: [], certain: true }
    : chooseStory(document, { ...known, statedText: facts.statedText });
  if (!story) throw new ClipError(facts.asksPassword ? 'login-wall' : 'no-article');
  resolveAddresses(story.root, base);
  for (const pass of AFTER_PASSES) pass(story.root, { ...known, ...story });

  const warnings = judgeStory(story, facts, isDated(fields.dates));
  return { root: story.root as HTMLElement, trace, warnings };
}

function passContext(
  root: Element,
  fields: MetadataFields,
  { parts, url }: ClipContext,
  trace: Removal[],
): PassContext {
  const others = [parts.european, parts['east-asian']].flatMap((part) => part?.phrases ?? []);
  return {
    url,
    title: fields.title.value,
    description: fields.description.value,
    language: fields.language.value,
    authors: fields.authors.value,
    standfirst: [],
    phrases: phraseTables([english, ...others]),
    names: new NameIndex(root),
    measure: new TextMeasure(root),
    trace,
    removed: [],
  };
}
