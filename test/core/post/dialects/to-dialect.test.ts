import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../../src/core/markdown/to-markdown.ts';
import { GFM } from '../../../../src/core/model/dialect.ts';
import { segmentsOf } from '../../../../src/core/post/dialects/dialect-segments.ts';
import { toDialect } from '../../../../src/core/post/dialects/to-dialect.ts';
import { PRESETS } from '../../../../src/core/post/presets/presets.ts';
import { randomStory } from '../../markdown/random-story.ts';
import { render } from '../../markdown/render.ts';
import { textOf } from '../../markdown/shape.ts';

const wanted = process.env['FAST_CHECK_RUNS'];
const sample = wanted === undefined ? { numRuns: 60, seed: 20210716 } : { numRuns: Number(wanted) };

const SIGNS = (
  '` `` ``` ~~~ ```js {{ }} {% %} {{< >}} {{% %}} <% %> <b> </b> <br> <!-- --> <https://a.example/b_c> [a](https://a.example/) [^1] [^1]: ' +
  '![i](j) > - 1. * ** _ | --- # ## #tag \\ \\{ { } [ ] ( ) &amp; a b 中文 $ import export [x] [!NOTE] (1) @a :: (( <pre> </pre> <kbd>'
).split(' ');

/** What a user may have made of a clip: any signs in any order. */
const anyMarkdown = fc
  .array(fc.constantFrom(...SIGNS, ' ', ' ', '\n', '\n\n', '\n    ', '\n> '), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('toDialect', () => {
  it('divides any Markdown without losing a character', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        expect(
          segmentsOf(markdown)
            .map((segment) => segment.raw)
            .join(''),
        ).toBe(markdown);
      }),
      { ...sample, numRuns: sample.numRuns * 10 },
    );
  });

  it('leaves all as it is for a program without a dialect', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => toDialect(markdown, GFM) === markdown),
      sample,
    );
  });

  it.each(PRESETS.map((preset) => [preset.id, preset.dialect] as const))(
    'changes nothing the second time: %s',
    (_id, dialect) => {
      fc.assert(
        fc.property(fc.oneof(anyMarkdown, randomStory.map(toMarkdown)), (markdown) => {
          const once = toDialect(markdown, dialect);
          expect(toDialect(once, dialect)).toBe(once);
        }),
        sample,
      );
    },
  );

  // The numbers of lists are text to Python-Markdown; `test/sites` asks that reader itself.
  it.each(PRESETS.filter(({ id }) => id !== 'pelican').map((preset) => [preset.id, preset.dialect] as const))(
    'keeps the text of a story: %s',
    (_id, dialect) => {
      fc.assert(
        fc.property(randomStory.map(toMarkdown), (markdown) => {
          const written = toDialect(markdown, dialect);
          expect(shown(written), written).toBe(shown(markdown));
        }),
        sample,
      );
    },
  );
});

const LIQUID = { ...GFM, codeOpeners: ['{{', '{%', '<%'] };
const HUGO = { ...GFM, shortcodes: true, rawHtml: 'none' } as const;
const MDX = { ...GFM, rawHtml: 'none', jsx: true } as const;

describe('a dialect', () => {
  it.each([
    [
      'writes code that Liquid would run as HTML',
      LIQUID,
      'a `{{ x }}` b',
      'a <code>&#123;&#123; x &#125;&#125;</code> b',
    ],
    [
      'writes a block that Liquid would run as HTML',
      LIQUID,
      '```js\n{% x %}\n```',
      '<pre><code class="language-js">&#123;% x %}\n</code></pre>',
    ],
    ['leaves other code alone', LIQUID, '`{ x }`\n\n```js\n{ }\n```', '`{ x }`\n\n```js\n{ }\n```'],
    [
      'quiets a template that the user typed',
      LIQUID,
      '{{ x }} [a](https://a.example/{{x}})',
      '&#123;{ x }} [a](https://a.example/%7B{x}})',
    ],
    ['shows shortcodes in code', HUGO, '`{{< x >}}` `{{% y %}}`', '`{{</* x */>}}` `{{%/* y */%}}`'],
    ['parts a shortcode without end', HUGO, '`{{< x`', '`{{\u200B< x`'],
    ['writes HTML as Markdown', HUGO, 'H<sub>2</sub>O <kbd>Esc</kbd> <mark>m</mark>', 'H₂O `Esc` m'],
    ['writes the sign that a key shows', HUGO, '<kbd>\\\\</kbd> <kbd>\\*</kbd>', '`\\` `*`'],
    [
      'keeps deletions and notes out of what a heading of Hugo nests',
      HUGO,
      '## *a ~~b~~* `~~` \\~~c [d[^1] e](https://a.example/)\n\n- ## ~~a~~ b\n\n*a ~~b~~*\n\n[^1]: N',
      '## *a b* `~~` \\~~c [d e](https://a.example/)[^1]\n\n- ## ~~a~~ b\n\n*a ~~b~~*\n\n[^1]: N',
    ],
    ['parts lines of a cell by a blank', HUGO, '| a<br>b | c |', '| a b | c |'],
    [
      'writes an HTML block of code as a fence',
      HUGO,
      '<pre><code class="language-js">a &#60; b\n</code></pre>\n',
      '```js\na < b\n```\n',
    ],
    [
      'makes braces, addresses and modules text',
      MDX,
      'import x\n\n{a} <https://a.example/b_c>',
      '&#105;mport x\n\n&#123;a&#125; [https://a.example/b\\_c](https://a.example/b_c)',
    ],
    ['drops comments where they are no comments', MDX, 'a <!-- b --> c', 'a  c'],
    ['marks interpolation in code', { ...GFM, vue: true }, '`{{ x }}` {{ y }}', '`{{ x }}`{v-pre} &#123;{ y }}'],
    ['lists notes', { ...GFM, footnotes: false }, 'a[^x]\n\n[^x]: N\n\n    M\n', 'a\\[1\\]\n\n***\n\n1.  N\n\n    M\n'],
    [
      'doubles the dollars of maths',
      { ...GFM, inlineMaths: '$$' },
      'a $x_1$, \\$5 and \\$6 `$y$`\n\n$$\nz\n$$',
      'a $$x_1$$, \\$5 and \\$6 `$y$`\n\n$$\nz\n$$',
    ],
    [
      'has kramdown read Markdown inside the marks that it takes for raw HTML',
      { ...GFM, kramdown: true },
      '<u>a\\*b</u> <kbd>c</kbd> <ins>d</ins> `<u>`',
      '<u markdown="span">a\\*b</u> <kbd markdown="span">c</kbd> <ins>d</ins> `<u>`',
    ],
    [
      'numbers a list for kramdown that begins in the line of an outer item',
      { ...GFM, kramdown: true },
      '- 1. a\n  2. b\n- 5. c\n- d',
      '- 1. a\n  2. b\n- 5. c\n  {: start="5"}\n- d',
    ],
    ['draws tasks', { ...GFM, taskLists: false }, '- [x] a\n- [ ] b', '- ☑ a\n- ☐ b'],
    ['names callouts', { ...GFM, callouts: false }, '> [!TIP]\n> a', '> **Tip**\n>\n> a'],
    ['keeps hashtags from being tags', { ...GFM, notes: 'obsidian' }, 'a #新闻 C# #1', 'a \\#新闻 C# #1'],
    ['keeps queries from running', { ...GFM, notes: 'obsidian' }, '`= x`', '<code>&#8203;&#61; x</code>'],
    [
      'keeps properties and references from being made',
      { ...GFM, notes: 'logseq' },
      'key:: v ((x))',
      'key&#58;: v \\((x))',
    ],
    ['keeps numbers with brackets', { ...GFM, pandoc: true }, '(1) a\n\na. b @c', '\\(1) a\n\na\\. b \\@c'],
  ] as const)('%s', (_name, dialect, markdown, written) => {
    expect(toDialect(markdown, dialect)).toBe(written);
  });
});

/** Text as shown, without the signs of width nought that some dialects need, VitePress' word for "do not run", kramdown's first numbers. */
function shown(markdown: string): string {
  const plain = markdown.replaceAll('{v-pre}', '').replace(/^[ >]*\{: start="\d+"\}$/gm, '');
  return textOf(render(plain)).replace(/\/\*|\*\//g, '');
}
