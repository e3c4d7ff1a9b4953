import { beforeEach, describe, expect, it, vi } from 'vitest';
import { injectClip } from '../../src/platform/inject-clip.ts';

// The polyfill refuses to be loaded outside an extension.
const { executeScript, get } = vi.hoisted(() => ({ executeScript: vi.fn(), get: vi.fn() }));
vi.mock('../../src/platform/browser.ts', () => ({ browser: { scripting: { executeScript }, tabs: { get } } }));

const TAB = { id: 7, url: 'https://news.example/one', title: 'One' };

beforeEach(() => {
  executeScript.mockReset();
  get.mockReset().mockResolvedValue(TAB);
});

describe('a clip belongs to the page that was pressed on', () => {
  it('when the answer is from that page, whatever its fragment', async () => {
    const answer = { ok: true, address: 'https://news.example/one#note', article: {} };
    executeScript.mockResolvedValue([{ result: answer }]);
    expect(await injectClip(TAB)).toBe(answer);
  });

  it('not when the tab had gone elsewhere before it was read', async () => {
    executeScript.mockResolvedValue([{ result: { ok: true, address: 'https://news.example/two', article: {} } }]);
    expect(await injectClip(TAB)).toMatchObject({ ok: false, failure: { code: 'navigated' } });
  });

  it('not when the tab went elsewhere and took our right to read it away', async () => {
    executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
    get.mockResolvedValue({ ...TAB, url: 'https://other.example/' });
    expect(await injectClip(TAB)).toMatchObject({ ok: false, failure: { code: 'navigated' } });
  });
});

describe('a page that needs more than the script has', () => {
  const ANSWER = { ok: true, address: TAB.url, article: {} };

  it('is given the parts that it asked for, and the script again behind them', async () => {
    executeScript.mockResolvedValueOnce([{ result: { wanted: ['east-asian', 'maths'] } }]);
    executeScript.mockResolvedValueOnce([{ result: ANSWER }]);
    expect(await injectClip(TAB)).toBe(ANSWER);
    expect(executeScript.mock.calls.map(([call]) => call.files)).toEqual([
      ['/content.js'],
      ['/content-maths.js', '/content-east-asian.js', '/content.js'],
    ]);
  });

  it('is given no script of its own choice, and is not asked for ever', async () => {
    executeScript.mockResolvedValue([{ result: { wanted: ['../evil', 'maths'] } }]);
    expect(await injectClip(TAB)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(executeScript.mock.calls.map(([call]) => call.files)).toEqual([
      ['/content.js'],
      ['/content-maths.js', '/content.js'],
    ]);
  });
});

describe('what is no answer', () => {
  it('is a failure with its cause', async () => {
    executeScript.mockResolvedValue([{ error: new Error('out of memory') }]);
    expect(await injectClip(TAB)).toMatchObject({
      ok: false,
      failure: { code: 'unexpected', detail: 'out of memory' },
    });
  });

  it.each([[undefined], [null], [{}], [{ ok: true }], [{ ok: true, address: 'x', article: null }], ['<p>']])(
    '%j is none',
    async (result) => {
      executeScript.mockResolvedValue([{ result }]);
      expect(await injectClip(TAB)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    },
  );

  it('is asked of no page that cannot give one', async () => {
    expect(await injectClip({ ...TAB, url: 'chrome://settings/' })).toMatchObject({
      failure: { code: 'browser-page' },
    });
    expect(executeScript).not.toHaveBeenCalled();
  });
});
