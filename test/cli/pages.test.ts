import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clipPage } from '../../src/cli/dom.ts';
import { expectationOf, FIXTURE_NOW, type FixtureExpectation } from '../../src/cli/fixture.ts';

const PAGES = join(import.meta.dirname, '../pages');
const slugs = readdirSync(PAGES);

/** A page's expectation is written by `jianbao fixture` and read by a person; a missing one is a failure. */
describe('page fixtures', { timeout: 60_000 }, () => {
  it('are there', () => expect(slugs.length).toBeGreaterThanOrEqual(7));

  it.each(slugs)('%s is clipped as expected', async (slug) => {
    const read = (name: string): string => readFileSync(join(PAGES, slug, name), 'utf8');
    const expected = JSON.parse(read('expected.json')) as FixtureExpectation;
    const article = await clipPage({ url: expected.pageUrl, html: read('page.html') }, FIXTURE_NOW);
    expect(expectationOf(article)).toEqual(expected);
    expect(`${article.markdown}\n`).toBe(read('expected.md'));
  });
});
