import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/model/article.ts';
import { draftOf } from '../../../src/core/model/draft.ts';
import { articleOf, markdownOf } from '../../../src/ui/popup/edit.ts';
import {
  addTag,
  change,
  draftOfEdit,
  type Editing,
  editMarkdown,
  faultyFields,
  type PopupState,
  receiveAnswer,
  receiveKnown,
  removeTag,
  restoreEdits,
  startReading,
  suggestedTags,
} from '../../../src/ui/popup/model.ts';

const article: Article = {
  url: 'https://example.com/ferry',
  pageUrl: 'https://example.com/ferry?utm_source=x',
  title: { value: '港口改用电动渡轮', origin: 'heading' },
  authors: { value: ['王小明', '李华'], origin: 'json-ld' },
  published: { value: '2026-11-18T09:30:00+08:00', precision: 'minute', zone: 'stated', origin: 'json-ld' },
  siteName: { value: '海港时报', origin: 'meta' },
  language: { value: 'zh-Hans', origin: 'html-lang' },
  description: { value: '', origin: 'none' },
  keywords: { value: ['渡轮', '海港时报', ' 渡轮 ', '#电动'], origin: 'meta' },
  section: { value: '本地 · 交通', origin: 'meta' },
  html: '<p>正文。</p>',
  markdown: '正文。',
  text: '正文。',
  images: [],
  direction: 'ltr',
  trace: [],
  warnings: [],
};
const selection: Article = { ...article, markdown: '选中。', text: '选中。' };
const page = { title: '港口 | 海港时报', url: article.pageUrl };

function editing(selected?: Article): Editing {
  const answer = { ok: true, pageUrl: page.url, article, ...(selected ? { selection: selected } : {}) } as const;
  return expectEditing(receiveAnswer(startReading(page), answer, 'jekyll'));
}

function expectEditing(state: PopupState): Editing {
  if (state.phase !== 'editing') throw new Error(`the popup is ${state.phase}`);
  return state;
}

describe('the page’s answer', () => {
  it('fills the fields', () => {
    expect(editing().edit).toMatchObject({
      title: '港口改用电动渡轮',
      authors: '王小明、李华',
      date: '2026-11-18 09:30',
      source: 'example.com/ferry',
      tags: ['海港时报'],
    });
  });

  it('may be a refusal, with the page still named', () => {
    const failure = { code: 'pdf', detail: '' } as const;
    expect(receiveAnswer(startReading(page), { ok: false, pageUrl: '', failure }, 'jekyll')).toEqual({
      phase: 'refused',
      page,
      failure,
    });
  });

  it('brings the selection first', () => {
    const state = editing(selection);
    expect(markdownOf(state.edit)).toBe('选中。');
    expect(markdownOf(change(state, { scope: 'article' }).edit)).toBe('正文。');
  });
});

describe('an original clip', () => {
  it('is saved as the page gave it', () => {
    const draft = draftOfEdit(editing().edit, 5);
    expect(draft).toMatchObject({ title: article.title.value, authors: article.authors.value, url: article.url });
    expect(draft.published).toBe(article.published);
    expect(draft.clippedAt).toBe(5);
  });
});

describe('edits', () => {
  it('are in the draft', () => {
    const state = change(editing(), { title: '新\n标题 ', authors: '张三', date: '', source: 'example.org/x' });
    const draft = draftOfEdit(state.edit, 0);
    expect(draft).toMatchObject({ title: '新 标题', authors: ['张三'], url: 'https://example.org/x' });
    expect(draft).not.toHaveProperty('published');
  });

  it('of the text belong to the selection or the whole, each by itself', () => {
    const state = editMarkdown(editing(selection), '改过。');
    expect(markdownOf(state.edit)).toBe('改过。');
    expect(markdownOf(change(state, { scope: 'article' }).edit)).toBe('正文。');
    expect(articleOf(state.edit)).toBe(selection);
  });

  it('that are faulty are named, and the page’s own value stands meanwhile', () => {
    const { edit } = change(editing(), { date: 'soon', source: 'nowhere' });
    expect(faultyFields(edit)).toEqual(['date', 'source']);
    expect(draftOfEdit(edit, 0)).toMatchObject({ url: article.url, published: article.published });
  });

  it('after a save make it unsaved again, and keep what failed to be saved', () => {
    const saved: Editing = { ...editing(), saving: { kind: 'done', clip: { id: '1', path: 'a.md' } } };
    expect(change(saved, { title: 'x' }).saving).toEqual({ kind: 'no' });
    expect(change({ ...saved, saving: { kind: 'busy' } }, { title: 'x' }).saving).toEqual({ kind: 'busy' });
  });
});

describe('tags', () => {
  it('are added once, cleaned, and removed', () => {
    const state = addTag(addTag(addTag(editing(), ' #渡轮 '), '渡轮'), '  ');
    expect(state.edit.tags).toEqual(['海港时报', '渡轮']);
    expect(removeTag(state, '海港时报').edit.tags).toEqual(['渡轮']);
  });

  it('are suggested from the page’s keywords and section, less those that are there', () => {
    expect(suggestedTags(editing())).toEqual(['渡轮', '电动', '本地', '交通']);
    expect(suggestedTags(addTag(editing(), '电动'))).toEqual(['渡轮', '本地', '交通']);
  });
});

describe('what was typed in an earlier popup', () => {
  it('belongs to the selection that it was typed over', () => {
    const typed = { selection: { selected: '选中。', text: '我的。' } };
    expect(markdownOf(restoreEdits(editing(selection), typed).edit)).toBe('我的。');
    const other = restoreEdits(editing({ ...selection, markdown: '别的。' }), typed);
    expect(markdownOf(other.edit)).toBe('别的。');
    expect(other.isRestored).toBe(false);
  });
});

describe('a story that was clipped before', () => {
  const draft = { ...draftOf(article, 3), title: '我的标题', tags: ['港口'], markdown: '我改的。' };
  const known = { clip: { id: 'a', savedAt: 3, draft, changes: [], replacesUnseen: false }, tags: ['航运', '渡轮'] };

  it('comes back with what the user made of it', () => {
    const { edit } = receiveKnown(editing(), known);
    expect(edit).toMatchObject({ title: '我的标题', tags: ['港口'], date: '2026-11-18 09:30' });
    expect(markdownOf(edit)).toBe('我改的。');
  });

  it('does not take away what has been typed meanwhile', () => {
    const state = receiveKnown(change(editing(), { title: '刚打的' }), known);
    expect(state.edit).toMatchObject({ title: '刚打的', tags: ['港口'] });
    expect(state.known).toBe(known);
  });

  it('brings the user’s own tags as suggestions after the page’s', () => {
    expect(suggestedTags(receiveKnown(editing(), { tags: known.tags }))).toEqual([
      '渡轮',
      '电动',
      '本地',
      '交通',
      '航运',
    ]);
  });
});
