import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginEarlyClip } from '../../src/platform/early-clip.ts';

const executeScript = vi.fn();
const get = vi.fn();
const TAB = { id: 7, url: 'https://news.example/one', title: 'The one' };
const ANSWER = [{ result: { ok: true } }];

beforeEach(() => {
  executeScript.mockReset();
  get.mockReset().mockResolvedValue({});
  const tabs = { query: async () => [TAB] };
  const runtime = { onConnect: { addListener: vi.fn() } };
  vi.stubGlobal('chrome', { tabs, scripting: { executeScript }, storage: { local: { get } }, runtime });
});
afterEach(() => void vi.unstubAllGlobals());

const filesOfRuns = () => executeScript.mock.calls.map(([call]) => call.files ?? call.args);

it('reads a page once that needs what most pages need', async () => {
  executeScript.mockResolvedValue(ANSWER);
  expect(await beginEarlyClip().frames).toEqual({ value: ANSWER });
  expect(filesOfRuns()).toEqual([['/content-structure.js', '/content.js']]);
});

it('gives a page at once what it asks for, of the scripts that there are', async () => {
  executeScript.mockResolvedValueOnce([{ result: { wanted: ['maths', '../evil'] } }]);
  executeScript.mockResolvedValueOnce(ANSWER);
  expect(await beginEarlyClip().frames).toEqual({ value: ANSWER });
  expect(filesOfRuns()[1]).toEqual(['/content-maths.js', '/content.js']);
});

it('leaves the user’s rule before each run, as each uses it up', async () => {
  const rule = { places: ['news.example'], drop: ['.promo'] };
  get.mockResolvedValue({ sites: { rules: [rule] } });
  executeScript.mockImplementation(async ({ files }) =>
    files?.includes('/content-maths.js') ? ANSWER : [{ result: { wanted: ['maths'] } }],
  );
  await beginEarlyClip().frames;
  const task = ['jianbaoTask', { rule }];
  const own = ['/content-sites.js', '/content-authors.js', '/content-blocks.js'];
  expect(filesOfRuns()).toEqual([
    task,
    [...own, '/content-structure.js', '/content.js'],
    task,
    [...own, '/content-maths.js', '/content.js'],
  ]);
});
