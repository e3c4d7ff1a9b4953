import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenParsed } from '../../src/content/when-parsed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function pageThatIs(readyState: DocumentReadyState): Document {
  const { document } = new JSDOM('<p>story</p>').window;
  Object.defineProperty(document, 'readyState', { value: readyState });
  return document;
}

it('does not wait for a page that is there', () => {
  expect(whenParsed(pageThatIs('interactive'), () => 'clip')).toBe('clip');
});

it('waits until the page is parsed', async () => {
  const page = pageThatIs('loading');
  const work = vi.fn(() => 'clip');
  const clip = whenParsed(page, work);
  expect(work).not.toHaveBeenCalled();
  page.dispatchEvent(new (page.defaultView ?? globalThis).Event('DOMContentLoaded'));
  expect(await clip).toBe('clip');
});

it('takes what is there when the page goes on loading', async () => {
  const clip = whenParsed(pageThatIs('loading'), () => 'clip');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await clip).toBe('clip');
});
