import { keyPart } from '../../i18n/messages.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { ItemCounts, ItemFailure, Job, JobItem, PageReason } from '../../library/model/job.ts';

/** What a batch is called: by its name, else by where its addresses came from. */
export function jobName({ name, source }: Job, t: Translator['t']): string {
  return name === '' ? t(`source_${source}`) : name;
}

/** How many items of a batch have an outcome, and how many there are. */
export function outcomesOf(counts: ItemCounts): { readonly done: number; readonly total: number } {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { done: total - counts.waiting - counts.running, total };
}

const PAGE_REASONS: ReadonlySet<string> = new Set<PageReason>([
  'not-allowed',
  'not-found',
  'login-needed',
  'server-failed',
  'slow-down',
  'too-slow',
  'unreachable',
  'tab-closed',
]);

function isPageReason(reason: ItemFailure['reason']): reason is PageReason {
  return PAGE_REASONS.has(reason);
}

/** Why the page was not clipped, in a sentence. */
export function failureText({ reason }: ItemFailure, t: Translator['t']): string {
  if (reason === 'not-html') return t('refused_not_html');
  return isPageReason(reason) ? t(`refused_${keyPart(reason)}`) : t(`failure_${keyPart(reason)}`);
}

/** What came of an item, in a word, and why, where there is a why. */
export function itemText(item: JobItem, t: Translator['t']): { readonly state: string; readonly why: string } {
  const state = t(`item_${item.state}`);
  if (item.state === 'uncertain' || (item.state === 'saved' && item.doubts)) {
    return { state, why: (item.doubts ?? []).map((doubt) => t(`doubt_${keyPart(doubt)}`)).join(' ') };
  }
  return { state, why: item.failure ? failureText(item.failure, t) : '' };
}
