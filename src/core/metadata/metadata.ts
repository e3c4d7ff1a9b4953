import type { ExtractedArticle } from '../model/article.ts';
import type { ClipContext } from '../model/clip-context.ts';
import type { Steps } from '../model/steps.ts';
import { readCanonicalUrl, readPageUrl } from './canonical-url.ts';
import { collectAuthorEvidence } from './collect-author-evidence.ts';
import { collectDateEvidence } from './collect-date-evidence.ts';
import { readDescription } from './description.ts';
import { readKeywords } from './keywords.ts';
import { readDirection, readLanguage } from './language.ts';
import { readLeadImage } from './lead-image.ts';
import { readSection } from './section.ts';
import { readSiteName } from './site-name.ts';
import { collectSources } from './sources/page-sources.ts';
import { findHeadline, readTitle } from './title.ts';

/** Every field of a `ExtractedArticle` that is not its body. */
export type MetadataFields = Omit<ExtractedArticle, 'html' | 'text' | 'images' | 'trace' | 'warnings' | 'undecided'>;

/** Reads what the page says about the story. Never throws; an unknown field is empty with origin `none`. Only reads. */
export function* readMetadata(document: Document, context: ClipContext): Steps<MetadataFields> {
  const facts = yield* collectSources(document, context);
  yield;
  const title = readTitle(facts);
  const headlineAt = findHeadline(facts.page, title);
  const language = readLanguage(facts, title.value);
  const leadImage = readLeadImage(facts);
  yield;
  const authors = collectAuthorEvidence(facts, headlineAt);
  yield;
  const { modules } = context;
  const siteName = readSiteName(facts, title.value);
  return {
    url: readCanonicalUrl(facts),
    pageUrl: readPageUrl(facts.url),
    // A story has a name in every list: without a headline it is its site's.
    title: title.value === '' ? siteName : { value: title.value, origin: title.origin },
    authors: modules.authors ? modules.authors.readAuthors(authors, modules) : authors,
    dates: collectDateEvidence(facts, headlineAt),
    siteName,
    language,
    description: readDescription(facts),
    keywords: readKeywords(facts),
    section: readSection(facts),
    ...(leadImage ? { leadImage } : {}),
    direction: readDirection(facts, language.value),
  };
}
