import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editorSize, popupSize, sizeOf, withWhatTheyName } from '../../bench/speed/sizes.ts';
import { CHECK_MODULE, COMPLETION_MODULE, MODULE_NAMES, moduleFile } from '../../src/core/model/module-names.ts';

const CHROME = 'dist/chrome';

describe('the background', () => {
  // A service worker may not: https://html.spec.whatwg.org/multipage/webappapis.html#hostimportmoduledynamically
  it('loads no script later than at its start', () => {
    const scripts = withWhatTheyName('background.js');
    expect(scripts.length).toBeGreaterThan(0);
    for (const path of scripts) expect(readFileSync(join(CHROME, path), 'utf8'), path).not.toMatch(/\bimport\(/);
  });
});

describe('what is sent into pages and shown first stays small', () => {
  it('puts nothing into a page that is not clipped', () => {
    const manifest = JSON.parse(readFileSync(join(CHROME, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['content_scripts']).toBeUndefined();
    expect(manifest['web_accessible_resources']).toBeUndefined();
    expect(manifest['host_permissions']).toBeUndefined();
  });

  // The aim is 80 kB, 30 kB by gzip. Authors are read outside of the page. 3 kB, 0.8 by gzip, are the parentheses that have
  // its functions compiled at once (`scripts/compile-eagerly.ts`).
  it('holds the script that is injected', () => {
    const { bytes, gzip } = sizeOf('content.js');
    expect(bytes).toBeLessThanOrEqual(130_000);
    expect(gzip).toBeLessThanOrEqual(47_500);
  });

  it.each(MODULE_NAMES)('keeps in a file of its own what only some pages need: %s', (name) => {
    const { bytes, gzip } = sizeOf(moduleFile(name));
    expect(bytes).toBeGreaterThan(4_000);
    // That of Chinese, Japanese and Korean is the largest: it knows what lines their publishers add to a story.
    expect(gzip).toBeLessThanOrEqual(12_200);
  });

  it('keeps what finishes a clip out of the page where the popup can do it', () => {
    // A third of it are names of months, and words of dates and time zones, of some forty languages.
    expect(sizeOf(moduleFile(COMPLETION_MODULE)).gzip).toBeLessThanOrEqual(30_300);
  });

  // 0.05 kB are the lines of the waiting frame where the system forces its colours.
  it('holds what the popup needs to be up: styles, and a script that draws the story', () => {
    expect(popupSize().gzip).toBeLessThanOrEqual(9_650);
  });

  // 2.5 kB of it are in the first script as well: what draws a story.
  it('holds what the popup loads for its editor then', () => {
    expect(editorSize().gzip).toBeGreaterThan(30_000);
    expect(editorSize().gzip).toBeLessThanOrEqual(39_000);
  });

  // Every popup would keep what it has run of it: a thirtieth of its heap.
  it('has what judges the page’s answer in a script that is dropped, with the library for it', () => {
    expect(sizeOf(moduleFile(CHECK_MODULE)).bytes).toBeGreaterThan(4_000);
    for (const path of withWhatTheyName('ui/popup/index.html')) {
      expect(readFileSync(join(CHROME, path), 'utf8'), path).not.toContain('~run');
    }
  });

  it.each([
    'block-access',
    'blocks-view',
    'choice-bar',
    'change-highlights',
    'reader-view',
    'story-highlights',
    'view-access',
    'view-buttons',
  ])('is loaded by the popup only when it is asked for: %s', (name) => {
    expect(sizeOf(`assets/${name}.js`).bytes).toBeGreaterThan(0);
    expect(withWhatTheyName('ui/popup/index.html')).not.toContain(`assets/${name}.js`);
  });
});

describe('the size of the popup', () => {
  const sheetsOf = (page: string): string[] => {
    const html = readFileSync(join(CHROME, 'ui', page, 'index.html'), 'utf8');
    return [...html.matchAll(/href="\.\.\/\.\.\/(assets\/[^"]+\.css)"/g)].map(([, path = '']) => path);
  };
  const styleOf = (page: string): string =>
    sheetsOf(page)
      .map((path) => readFileSync(join(CHROME, path), 'utf8'))
      .join('\n');
  const POPUP_SIZE = /\bhtml\{[^}]*inline-size:420px/;

  it('is what its own styles say, which are in the page, after those of all pages', () => {
    const html = readFileSync(join(CHROME, 'ui/popup/index.html'), 'utf8');
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(html) ?? [];
    expect(style).toMatch(/^:root\{color-scheme/);
    expect(style).toMatch(POPUP_SIZE);
    expect(sheetsOf('popup')).toEqual([]);
  });

  it('is not overruled by the styles of all pages, loaded again', () => {
    const scripts = readdirSync(join(CHROME, 'assets')).filter((name) => name.endsWith('.js'));
    expect(scripts).toContain('library-access.js');
    for (const name of scripts)
      expect(readFileSync(join(CHROME, 'assets', name), 'utf8'), name).not.toContain('first.css');
  });

  it.each(['batch', 'library', 'options', 'panel', 'reader', 'welcome'])('is not that of another page: %s', (page) => {
    expect(styleOf(page)).not.toMatch(POPUP_SIZE);
    // Its own styles come after those of all pages, which they overrule.
    expect(sheetsOf(page)[0]).toBe('assets/first.css');
  });
});
