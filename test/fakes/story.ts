import type { Article } from '../../src/core/model/article.ts';
import { draftOf } from '../../src/core/model/draft.ts';
import type { SaveRequest } from '../../src/library/commands/save-clip.ts';

/** A clipped story of our own, different in what a test asks for. */
export function story(changes: Partial<Article> = {}): Article {
  const text = changes.text ?? '港务局昨天说，渡轮将在星期一恢复行驶。\n\n首班船早上六时开出。';
  const url = changes.url ?? 'https://news.example/ferry';
  return {
    url,
    pageUrl: url,
    title: { value: '渡轮星期一恢复行驶', origin: 'heading' },
    authors: { value: ['林小月'], origin: 'meta' },
    published: {
      value: '2024-03-01T08:00:00+08:00',
      instant: Date.parse('2024-03-01T08:00:00+08:00'),
      precision: 'minute',
      zone: 'stated',
      origin: 'json-ld',
    },
    siteName: { value: '海港日报', origin: 'meta' },
    language: { value: 'zh-Hans', origin: 'html-lang' },
    description: { value: '', origin: 'none' },
    keywords: { value: ['交通'], origin: 'meta' },
    section: { value: '', origin: 'none' },
    html: text
      .split('\n\n')
      .map((block) => `<p>${block}</p>`)
      .join(''),
    markdown: text,
    text,
    images: [],
    direction: 'ltr',
    trace: [],
    warnings: [],
    ...changes,
  };
}

/** A press on Save for that story, with a post as plain as can be. */
export function saveRequest(id: string, changes: Partial<SaveRequest> = {}): SaveRequest {
  const article = changes.article ?? story();
  const draft = changes.draft ?? draftOf(article, 1_709_500_000_000);
  const text = `---\ntitle: ${JSON.stringify(draft.title)}\nfrom: ${draft.url}\n---\n\n${draft.markdown}\n`;
  return {
    article,
    draft,
    post: { path: `_posts/2024-03-01-${id}.md`, frontMatter: '', body: '', text, assets: [] },
    presetId: 'jekyll',
    targetIds: ['downloads'],
    as: { kind: 'new', id },
    now: 1_709_500_000_000,
    ...changes,
  };
}
