import { describe, expect, it, vi } from 'vitest';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import type { Article } from '../../../src/core/model/article.ts';
import type { ClipAnswer } from '../../../src/core/model/clip-answer.ts';
import { draftOf } from '../../../src/core/model/draft.ts';
import { ClipError } from '../../../src/core/model/failure.ts';
import type { Preset } from '../../../src/core/model/preset.ts';
import { jekyll } from '../../../src/core/post/presets/jekyll.ts';
import { PRESETS } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import { countStory } from '../../../src/core/text/story-counts.ts';
import { createTranslator, lookupIn } from '../../../src/i18n/translator.ts';
import type { Known, PagePorts, PageReading, PopupPorts, SaveRequest } from '../../../src/ui/popup/ports.ts';
import { createStore, type PopupStore } from '../../../src/ui/popup/store.ts';
import type { Edits } from '../../../src/ui/popup/typed.ts';

const article: Article = {
  url: 'https://example.com/ferry',
  pageUrl: 'https://example.com/ferry',
  title: { value: 'New ferries', origin: 'heading' },
  authors: { value: ['Ana Duarte'], origin: 'meta' },
  published: { value: '2026-11-18T09:30:00+01:00', precision: 'minute', zone: 'stated', origin: 'meta' },
  siteName: { value: 'Harbour Times', origin: 'meta' },
  language: { value: 'en', origin: 'html-lang' },
  description: { value: '', origin: 'none' },
  keywords: { value: [], origin: 'none' },
  section: { value: '', origin: 'none' },
  html: '<p>Text.</p>',
  markdown: 'Text.',
  text: 'Text.',
  images: [],
  direction: 'ltr',
  trace: [],
  warnings: [],
};
const answer: ClipAnswer = { ok: true, pageUrl: article.url, article };

/** A page whose story comes with everything that belongs to it. */
function readingOf(complete: ClipAnswer | Promise<ClipAnswer>): PageReading {
  const failure = { code: 'page-not-loaded', detail: '' } as const;
  return { shown: Promise.resolve({ ok: false, pageUrl: '', failure }), complete: async () => complete };
}

interface Opened {
  readonly store: PopupStore;
  readonly saved: SaveRequest[];
  readonly copied: string[];
}

function open(ports: Partial<PopupPorts> = {}, ...own: readonly Preset[]): Opened {
  const saved: SaveRequest[] = [];
  const copied: string[] = [];
  const store = createStore(
    {
      page: { title: 'New ferries | Harbour Times', url: article.url },
      presets: [...PRESETS, ...own],
      faulty: [],
      presetId: 'jekyll',
    },
    {
      now: () => Date.UTC(2026, 10, 22),
      clip: () => readingOf(answer),
      recall: async () => undefined,
      remember: () => {},
      place: async () => ({ root: 'Jianbao/', needsGrant: false, all: [], chosen: ['downloads'] }),
      findKnown: async () => ({ tags: [] }),
      markClipped() {},
      writePost: async (draft, preset) => toPost(draft, preset),
      pathOfPost: async (draft, preset) => toPost(draft, preset).path,
      countStory: async (markdown) => countStory(markdown),
      renewGrant: async () => {},
      picturesOf: async ({ images }) => images.map(({ src }) => src),
      hostsToAskFor: async () => [],
      beginRequestSites: () => async () => true,
      save: async (request) => {
        saved.push(request);
        return { id: '1', path: `Jianbao/${toPost(request.draft, request.preset).path}` };
      },
      copy: async (text) => void copied.push(text),
      openLibrary: () => {},
      openOptions: () => {},
      blocks: async () => ({
        highlight: async () => undefined,
        list: async () => ({ html: article.html, places: [], dropped: [], isWhole: true }),
        proposeRule: async () => ({ take: [], keep: [], drop: [], failed: [] }),
        keepRule: async () => async () => {},
        pick: async () => {},
        forgetPick: async () => {},
      }),
      openBatch: () => {},
      pages: async () => ({ see: async () => undefined, clip: async ({ article }) => article }),
      views: () => Promise.reject(new Error('not wanted here')),
      isAtSide: false,
      close: () => {},
      ...ports,
    },
    createTranslator(lookupIn(english)),
  );
  return { store, saved, copied };
}

const savingOf = (store: PopupStore): unknown =>
  store.state.value.phase === 'editing' ? store.state.value.saving : undefined;

describe('Save', () => {
  it('hands over what is on screen, and names the file', async () => {
    const { store, saved } = open();
    await store.read(readingOf(answer));
    store.type('title', 'Quiet ferries');
    store.addTag('transport');
    await store.save();
    expect(saved[0]?.draft.title).toBe('Quiet ferries');
    expect(saved[0]?.draft.tags).toEqual(['Harbour Times', 'transport']);
    expect(savingOf(store)).toMatchObject({
      kind: 'done',
      clip: { path: expect.stringMatching(/^Jianbao\/_posts\//) },
    });
    expect(store.announcement.value).toMatch(/^Saved: Jianbao\/_posts\/2026-11-18-/);
  });

  it('goes to the places that were picked, of which one always stays; else where the preset says', async () => {
    const asked: unknown[] = [];
    const place: PopupPorts['place'] = async (presetId, picked) => {
      asked.push([presetId, picked]);
      return { root: 'Jianbao/', needsGrant: false, all: [], chosen: picked ?? ['downloads'] };
    };
    const { store, saved } = open({ place });
    await store.read(readingOf(answer));
    store.choosePreset('hugo');
    await store.save();
    expect(saved[0]?.targetIds).toBeUndefined();
    store.pickPlaces(['git-host:1', 'folder:2']);
    store.pickPlaces([]);
    await store.save();
    expect(saved[1]?.targetIds).toEqual(['git-host:1', 'folder:2']);
    expect(asked).toEqual([
      ['jekyll', undefined],
      ['hugo', undefined],
      ['hugo', ['git-host:1', 'folder:2']],
    ]);
  });

  it('pressed before the page has answered is done as soon as it has', async () => {
    const { store, saved } = open();
    let answered: (answer: ClipAnswer) => void = () => {};
    const reading = store.read(readingOf(new Promise<ClipAnswer>((resolve) => (answered = resolve))));
    await store.save();
    expect(saved).toEqual([]);
    answered(answer);
    await reading;
    expect(saved).toHaveLength(1);
  });

  describe('in a form that keeps pictures', () => {
    const form = { ...jekyll, id: 'pictures', images: { ...jekyll.images, download: true } };
    const src = 'https://img.example/quay.jpg';
    const pictured: Article = { ...article, markdown: `![The quay](${src})`, images: [{ src, alt: 'The quay' }] };
    const read: ClipAnswer = { ok: true, pageUrl: pictured.url, article: pictured };

    it('says whom it will ask for, asks within the press, and hands the question on', async () => {
      const asked: (readonly string[])[] = [];
      const { store, saved } = open(
        {
          hostsToAskFor: async () => ['img.example'],
          beginRequestSites: (urls) => {
            asked.push(urls);
            return async () => true;
          },
        },
        form,
      );
      await store.read(readingOf(read));
      store.choosePreset('pictures');
      await expect.poll(() => store.picturesFrom.value).toEqual(['img.example']);
      const saving = store.save();
      expect(asked).toEqual([[src]]);
      await saving;
      expect(saved[0]?.preset.id).toBe('pictures');
      expect(await saved[0]?.requestSites?.()).toBe(true);
      store.choosePreset('jekyll');
      await expect.poll(() => store.picturesFrom.value).toEqual([]);
    });

    it('copies links: what is pasted elsewhere has no files beside it', async () => {
      const { store, copied } = open({}, form);
      await store.read(readingOf(read));
      store.choosePreset('pictures');
      await store.copy();
      expect(copied[0]).toContain(`![The quay](${src})`);
    });
  });

  it('pressed twice saves once', async () => {
    const { store, saved } = open();
    await store.read(readingOf(answer));
    const first = store.save();
    expect(savingOf(store)).toEqual({ kind: 'busy' });
    await Promise.all([first, store.save()]);
    expect(saved).toHaveLength(1);
  });

  it('points out a faulty field and saves nothing', async () => {
    const { store, saved } = open();
    await store.read(readingOf(answer));
    store.type('date', 'soon');
    expect(await store.save()).toBe('date');
    expect(saved).toEqual([]);
  });

  it('that fails says why and keeps every word', async () => {
    const { store } = open({ save: () => Promise.reject(new ClipError('disk-full', 'no space')) });
    await store.read(readingOf(answer));
    store.editMarkdown('My own words.');
    await store.save();
    expect(savingOf(store)).toEqual({ kind: 'failed', failure: { code: 'disk-full', detail: 'no space' } });
    expect(store.state.value).toMatchObject({ edit: { markdown: { article: 'My own words.' } } });
  });
});

describe('what was typed and not saved', () => {
  /** One popup after another on the same page. */
  function popups(ports: Partial<PopupPorts> = {}) {
    let kept: Edits | undefined;
    const remember = (typed: Edits | undefined): void => {
      kept = typed;
    };
    return () => open({ recall: async () => kept, remember, ...ports });
  }

  it('is back when the popup is opened again', async () => {
    const next = popups();
    const { store: first } = next();
    await first.read(readingOf(answer));
    first.type('title', 'Quiet ferries');
    first.addTag('transport');
    first.editMarkdown('My own words.');

    const { store: second, saved } = next();
    await second.read(readingOf(answer));
    expect(second.state.value).toMatchObject({
      isRestored: true,
      edit: { title: 'Quiet ferries', authors: 'Ana Duarte' },
    });
    await second.save();
    expect(saved[0]?.draft).toMatchObject({ tags: ['Harbour Times', 'transport'], markdown: 'My own words.' });

    const { store: third } = next();
    await third.read(readingOf(answer));
    expect(third.state.value).toMatchObject({ isRestored: false, edit: { title: 'New ferries' } });
  });

  it('can be given up', async () => {
    const next = popups();
    const { store: first } = next();
    await first.read(readingOf(answer));
    first.type('title', 'Quiet ferries');
    const { store: second } = next();
    await second.read(readingOf(answer));
    second.discardEdits();
    expect(second.state.value).toMatchObject({ isRestored: false, edit: { title: 'New ferries' } });
    const { store: third } = next();
    await third.read(readingOf(answer));
    expect(third.state.value).toMatchObject({ isRestored: false });
  });

  it('is not said to be back where the save that the popup did not live to see has kept it', async () => {
    const draft = { ...draftOf(article, 3), title: 'Quiet ferries' };
    const { store } = popups({
      recall: async () => ({ title: 'Quiet ferries' }),
      findKnown: async () => ({ clip: { id: 'a', savedAt: 3, draft, changes: [], replacesUnseen: false }, tags: [] }),
    })();
    await store.read(readingOf(answer));
    expect(store.state.value).toMatchObject({ isRestored: false, edit: { title: 'Quiet ferries' } });
  });
});

it('shows how far a large page is read, and stops it at a press', async () => {
  let tell: (share: number) => void = () => {};
  let stop: () => void = () => {};
  const failure = { code: 'stopped', detail: '' } as const;
  const refusal = { ok: false, pageUrl: '', failure } as const;
  const shown = new Promise<typeof refusal>((resolve) => {
    stop = () => resolve(refusal);
  });
  const slow = {
    follow: (listen: (share: number) => void) => {
      tell = listen;
    },
    stop: () => stop(),
  };
  const { store } = open({ slow });
  const reading = store.read({ shown, complete: () => shown });
  expect(store.state.value).not.toHaveProperty('share');
  tell(0.4);
  expect(store.state.value).toMatchObject({ phase: 'reading', share: 0.4 });
  store.stopReading();
  await reading;
  expect(store.state.value).toMatchObject({ phase: 'refused', failure });
  tell(0.5);
  expect(store.state.value).toMatchObject({ phase: 'refused', failure });
});

it('shows the story before its dates are read and its Markdown is written', async () => {
  const { store } = open();
  const { markdown: _unwritten, published: _unread, ...story } = article;
  const jsonLd = { published: [], pagePublished: [], created: [], uploaded: [], modified: [] };
  const page = { pageUrl: article.url, canonical: '', language: 'en', manyMonths: false, siteText: '' };
  const dates = { ...page, jsonLd, meta: [], marks: [], scripts: [], lines: [] };
  let completed: (answer: ClipAnswer) => void = () => {};
  const completing = new Promise<ClipAnswer>((resolve) => {
    completed = resolve;
  });
  let atCompletion: unknown;
  const reading = store.read({
    shown: Promise.resolve({ ok: true, pageUrl: article.url, article: { ...story, dates, undecided: [] } }),
    complete: () => {
      atCompletion = store.state.value;
      return completing;
    },
  });
  await expect.poll(() => store.state.value).toMatchObject({ phase: 'reading', story: { html: '<p>Text.</p>' } });
  expect(atCompletion).toMatchObject({ phase: 'reading', story: { html: '<p>Text.</p>' } });
  completed(answer);
  await reading;
  expect(store.state.value.phase).toBe('editing');
});

describe('what Save is based on', () => {
  const kept = { ...draftOf(article, 3), title: 'Quiet ferries' };
  const clip = { id: 'a', savedAt: 3, draft: kept, changes: [], replacesUnseen: false };

  it('is what was shown before the user typed, and what the library had then', async () => {
    const { store, saved } = open({ findKnown: async () => ({ clip, tags: [] }) });
    await store.read(readingOf(answer));
    store.type('title', 'Loud ferries');
    await store.save();
    expect(saved[0]).toMatchObject({
      draft: { title: 'Loud ferries' },
      basis: { shown: { title: 'Quiet ferries' }, kept },
    });
  });

  it('is what was saved last from the same popup', async () => {
    const { store, saved } = open();
    await store.read(readingOf(answer));
    store.type('title', 'Loud ferries');
    await store.save();
    store.addTag('transport');
    await store.save();
    expect(saved[1]?.basis).toEqual({ shown: saved[0]?.draft, kept: saved[0]?.draft });
  });

  it('is nothing where the user replaces the clip of another story', async () => {
    const { store, saved } = open({ findKnown: async () => ({ another: { id: 'b', title: 'Trams' }, tags: [] }) });
    await store.read(readingOf(answer));
    await store.save({ clipId: 'b' });
    expect(saved[0]?.basis).toBeUndefined();
  });

  it('counts a text that the user picked on the page as the user’s change', async () => {
    const { store, saved } = open({ findKnown: async () => ({ clip, tags: [] }) });
    await store.read(readingOf({ ...answer, picked: 'story' }));
    await store.save();
    expect(saved[0]?.basis?.shown.markdown).not.toBe(saved[0]?.draft.markdown);
  });
});

describe('what Save takes the place of', () => {
  const kept = { id: 'kept', savedAt: 3, draft: draftOf(article, 3), changes: [], replacesUnseen: false };
  const selection: Article = { ...article, text: 'A few words.', markdown: 'A few words.' };

  async function savedAs(known: Known, read: ClipAnswer = answer): Promise<SaveRequest | undefined> {
    const { store, saved } = open({ findKnown: async () => known });
    await store.read(readingOf(read));
    await store.save();
    return saved[0];
  }

  it('is the clip of the story, where there is one', async () => {
    expect(await savedAs({ clip: kept, tags: [] })).toMatchObject({ as: { clipId: 'kept' }, part: 'article' });
    expect(await savedAs({ tags: [] })).toMatchObject({ as: 'same-story', part: 'article' });
  });

  it('is never another story of the same address', async () => {
    const known = { another: { id: 'other', title: 'Fish market opens' }, tags: [] };
    expect(await savedAs(known)).toMatchObject({ as: 'same-story', part: 'article' });
  });

  it('is never the whole story where a selection of it is saved', async () => {
    const selected: ClipAnswer = { ok: true, pageUrl: article.url, article, selection };
    expect(await savedAs({ clip: kept, tags: [] }, selected)).toMatchObject({ as: 'same-story', part: 'selection' });
    const again = { ...kept, id: 'selected' };
    expect(await savedAs({ clip: kept, selection: again, tags: [] }, selected)).toMatchObject({
      as: { clipId: 'selected' },
    });
  });

  it('is what this popup has saved, when Save is pressed again', async () => {
    const { store, saved } = open();
    await store.read(readingOf(answer));
    await store.save('new');
    await store.save();
    expect(saved.map(({ as }) => as)).toEqual(['new', { clipId: '1' }]);
  });
});

it('shows the story although the library does not open', async () => {
  const { store } = open({
    place: () => Promise.reject(new ClipError('library-blocked')),
    findKnown: () => Promise.reject(new ClipError('library-blocked')),
  });
  await store.read(readingOf(answer));
  expect(store.state.value.phase).toBe('editing');
});

it('follows the file name as the title is typed', async () => {
  const { store } = open();
  await store.read(readingOf(answer));
  store.type('title', 'Another headline');
  await expect.poll(() => store.path.value).toContain('another-headline');
});

it('copies the whole post', async () => {
  const { store, copied } = open();
  await store.read(readingOf(answer));
  await store.copy();
  expect(copied[0]).toMatch(/^---\nlayout: post\n/);
  expect(store.copied.value).toBe('yes');
});

describe('a story of several pages', () => {
  const seen = {
    titles: ['New ferries'],
    current: 1,
    others: [{ number: 2, url: 'https://example.com/ferry?page=2' }],
    total: 2,
  };
  const whole: Article = { ...article, markdown: 'Text.\n\nMore.', pages: { joined: [1, 2], missing: [] } };

  it('is read whole before it is saved, and without its further pages where the user does not want them', async () => {
    const { store, saved } = open({ pages: async () => ({ see: async () => seen, clip: async () => whole }) });
    const reading = store.read(readingOf(answer));
    await store.save();
    await reading;
    expect(saved[0]?.draft.markdown).toBe('Text.\n\nMore.');
    store.addTag('sea');
    await store.choosePages(false);
    await store.save();
    expect(saved[1]?.draft.markdown).toBe('Text.');
    expect(store.state.value).toMatchObject({ phase: 'editing', pages: { areWanted: false } });
  });

  it('says how far it is, and keeps what is there when it is stopped', async () => {
    const clip: PagePorts['clip'] = async ({ article: first }, onProgress, signal) => {
      onProgress({ read: 1, total: 2 });
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return { ...first, pages: { joined: [1], missing: [2] } };
    };
    const { store } = open({ pages: async () => ({ see: async () => seen, clip }) });
    const reading = store.read(readingOf(answer));
    await vi.waitFor(() => expect(store.state.value).toMatchObject({ phase: 'reading', pages: { read: 1, total: 2 } }));
    store.stopPages();
    await reading;
    expect(store.state.value).toMatchObject({
      phase: 'editing',
      edit: { articles: { article: { pages: { missing: [2] } } } },
    });
  });

  it('leaves a selection as it is', async () => {
    const { store } = open({ pages: async () => ({ see: async () => seen, clip: async () => whole }) });
    await store.read(readingOf({ ok: true, pageUrl: article.url, article, selection: article }));
    expect(store.state.value).toMatchObject({ phase: 'editing', pages: { areWanted: false } });
  });
});
