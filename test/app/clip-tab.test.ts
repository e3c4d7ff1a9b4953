import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clipTab } from '../../src/app/clip-tab.ts';
import { clipTabWhole } from '../../src/app/clip-tab-whole.ts';
import type { ExtractedArticle } from '../../src/core/model/article.ts';
import { isPageAnswer } from '../../src/core/model/clip-answer.ts';
import { story } from '../fakes/story.ts';

// The polyfill refuses to be loaded outside an extension.
const { executeScript, get, stored } = vi.hoisted(() => ({ executeScript: vi.fn(), get: vi.fn(), stored: vi.fn() }));
const { onConnect } = vi.hoisted(() => ({ onConnect: { addListener: vi.fn(), removeListener: vi.fn() } }));
vi.mock('../../src/platform/browser.ts', () => ({
  browser: { scripting: { executeScript }, tabs: { get }, storage: { local: { get: stored } }, runtime: { onConnect } },
}));

vi.mock('../../src/platform/load-check.ts', () => ({ loadCheck: async () => isPageAnswer }));

/** A story as the page returns it. */
function unfinished(): ExtractedArticle {
  const { markdown: _unwritten, published: _unread, ...article } = story();
  const jsonLd = { published: ['2024-03-01'], pagePublished: [], created: [], uploaded: [], modified: [] };
  const page = { pageUrl: article.url, canonical: '', language: 'zh', manyMonths: false, siteText: '' };
  return {
    ...article,
    undecided: [],
    dates: { ...page, jsonLd, meta: [['date', ['2024']]], marks: [], scripts: [], lines: [] },
  };
}

const TAB = { id: 7, url: 'https://news.example/one', title: 'The one' };

beforeEach(() => {
  executeScript.mockReset();
  get.mockReset().mockResolvedValue(TAB);
  stored.mockReset().mockResolvedValue({});
});

describe('a clip belongs to the page that was pressed on', () => {
  it('when the answer is from that page, whatever its fragment', async () => {
    const answer = { ok: true, pageUrl: 'https://news.example/one#note', article: unfinished() };
    executeScript.mockResolvedValue([{ result: answer }]);
    expect(await clipTab(TAB)).toBe(answer);
  });

  it('not when the tab had gone elsewhere before it was read', async () => {
    executeScript.mockResolvedValue([
      { result: { ok: true, pageUrl: 'https://news.example/two', article: unfinished() } },
    ]);
    expect(await clipTab(TAB)).toMatchObject({ ok: false, failure: { code: 'navigated' } });
  });

  it('not when the tab went elsewhere and took our right to read it away', async () => {
    executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
    get.mockResolvedValue({ ...TAB, url: 'https://other.example/' });
    expect(await clipTab(TAB)).toMatchObject({ ok: false, failure: { code: 'navigated' } });
  });
});

describe('a clip that is stopped', () => {
  it('is not begun anew with what the address needs', async () => {
    const url = 'https://www.taipeitimes.com/News/taiwan/1';
    const failure = { code: 'stopped', detail: '' };
    executeScript.mockResolvedValue([{ result: { ok: false, pageUrl: url, failure } }]);
    expect(await clipTab({ ...TAB, url })).toMatchObject({ failure });
    expect(executeScript).toHaveBeenCalledTimes(1);
  });
});

describe('a page of a site that the user has a rule for', () => {
  const ANSWER = { ok: true, pageUrl: TAB.url, article: unfinished() };
  const rule = { places: ['news.example'], drop: ['.promo'] };

  it('gets the rule before each run of the script, as each uses it up', async () => {
    stored.mockResolvedValue({ sites: { rules: [rule], defaults: [] } });
    executeScript.mockImplementation(async ({ files }) => [
      { result: files && !files.includes('/content-maths.js') ? { wanted: ['maths'] } : ANSWER },
    ]);
    expect(await clipTab(TAB)).toBe(ANSWER);
    const calls = executeScript.mock.calls.map(([{ files, args }]) => files ?? args);
    const task = ['jianbaoTask', { rule }];
    expect(calls).toEqual([
      task,
      ['/content-sites.js', '/content-authors.js', '/content-blocks.js', '/content-structure.js', '/content.js'],
      task,
      ['/content-sites.js', '/content-authors.js', '/content-blocks.js', '/content-maths.js', '/content.js'],
    ]);
  });

  it('gets none that is for another site', async () => {
    stored.mockResolvedValue({ sites: { rules: [{ ...rule, places: ['other.example'] }], defaults: [] } });
    executeScript.mockResolvedValue([{ result: ANSWER }]);
    await clipTab(TAB);
    expect(executeScript).toHaveBeenCalledTimes(1);
  });
});

describe('a page that needs more than the script has', () => {
  const ANSWER = { ok: true, pageUrl: TAB.url, article: unfinished() };

  it('is given the parts that it asked for, and the script again behind them', async () => {
    executeScript.mockResolvedValueOnce([{ result: { wanted: ['east-asian', 'maths'] } }]);
    executeScript.mockResolvedValueOnce([{ result: ANSWER }]);
    expect(await clipTab(TAB)).toBe(ANSWER);
    expect(executeScript.mock.calls.map(([call]) => call.files)).toEqual([
      ['/content-structure.js', '/content.js'],
      ['/content-maths.js', '/content-east-asian.js', '/content.js'],
    ]);
  });

  it.each([
    ['渡轮星期一恢复行驶', ['/content-east-asian.js', '/content-sites.js']],
    ['Die Fähre fährt wieder', ['/content-european.js']],
  ])('is read once where its title shows what it needs: %s', async (title, modules) => {
    executeScript.mockResolvedValue([{ result: ANSWER }]);
    await clipTab({ ...TAB, title });
    expect(executeScript.mock.calls.map(([call]) => call.files)).toEqual([
      ['/content-structure.js', ...modules, '/content.js'],
    ]);
  });

  it('is given the site rules where its publisher has one, whatever its language', async () => {
    const url = 'https://www.taipeitimes.com/News/taiwan/1';
    executeScript.mockResolvedValue([{ result: { ...ANSWER, pageUrl: url } }]);
    await clipTab({ ...TAB, url });
    expect(executeScript.mock.calls.map(([call]) => call.files)).toEqual([
      ['/content-structure.js', '/content-sites.js', '/content.js'],
    ]);
  });

  it('is given no script of its own choice, and is not asked for ever', async () => {
    executeScript.mockResolvedValue([{ result: { wanted: ['../evil', 'maths'] } }]);
    expect(await clipTab(TAB)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(executeScript.mock.calls.map(([call]) => call.files)).toEqual([
      ['/content-structure.js', '/content.js'],
      ['/content-maths.js', '/content.js'],
    ]);
  });
});

describe('a clip for whoever has no DOM', () => {
  it('has what finishes it brought before the script, each time that it runs', async () => {
    const answer = { ok: true, pageUrl: TAB.url, article: story() };
    executeScript.mockResolvedValueOnce([{ result: { wanted: ['maths'] } }]);
    executeScript.mockResolvedValueOnce([{ result: answer }]);
    expect(await clipTabWhole(TAB)).toBe(answer);
    expect(executeScript.mock.calls.map(([call]) => call.files)).toEqual([
      ['/content-authors.js', '/content-complete.js', '/content-structure.js', '/content.js'],
      ['/content-authors.js', '/content-complete.js', '/content-maths.js', '/content.js'],
    ]);
  });

  it('is no answer where it is not finished, as the other clip need not be', async () => {
    executeScript.mockResolvedValue([{ result: { ok: true, pageUrl: TAB.url, article: unfinished() } }]);
    expect(await clipTabWhole(TAB)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(await clipTab(TAB)).toMatchObject({ ok: true, article: unfinished() });
  });
});

describe('what is no answer', () => {
  it('is a failure with its cause', async () => {
    executeScript.mockResolvedValue([{ error: new Error('out of memory') }]);
    expect(await clipTab(TAB)).toMatchObject({
      ok: false,
      failure: { code: 'unexpected', detail: 'out of memory' },
    });
  });

  const { html: _gone, ...withoutHtml } = unfinished();
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['a text', '<p>'],
    ['a clip without an article', { ok: true, pageUrl: TAB.url, article: null }],
    ['an article without a field', { ok: true, pageUrl: TAB.url, article: withoutHtml }],
    ['a field of another kind', { ok: true, pageUrl: TAB.url, article: { ...unfinished(), title: 'One' } }],
    ['fields by inheritance', { ok: true, pageUrl: TAB.url, article: Object.create(unfinished()) }],
    [
      'evidence of dates that is none',
      { ok: true, pageUrl: TAB.url, article: { ...unfinished(), dates: { meta: [] } } },
    ],
    ['a faulty selection', { ok: true, pageUrl: TAB.url, article: unfinished(), selection: {} }],
    ['a reason that there is no sentence for', { ok: false, pageUrl: '', failure: { code: 'x', detail: '' } }],
  ])('%s is none', async (_what, result) => {
    executeScript.mockResolvedValue([{ result }]);
    expect(await clipTab(TAB)).toMatchObject({ ok: false, failure: { code: 'unexpected', detail: 'no answer' } });
  });

  it('is asked of no page that cannot give one', async () => {
    expect(await clipTab({ ...TAB, url: 'chrome://settings/' })).toMatchObject({
      failure: { code: 'browser-page' },
    });
    expect(executeScript).not.toHaveBeenCalled();
  });
});
