import { english } from '../languages/english.ts';
import { isDated } from '../metadata/collect-date-evidence.ts';
import type { MetadataFields } from '../metadata/metadata.ts';
import type { ArticleWarning, Removal } from '../model/article.ts';
import type { ClipContext } from '../model/clip-context.ts';
import { ClipError } from '../model/failure.ts';
import type { Steps } from '../model/steps.ts';
import { siteRuleFor } from '../sites/site-rule-for.ts';
import { baseOf, resolveAddresses } from '../text/addresses.ts';
import { ARTICLE_PASSES, manualPasses, THREAD_PASSES } from './article-passes/article-passes.ts';
import { chooseStory, type Story } from './choose-story.ts';
import { AuthorNames } from './clean/author-names.ts';
import { markBetween } from './clean/mark-between.ts';
import { NameIndex } from './clean/names.ts';
import type { PassContext } from './clean/pass.ts';
import { phraseTables } from './clean/phrases.ts';
import { restoreStory } from './clean/restore-story.ts';
import { TextMeasure } from './clean/text-measure.ts';
import { isPartial, proseBelow } from './is-partial.ts';
import { blockOfJsonLd } from './json-ld-body.ts';
import { PAGE_PASSES } from './page-passes/page-passes.ts';
import { prepare } from './prepare/prepare.ts';
import { type AccessSignals, assessArticle, readAccessSignals, reasonForNone } from './quality.ts';
import { titleHeading } from './title-heading.ts';

export interface Body {
  /** The element whose children are the story. */
  readonly root: HTMLElement;
  readonly trace: readonly Removal[];
  readonly warnings: readonly ArticleWarning[];
  /** As in `ExtractedArticle`. */
  readonly undecided: readonly string[];
}

/**
 * Finds the story in the page and takes everything else out of it. The document is consumed.
 *
 * @throws {ClipError} `no-article` where no block of the page reads like a story; `login-wall`, `scripts-needed`, `frameset`.
 */
export function* extractBody(document: Document, context: ClipContext, fields: MetadataFields): Steps<Body> {
  const page = document.body;
  if (!page) throw new ClipError('no-article', 'the page has no body');
  if (page.tagName === 'FRAMESET') throw new ClipError('frameset');

  const signals = readAccessSignals(document);
  const base = baseOf(document.documentElement, context.url);
  yield* prepare(document, base, context.modules.structure?.settleStructure);
  yield 0.35;

  const trace: Removal[] = [];
  const rule = siteRuleFor(context);
  const ruled = rule && context.modules.sites?.apply(page, rule, trace);
  const taken = context.blocks?.start(page) ?? ruled;
  // Comments below an article look like a thread; what the page states of itself decides.
  const mayBeThread = !taken && signals.stated !== 'article';
  const measure = new TextMeasure(taken ?? page);
  const thread = mayBeThread ? context.modules.structure?.readThread(page, measure, signals.stated) : undefined;
  if (thread) return threadBody(thread, base, { context, fields, signals, trace });
  yield;
  const manual = taken ? undefined : context.modules.structure?.findManual(page, context.url, signals.stated);
  for (const meta of Array.from(page.querySelectorAll('meta'))) meta.remove();
  const known = passContext(taken ?? page, measure, { context, fields, signals, trace });
  for (const pass of PAGE_PASSES) {
    yield;
    pass(taken ?? page, known);
  }
  yield;
  restoreStory(taken ?? page, known);
  yield 0.5;

  known.measure.forget(known.removed);
  const below = taken ? [] : proseBelow(titleHeading(page, known.title), page, known.measure);
  yield;
  const { prose } = known.measure.total;
  const written = taken || signals.paid ? undefined : blockOfJsonLd(document, signals.jsonLdText, prose);
  const given = taken ?? written;
  const story: Story | undefined = given
    ? { root: given, standfirst: [], certain: given === taken }
    : yield* chooseStory(document, {
        ...known,
        manual,
        jsonLdText: signals.jsonLdText,
        readStandfirst: context.modules.european?.readStandfirst,
      });
  if (!story) throw new ClipError(reasonForNone(signals, known.measure.total));
  const tools = story.isManual && context.modules.structure?.manualTools;
  const passes = tools ? manualPasses(tools) : ARTICLE_PASSES;
  yield 0.75;
  resolveAddresses(story.root, base);
  for (const [index, pass] of passes.entries()) {
    yield 0.75 + (0.2 * index) / passes.length;
    pass(story.root, { ...known, ...story });
  }

  const kept = new TextMeasure(story.root);
  const isWhole = taken !== undefined || !isPartial(kept.prose, below, known);
  const found = { ...story, isWhole, page: known.measure.total };
  const warnings = assessArticle(found, kept, signals, isDated(fields.dates));
  // Site rules come first in the trace, and take out no elements that are remembered.
  const first = trace.length - known.removed.length;
  const marked = markBetween(trace.slice(first), known.removed, kept.prose, known.measure);
  return settled(story.root as HTMLElement, known, context, {
    trace: [...trace.slice(0, first), ...marked],
    warnings,
  });
}

/** The finished story, changed as the user's own rule says. */
function settled(
  root: HTMLElement,
  { removed, authors }: PassContext,
  { blocks }: ClipContext,
  { trace, warnings }: Pick<Body, 'trace' | 'warnings'>,
): Body {
  const all = [...trace];
  return {
    root,
    trace: all,
    warnings: [...warnings, ...(blocks?.settle(root, removed, all) ?? [])],
    undecided: [...authors.undecided],
  };
}

interface Surroundings {
  readonly context: ClipContext;
  readonly fields: MetadataFields;
  readonly signals: AccessSignals;
  readonly trace: Removal[];
}

/** The posts of a thread as the story. */
function threadBody(root: HTMLElement, base: string, { context, fields, signals, trace }: Surroundings): Body {
  resolveAddresses(root, base);
  const story: Story = { root, standfirst: [], certain: true };
  const known = passContext(root, new TextMeasure(root), { context, fields, signals, trace });
  for (const pass of THREAD_PASSES) pass(root, { ...known, ...story });
  const kept = new TextMeasure(root);
  // Readable posts are not behind a login.
  const open = { ...signals, asksPassword: false };
  const warnings = assessArticle({ ...story, isWhole: true, page: kept.total }, kept, open, isDated(fields.dates));
  return settled(root, known, context, { trace, warnings });
}

function passContext(
  root: Element,
  measure: TextMeasure,
  { context: { modules, url }, fields, trace }: Surroundings,
): PassContext {
  const others = [modules.european, modules['east-asian']].flatMap((module) => module?.phrases ?? []);
  return {
    url,
    title: fields.title.value,
    description: fields.description.value,
    language: fields.language.value,
    authors: new AuthorNames('value' in fields.authors ? fields.authors.value : undefined),
    standfirst: [],
    phrases: phraseTables([english, ...others]),
    eastAsian: modules['east-asian'],
    names: new NameIndex(root),
    measure,
    trace,
    removed: [],
  };
}
