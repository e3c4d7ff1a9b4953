import { describe, expect, it } from 'vitest';
import { extract, PARAGRAPHS, page, STORY } from './page.ts';

const WHOLE = PARAGRAPHS.join('\n\n');

describe('the block that is the story', () => {
  it('is the one that the page declares, not a longer biography beside it', () => {
    const biography = `<div class="writer">${'<p>Ada Moor has written about the sea for thirty years, for this paper and for others, and lives above the harbour, with a telescope, and two cats.</p>'.repeat(12)}</div>`;
    const short = STORY.split('\n').slice(0, 2).join('');
    const html = `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><div><h1>The lighthouse goes dark</h1><div itemprop="articleBody">${short}</div></div></body></html>`;
    expect(extract(html).text).toBe(PARAGRAPHS.slice(0, 2).join('\n\n'));
    expect(extract(html.replace('</body>', `${biography}</body>`)).text).not.toBe('');
  });

  it('begins with the standfirst where the language sets it apart', () => {
    const before =
      '<header><div class="vorspann"><p>Am Sonntag blieb der Leuchtturm am Kap Moran zum ersten Mal seit neunzig Jahren dunkel.</p></div></header>';
    expect(extract(page({ lang: 'de', before })).text).toMatch(/^Am Sonntag blieb/);
    // A page in German that says it is in English: its own words decide.
    expect(extract(page({ lang: 'en', before })).text).toMatch(/^Am Sonntag blieb/);
    const english =
      '<header><div class="dek"><p>The lamp of the lighthouse at the cape went out on Sunday, and nobody can say who did it.</p></div></header>';
    for (const lang of ['en', '', 'de']) expect(extract(page({ lang, before: english })).text).toBe(WHOLE);
  });

  it('is not the footer, however short the story', () => {
    const footer = `<footer><div>${'<p>The Gazette is published by the Harbour Press, in print since 1871, under licence of the council, and on these pages since the year of the great storm.</p>'.repeat(3)}</div></footer>`;
    const html = `<html lang="en"><head><title>Fog</title></head><body><div><h1>Fog</h1><div class="entry-content"><p>No boats go out today: the fog has not lifted, and the harbour master asks for patience.</p></div></div>${footer}</body></html>`;
    expect(extract(html).text).toBe(
      'No boats go out today: the fog has not lifted, and the harbour master asks for patience.',
    );
  });

  it('is the one under its own headline where the next stories are loaded below', () => {
    const next = PARAGRAPHS.map((text) => `<p>Meanwhile in the north: ${text}</p>`)
      .join('')
      .repeat(3);
    const html = `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><main><article><h4><a href="/sea">Sea</a></h4><h1>The lighthouse goes dark</h1><div class="story-text">${STORY}</div></article><article><h1>Gulls return to the pier</h1><div class="story-text">${next}</div></article></main></body></html>`;
    expect(extract(html).text).toBe(WHOLE);
  });

  it('is the one whose text the page states in its JSON-LD', () => {
    const decoy =
      '<p>The museum of lamps shows forty lenses, three wrecks, and a film about gulls, all of it free on Sundays, and keeps a café with a view.</p>'.repeat(
        9,
      );
    const json = JSON.stringify({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.slice(0, 3).join('\n\n') });
    const head = `<title>Dark</title><script type="application/ld+json">${json}</script>`;
    const few = PARAGRAPHS.slice(0, 3)
      .map((text) => `<p>${text}</p>`)
      .join('');
    const html = `<html lang="en"><head>${head}</head><body><div><div class="museum">${decoy}</div></div><div class="extra">${few}</div></body></html>`;
    expect(extract(html).text).toBe(PARAGRAPHS.slice(0, 3).join('\n\n'));
    expect(extract(html.replace('articleBody', 'other')).text).toContain('museum');
  });

  it('is what the page states in its JSON-LD where its scripts were to show it, unless it is paid for', () => {
    const shell = (stated: object): string =>
      `<html lang="en"><head><title>Dark</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: `“Dark,” he says in C:\\\\notes.\n\n${PARAGRAPHS.join('\n\n')}`, ...stated })}</script></head><body><div id="app"></div><footer>© Cape Moran</footer><script src="/app.js"></script></body></html>`;
    const { text, warnings } = extract(shell({}));
    expect(text).toBe(['“Dark,” he says in C:\\\\notes.', ...PARAGRAPHS].join('\n\n'));
    expect(warnings).toContain('body-uncertain');
    expect(() => extract(shell({ isAccessibleForFree: false }))).toThrow('scripts-needed');
    expect(() => extract(shell({ articleBody: `${PARAGRAPHS.join(' ')}…` }))).toThrow('scripts-needed');
  });

  it('is the one that the page declares, though Readability found another many times as long', () => {
    const notices =
      '<p>Mourned by her children, her grandchildren and the whole of the harbour, Ada Moor died on Monday in her sleep, aged ninety, within sight of the sea.</p>'.repeat(
        30,
      );
    const html = `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><main><h1>The lighthouse goes dark</h1><div class="column"><div class="entry-content">${STORY}</div></div><div class="notices"><div class="slides">${notices}</div></div></main></body></html>`;
    expect(extract(html).text).toBe(WHOLE);
  });

  it('is the page where an end tag that was swallowed put it into a noscript', () => {
    const html = `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><noscript><div></noscript><div><h1>The lighthouse goes dark</h1><script>count()</script>${STORY}</div></body></html>`;
    expect(extract(html).text).toBe(WHOLE);
  });

  it('is the whole declared block, not the longest of its parts', () => {
    const [first = '', ...rest] = PARAGRAPHS;
    const part = (texts: readonly string[]) =>
      `<div class="part"><div class="article-text">${texts.map((text) => `<p>${text}</p>`).join('')}</div></div>`;
    const body = `<div class="field-name-field-body">${part(rest)}${part([first])}</div>`;
    const html = `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><main><article><h1>The lighthouse goes dark</h1>${body}</article></main></body></html>`;
    expect(extract(html).text).toBe([...rest, first].join('\n\n'));
  });

  it('may be short', () => {
    const { text, warnings } = extract(
      '<html lang="en"><head><title>Fog</title></head><body><article><h1>Fog</h1><div class="entry-content"><p>No boats today: the fog has not lifted.</p></div></article></body></html>',
    );
    expect(text).toBe('No boats today: the fog has not lifted.');
    expect(warnings).toContain('body-short');
  });

  it('is not doubtful for being short', () => {
    const story = PARAGRAPHS.slice(0, 2)
      .map((text) => `<p>${text}</p>`)
      .join('');
    const { text, warnings } = extract(
      `<html lang="en"><head><title>The lighthouse goes dark</title></head><body><article><h1>The lighthouse goes dark</h1>${story}</article></body></html>`,
    );
    expect(text).toBe(PARAGRAPHS.slice(0, 2).join('\n\n'));
    expect(warnings).toEqual([]);
  });

  it('may be a list of links', () => {
    const links = Array.from(
      { length: 8 },
      (_, i) => `<li><a href="https://other.example/${i}">A story about the sea, number ${i}</a></li>`,
    ).join('');
    const { text } = extract(
      `<html lang="en"><head><title>Links</title></head><body><article><h1>Links</h1><div class="entry-content"><ul>${links}</ul></div></article></body></html>`,
    );
    expect(text).toContain('A story about the sea, number 7');
  });

  it('may stand in sections and spans without a paragraph', () => {
    const story = PARAGRAPHS.map((text) => `<section><span>${text}</span></section>`).join('');
    expect(extract(page({ story })).text).toBe(WHOLE);
  });
});

describe('a page that could be taken for a door', () => {
  it('is a story where it was published on some day, though that is named a caption', () => {
    const summary = 'The lighthouse at Cape Moran went dark on Sunday evening, for the first time in ninety years.';
    const head = `<title>The lighthouse goes dark</title><meta name="description" content="${summary}"><meta property="article:published_time" content="2024-03-12T08:00:00+00:00">`;
    const html = `<html lang="en"><head>${head}</head><body><h1>The lighthouse goes dark</h1><div class="player"></div><div class="item-caption"><p>${summary}</p></div><form><input type="password"></form></body></html>`;
    expect(extract(html).text).toContain(summary);
  });
});

describe('pages that hold no story', () => {
  it.each([
    [
      'a log-in form',
      '<form><label>Name <input name="u"></label><input type="password"><button>Sign in</button></form>',
      'login-wall',
    ],
    [
      'a log-in form with a sentence about what is behind it',
      '<h1>Welcome back</h1><p>Sign in to read every story of the Harbour Gazette, on paper, on your phone and by ear.</p><form><input type="password"></form>',
      'login-wall',
    ],
    [
      'one with an abbreviation in the sentence',
      '<h1>Welcome back</h1><p>Sign in to read every story of the Harbour Gazette, on paper, on your phone and by ear, from the <abbr title="Harbour Gazette">HG</abbr>.</p><form><input type="password"></form>',
      'login-wall',
    ],
    ['an empty page', '', 'no-article'],
    [
      'a page that its scripts are to fill',
      '<section id="main"></section><form style="display: none"><input type="password"><input type="submit" value="Log in"></form><script src="/app.js"></script>',
      'scripts-needed',
    ],
    [
      'a menu',
      `<ul>${Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">Section ${i}</a></li>`).join('')}</ul>`,
      'no-article',
    ],
  ])('%s', (_, body, code) => {
    expect(() => extract(`<html><head><title>Page</title></head><body>${body}</body></html>`)).toThrowError(code);
  });

  it('a frameset', () => {
    expect(() => extract('<html><frameset><frame src="a.html"></frameset></html>')).toThrowError('frameset');
  });
});
