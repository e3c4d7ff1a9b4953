import type { ArticleWarning, Removal } from '../article.ts';
import type { ClipContext } from '../clip-context.ts';
import { ClipError } from '../failure.ts';
import { baseOf, resolveAddresses } from './addresses.ts';
import { chooseStory, type Story } from './choose-story.ts';
import { AFTER_PASSES } from './clean/after/after-passes.ts';
import { BEFORE_PASSES } from './clean/before/before-passes.ts';
import { NameIndex } from './clean/names.ts';
import type { Pass, PassContext } from './clean/pass.ts';
import { type PhraseTables, phraseTables } from './clean/phrases.ts';
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
  const known: Known = { ...knownOf(fields), phrases: phrasesFor(context), url: context.url, trace };
  const { names } = runPasses(BEFORE_PASSES, taken ?? page, known);

  const story: Story | undefined = taken
    ? { root: taken, standfirst: [], certain: true }
    : chooseStory(document, { ...known, statedText: facts.statedText }, names);
  if (!story) throw new ClipError(facts.asksPassword ? 'login-wall' : 'no-article');
  resolveAddresses(story.root, base);
  runPasses(AFTER_PASSES, story.root, { ...known, ...story });

  const warnings = judgeStory(story, facts, isDated(fields.dates));
  return { root: story.root as HTMLElement, trace, warnings };
}

type Known = Omit<PassContext, 'names' | 'measure'>;

function knownOf(fields: MetadataFields): Pick<Known, 'title' | 'description' | 'language' | 'authors' | 'standfirst'> {
  return {
    title: fields.title.value,
    description: fields.description.value,
    language: fields.language.value,
    authors: fields.authors.value,
    standfirst: [],
  };
}

function phrasesFor({ parts }: ClipContext): PhraseTables {
  const others = [parts.european, parts['east-asian']].flatMap((part) => part?.phrases ?? []);
  return phraseTables([english, ...others]);
}

function runPasses(passes: readonly Pass[], root: Element, known: Known): PassContext {
  const context: PassContext = { ...known, names: new NameIndex(root), measure: new TextMeasure(root) };
  for (const pass of passes) pass(root, context);
  return context;
}
