// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderStory } from '../../../src/ui/shared/render-story.ts';

/** As it is in the page once it is shown. */
function show(markdown: string): HTMLElement {
  const story = document.createElement('div');
  story.replaceChildren(renderStory(markdown));
  return story;
}

describe('a story', () => {
  it('is shown as CommonMark and GFM have it', () => {
    const story = show(
      '## Head\n\n**bold** ~~gone~~\n\n| a |\n| - |\n| b |\n\n- [x] done\n\nA note.[^1]\n\n[^1]: Here.',
    );
    expect(story.querySelector('h2')?.textContent).toBe('Head');
    expect(story.querySelector('strong')?.textContent).toBe('bold');
    expect(story.querySelector('del')?.textContent).toBe('gone');
    expect(story.querySelector('td')?.textContent).toBe('b');
    expect(story.querySelector<HTMLInputElement>('input[type=checkbox]')?.disabled).toBe(true);
    expect(story.textContent).toContain('Here.');
  });

  it('keeps the HTML that Markdown has no form for', () => {
    const story = show(
      '<details><summary>More</summary>\n\nH<sub>2</sub>O\n\n</details>\n\n<ruby>漢<rt>かん</rt></ruby>',
    );
    expect(story.querySelector('details summary')?.textContent).toBe('More');
    expect(story.querySelector('sub')?.textContent).toBe('2');
    expect(story.querySelector('rt')?.textContent).toBe('かん');
  });

  it('names a picture that cannot be had', () => {
    const story = show('![The ferry at the quay](http://example.com/boat.jpg)');
    story.querySelector('img')?.dispatchEvent(new Event('error'));
    expect(story.querySelector('img')).toBeNull();
    expect(story.querySelector('.image-name')?.textContent).toBe('The ferry at the quay');
  });

  it('opens its links in a tab of their own, and loads images without saying from where', () => {
    const story = show('[a](https://example.com) ![b](https://example.com/b.png)');
    expect(story.querySelector('a')?.rel).toBe('noopener noreferrer');
    expect(story.querySelector('a')?.target).toBe('_blank');
    expect(story.querySelector('img')?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });
});

describe('what a page can smuggle in', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '[x](javascript:alert(1))',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<form action="https://evil.example"><button>Save</button><input type="text" name="a"></form>',
    '<style>body{display:none}</style><p style="position:fixed;inset:0">x</p>',
    '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
    '<object data="x"></object><embed src="x"><meta http-equiv="refresh" content="0;url=//evil.example">',
    '<p id="save" name="store" class="foot">x</p>',
  ])('does not get through: %s', (markdown) => {
    const story = show(markdown);
    expect(story.querySelector('script, iframe, style, form, button, object, embed, meta, svg, math')).toBeNull();
    for (const element of story.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(?:on|style$|id$|name$|class$|srcdoc$|action$)/);
        expect(value).not.toMatch(/^\s*(?:java\s*script|data:text)/i);
      }
      expect(element.matches('input:not([type=checkbox])')).toBe(false);
    }
  });
});
