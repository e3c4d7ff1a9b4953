import { describe, expect, it } from 'vitest';
import { flattenCode } from '../../../src/core/markdown/normalize/flatten-code.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { elementOf } from './render.ts';

const markdownOf = (html: string): string => {
  const root = elementOf(`<p>Before.</p>${html}<p>After.</p>`);
  flattenCode(root);
  return toMarkdown(root);
};
const fenced = (language: string, ...lines: string[]): string =>
  ['Before.', `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``, 'After.'].join('\n\n');

const LINES = ['if wind > 8:', '    shut(lamp)'];
const CODE = LINES.join('\n');

describe('flattenCode', () => {
  it.each([
    [
      'a table of numbers beside the code',
      `<div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1\n2</pre></div></td><td class="code"><div class="highlight"><pre class="language-python">${CODE}</pre></div></td></tr></table></div>`,
    ],
    [
      'such a table inside a code element',
      `<div class="language-python highlighter-rouge"><div class="highlight"><code><table><tr><td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre>${CODE}\n</pre></td></tr></table></code></div></div>`,
    ],
    [
      'a row for each line',
      `<table class="highlight js-file-line-container" data-tagsearch-lang="Python"><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">${LINES[0]}</td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">${LINES[1]}</td></tr></table>`,
    ],
    [
      'a row for each line of a plug-in',
      `<pre><code class="language-python hljs"><table class="hljs-ln"><tr><td class="hljs-ln-numbers" data-line-number="1"></td><td class="hljs-ln-code">${LINES[0]}</td></tr><tr><td class="hljs-ln-numbers" data-line-number="2"></td><td class="hljs-ln-code">${LINES[1]}</td></tr></table></code></pre>`,
    ],
    [
      'a bar with the language',
      `<div class="code-block"><div class="code-header"><span class="lang">python</span><button>Copy</button></div><pre>${CODE}</pre></div>`,
    ],
    [
      'a label in an attribute',
      `<div class="code-box"><div class="code-header"><span data-label-text="Python"></span></div><pre>${CODE}</pre></div>`,
    ],
    [
      'the language one level up',
      `<div class="language-python"><div class="wrap"><pre><code>${CODE}</code></pre></div></div>`,
    ],
    [
      'a link that copies',
      `<div class="highlight-python notranslate"><div class="highlight"><pre>${CODE}</pre><a class="copybtn">Copy code</a></div></div>`,
    ],
    [
      'lines in elements of their own',
      `<pre><code class="language-python">${LINES.map((line) => `<div class="row">${line}</div>`).join('')}</code></pre>`,
    ],
    [
      'lines in elements and line ends',
      `<pre class="python hljs">${LINES.map((line) => `<span class="line">${line}</span>`).join('\n')}</pre>`,
    ],
    ['line breaks in a code element', `<code class="language-python">${LINES.join('<br>')}</code>`],
    [
      'a frame of dots',
      `<div class="highlight python"><div class="dots"><span></span><span></span></div><pre>${CODE}</pre></div>`,
    ],
  ])('reads %s', (_, html) => {
    expect(markdownOf(html)).toBe(fenced('python', ...LINES));
  });

  it('keeps caption and file name', () => {
    const html = `<figure class="highlight"><div class="code-title">lamp.py</div><pre>${CODE}</pre><figcaption>The rule</figcaption></figure>`;
    expect(markdownOf(html)).toBe(`Before.\n\nlamp.py\n\n\`\`\`\n${CODE}\n\`\`\`\n\nThe rule\n\nAfter.`);
  });

  it.each([
    [
      'a table of figures',
      '<table><tr><td>1</td><td>Bell</td></tr><tr><td>2</td><td>Lamp</td></tr></table>',
      '| 1 | Bell |',
    ],
    [
      'a paragraph in the box',
      `<div class="code"><p>This is the rule of the lamp.</p><pre>${CODE}</pre></div>`,
      'This is the rule of the lamp.',
    ],
    ['two blocks in a box', `<div class="code-tabs"><pre>a</pre><pre>b</pre></div>`, '```\na\n```\n\n```\nb\n```'],
    ['code within a line', '<p>Type <code>shut</code> now.</p>', 'Type `shut` now.'],
  ])('leaves alone %s', (_, html, expected) => {
    expect(markdownOf(html)).toContain(expected);
  });
});
