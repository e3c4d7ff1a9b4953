import { draftOf } from '../../../src/core/model/draft.ts';
import type { Clip, ClipContent, ClipPost, ClipText } from '../../../src/library/model/clip.ts';
import { clipContent, clipRow } from '../../../src/library/model/clip-row.ts';
import type { Delivery } from '../../../src/library/model/delivery.ts';
import { story } from '../../../test/fakes/story.ts';

/** A clip with all its rows, as a save and a delivery leave them. */
export interface KeptStory {
  readonly clip: Clip;
  readonly content: ClipContent;
  readonly text: ClipText;
  readonly post: ClipPost;
  readonly delivery: Delivery;
}

/** Characters of one story: the mean of the articles in the evaluation sets. */
const LENGTH = 5_000;
const DAY = 24 * 3600_000;
const NEWEST = Date.UTC(2026, 10, 1);

/** Numbers in [0, 1) that are the same at every run (a linear congruential generator, constants of Numerical Recipes). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const roll = dice(1);
const pick = (n: number): number => Math.floor(roll() * n);
const SYLLABLES = ['ka', 'ro', 'min', 'ter', 'sol', 've', 'dan', 'lu', 'pre', 'stig', 'on', 'har', 'bel', 'ni', 'quo'];

/** Made-up words: two characters of Chinese, or two to four syllables. The first are the commonest. */
export const WORDS = {
  zh: Array.from({ length: 4_000 }, () => String.fromCharCode(0x4e00 + pick(3_000), 0x4e00 + pick(3_000))),
  en: Array.from({ length: 4_000 }, () =>
    Array.from({ length: 2 + pick(3) }, () => SYLLABLES[pick(SYLLABLES.length)]).join(''),
  ),
};

/** The nth story of the library: every other one Chinese, words as unevenly common as in real text. */
export function keptStory(n: number): KeptStory {
  const random = dice(n + 1);
  const isChinese = n % 2 === 0;
  const words = isChinese ? WORDS.zh : WORDS.en;
  const word = (): string => words[Math.floor(words.length * random() ** 3)] ?? '';
  const parts: string[] = [];
  for (let length = 0; length < LENGTH; length += parts.at(-1)?.length ?? 0) {
    const end = random() < 0.01 ? '\n\n' : random() < 0.1 ? (isChinese ? '，' : ', ') : isChinese ? '' : ' ';
    parts.push(word() + end);
  }
  const site = `${word()} ${n % 40}`;
  const article = story({
    url: `https://news.example/${n}`,
    title: { value: Array.from({ length: 6 }, word).join(isChinese ? '' : ' '), origin: 'heading' },
    siteName: { value: site, origin: 'meta' },
    language: { value: isChinese ? 'zh-Hans' : 'en', origin: 'html-lang' },
    text: parts.join(''),
  });
  return rowsOf(`clip-${n}`, article, NEWEST - n * (DAY / 4));
}

function rowsOf(id: string, article: ReturnType<typeof story>, now: number): KeptStory {
  const draft = { ...draftOf(article, now), tags: [article.siteName.value, `tag ${now % 97}`] };
  const path = `_posts/2024-03-01-${id}.md`;
  const text = `---\ntitle: ${JSON.stringify(draft.title)}\nfrom: ${draft.url}\n---\n\n${draft.markdown}\n`;
  return {
    clip: clipRow({ id, draft, text: article.text, direction: 'ltr', presetId: 'jekyll', now }),
    content: clipContent(id, draft, draft),
    text: { clipId: id, text: article.text },
    post: { clipId: id, version: 1, path, text, assets: [] },
    delivery: {
      ...{ clipId: id, targetId: 'downloads', state: 'done', version: 1, attempts: 1, nextAttemptAt: now },
      receipts: [{ path: `Jianbao/${path}`, version: `download-${id}`, bytes: text.length, reference: '1' }],
      reservedPaths: [`downloads\njianbao/${path}`],
      deliveredAt: now,
    },
  };
}
