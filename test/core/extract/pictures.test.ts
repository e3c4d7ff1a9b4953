import { describe, expect, it } from 'vitest';
import { collectImages, readText } from '../../../src/core/extract/story.ts';
import { extract, page, STORY } from './page.ts';

const BASE = 'https://news.example/lighthouse';
const PLACEHOLDER = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const withPicture = (html: string) => extract(page({ story: STORY.replace('</p>', `</p>${html}`) }));
const sources = (html: string) => collectImages(withPicture(html).root).map(({ src }) => src);

describe('pictures', () => {
  it.each([
    ['data-src', `<img src="${PLACEHOLDER}" data-src="/pier.jpg">`],
    ['data-original', '<img src="/img/blank.gif" data-original="/pier.jpg">'],
    ['data-lazy-src', `<img class="lazy" data-lazy-src="/pier.jpg">`],
    ['data-echo', '<img src="loading.svg" data-echo="/pier.jpg">'],
    ['srcset', '<img srcset="/small.jpg 400w, /pier.jpg 1200w">'],
    ['data-srcset', `<img src="${PLACEHOLDER}" data-srcset="/pier.jpg 1200w">`],
    ['picture', '<picture><source srcset="/pier.jpg"><img></picture>'],
    ['noscript elements', `<img class="lazy" src="${PLACEHOLDER}"><noscript><img src="/pier.jpg"></noscript>`],
    ['noscript text', '<noscript>&lt;img src="/pier.jpg" alt="x"&gt;</noscript>'],
    ['an empty element that a script fills', '<div class="delayed" data-src="/pier.jpg" data-alt="The pier"></div>'],
    ['a button that enlarges', '<button><img src="/pier.jpg"></button>'],
    ['a link that a library of pop-ups opens', '<a class="image-popup" href="/pier.jpg"><img src="/pier.jpg"></a>'],
  ])('take their address from %s', (_, html) => {
    expect(sources(html)).toEqual([new URL('/pier.jpg', BASE).href]);
  });

  it.each([
    ['a tracker', '<img src="https://count.example/p.png" width="1" height="1">'],
    ['an icon', '<img src="/icon.png" width="16" height="16">'],
    ['a place-holder', `<img src="${PLACEHOLDER}">`],
    [
      'an address of another kind',
      '<img src="javascript:alert(1)"><img src="file:///c/x.png"><img src="blob:https://news.example/1">',
    ],
  ])('go: %s', (_, html) => {
    expect(sources(html)).toEqual([]);
  });

  it.each([
    ['a figure', '<figure><img src="/pier.jpg"><figcaption>The pier at night</figcaption></figure>'],
    ['loose text in a figure', '<figure><img src="/pier.jpg"><span>The pier at night</span></figure>'],
    ['a named block', '<div class="media"><img src="/pier.jpg"><div class="caption">The pier at night</div></div>'],
    [
      'a box of WordPress',
      '<div class="wp-caption"><img src="/pier.jpg"><p class="wp-caption-text">The pier at night</p></div>',
    ],
    ['a paragraph of its own', '<p><img src="/pier.jpg"><br>The pier at night</p>'],
    ['a centred line below', '<p><img src="/pier.jpg"></p><p class="f_center">The pier at night</p>'],
  ])('keep their caption from %s, out of the running text', (_, html) => {
    const { root } = withPicture(html);
    expect(collectImages(root)).toMatchObject([{ caption: 'The pier at night' }]);
    expect(readText(root)).not.toContain('The pier at night');
  });

  it('drawn emoji become their characters', () => {
    const { text } = extract(
      page({
        story: STORY.replace('dark on', 'dark <img class="emoji" alt="🌊" src="/e.png" width="16" height="16"> on'),
      }),
    );
    expect(text).toContain('dark 🌊 on');
  });
});

describe('embeds', () => {
  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="The bells"></iframe>',
      'https://www.youtube.com/watch?v=abcdefghijk',
      'The bells',
    ],
    ['<iframe data-src="https://player.vimeo.com/video/42"></iframe>', 'https://vimeo.com/42', 'vimeo.com'],
    ['<video src="/bells.mp4">Your browser cannot play this.</video>', 'https://news.example/bells.mp4', 'bells.mp4'],
    ['<audio><source src="/bells.mp3"></audio>', 'https://news.example/bells.mp3', 'bells.mp3'],
  ])('become links: %s', (html, href, title) => {
    const { root, text } = withPicture(html);
    const link = root.querySelector(`a[href="${href}"]`);
    expect(link?.textContent).toBe(title);
    expect(text).not.toContain(title);
  });

  it('frames of other hosts go', () => {
    expect(withPicture('<iframe src="https://ads.example/slot"></iframe>').root.querySelector('a')).toBeNull();
  });
});

describe('pictures that a page has twice, and captions in boxes', () => {
  const NOSCRIPT = '<noscript><img src="/pier.jpg"></noscript>';
  const LAZY = `<img class="lazy" src="${PLACEHOLDER}" data-src="/pier.jpg">`;

  it.each([
    ['before it', `<figure>${NOSCRIPT}${LAZY}</figure>`],
    ['before it, in a paragraph', `<p>${NOSCRIPT}${LAZY}</p>`],
    ['as text before it', `<figure><noscript>&lt;img src="/pier.jpg"&gt;</noscript>${LAZY}</figure>`],
    ['in a box of its own before it', `<figure><div>${NOSCRIPT}</div><div class="ratio">${LAZY}</div></figure>`],
    ['in a box of its own behind it', `<div><span>${LAZY}</span><span>${NOSCRIPT}</span></div>`],
    ['in a larger size', `<figure>${LAZY}<noscript><img src="/pier-2000.jpg"></noscript></figure>`],
    ['before one that is loaded', `<figure>${NOSCRIPT}<img src="/pier.jpg" data-src="/pier.jpg"></figure>`],
    ['before a picture element', `<figure>${NOSCRIPT}<picture><source srcset="/pier.jpg"><img></picture></figure>`],
    ['with a caption between', `<figure>${LAZY}<figcaption>The pier</figcaption>${NOSCRIPT}</figure>`],
    ['as a preview below it', '<div><div><img src="/pier.jpg"></div><div><img src="/pier.jpg"></div></div>'],
  ])('stand once where the page has them a second time %s', (_, html) => {
    expect(sources(html)).toEqual([new URL('/pier.jpg', BASE).href]);
  });

  it('stay where they are not the same', () => {
    const other = '<noscript><img src="/boat.jpg"></noscript>';
    const both = ['/pier.jpg', '/boat.jpg'].map((path) => new URL(path, BASE).href);
    expect(sources(`<p>Fog lay on the water. <img src="/pier.jpg"></p>${other}`)).toEqual(both);
    expect(sources(`<div>${LAZY}<img src="/boat.jpg"></div>`)).toEqual(both);
  });

  it.each([
    ['a box around the caption', '<div class="caption-box"><figcaption>The pier. Photo: A. Moor</figcaption></div>'],
    [
      'a box with the credit beside the caption',
      '<div class="caption-wrap"><figcaption>The pier.</figcaption> <span class="photo-credit">Photo: A. Moor</span></div>',
    ],
    [
      'a credit in a box below the caption',
      '<figcaption>The pier.</figcaption><div><div class="credit">Photo: A. Moor</div></div>',
    ],
  ])('keep the caption and its credit from %s', (_, html) => {
    const { root, text } = withPicture(`<figure><img src="/pier.jpg">${html}</figure>`);
    expect(collectImages(root)).toMatchObject([{ caption: 'The pier. Photo: A. Moor' }]);
    expect(text).not.toContain('A. Moor');
  });

  it('keep their caption where boxes lie between', () => {
    const html =
      '<div class="group"><a href="/pier-large.jpg"><div class="ratio"><picture><img src="/pier.jpg"></picture></div></a><div class="caption"><span>The pier at night</span></div></div>';
    expect(collectImages(withPicture(html).root)).toMatchObject([{ caption: 'The pier at night' }]);
  });
});
