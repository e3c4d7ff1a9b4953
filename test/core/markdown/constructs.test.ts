import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { elementOf, render } from './render.ts';

const markdownOf = (html: string): string => toMarkdown(elementOf(html));

describe('toMarkdown', () => {
  it.each([
    ['lists in lists', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '1. a\n    - b\n2. c'],
    ['a list straight inside a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n    - b'],
    ['blocks in an item', '<ul><li><p>a</p><pre>b</pre></li></ul>', '-   a\n\n    ```\n    b\n    ```'],
    ['start and value', '<ol start="3"><li>a</li><li value="4">b</li></ol>', '3. a\n4. b'],
    ['numbers out of order', '<ol reversed><li>a</li><li>b</li></ol>', '- 2\\. a\n- 1\\. b'],
    [
      'tasks',
      '<ul><li class="task-done"><p>a</p></li><li class="task-open">b</li><li class="task-open"><ul><li>c</li></ul></li></ul>',
      '- [x] a\n- [ ] b\n-   - c',
    ],
    ['numbers without text before the first', '<p>x</p><ol><li></li><li>a</li></ol><ol><li></li></ol>', 'x\n\n2. a'],
    [
      'code with a bar and an address in a cell',
      '<table><tr><th>a</th><th>b</th></tr><tr><td><code>x|https://a.example/b_c</code></td><td>d</td></tr></table>',
      '| a | b |\n| --- | --- |\n| <code>x&#124;https&#58;//a.example/b&#95;c</code> | d |',
    ],
    ['two lists in a row', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['an item without text', '<ol><li>a</li><li></li><li>c</li></ol>', '1. a\n2.\n3. c'],
    [
      'bold beside Chinese quotation marks',
      '<p>他说<b>“准时”</b>然后<b>《晨报》</b>报道</p>',
      '他说“**准时**”然后《**晨报**》报道',
    ],
    [
      'bold that is a link',
      '<p>见<b><a href="https://a.example/">（文）</a></b>后</p>',
      '见[**（文）**](https://a.example/)后',
    ],
    ['bold that is code', '<p>见<b><code>x</code></b>后</p>', '见&#8203;**`x`**&#8203;后'],
    ['neighbours of one kind', '<p><b>a</b><strong>b</strong> <i>c</i></p>', '**ab** *c*'],
    ['a mark around blocks', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**'],
    [
      'a link around blocks',
      '<a href="https://a.example/"><h2>a</h2><p>b</p></a>',
      '## [a](https://a.example/)\n\n[b](https://a.example/)',
    ],
    ['line ends between Han', '<p>中文\n换行 and\nmore</p>', '中文换行 and more'],
    ['a line separator in a quotation', '<blockquote>一\u2028<em>二</em></blockquote>', '> 一\u2028*二*'],
    ['a family that begins a mark', '<p>一<b>👨‍👩‍👧一</b></p>', '一👨‍👩‍👧**一**'],
    ['symbols in two marks', '<p><del>㈱</del><b>👍🏽$</b>一</p>', '㈱👍🏽$一'],
    ['full-width indents', '<p>　　一</p><p>　二<br>　　三</p>', '一\n\n二  \n三'],
    ['a poem', '<p>Rose,<br>sky,<br><br>fog</p>', 'Rose,  \nsky,\n\nfog'],
    ['a rule', '<p>a</p><hr><p>b</p>', 'a\n\n***\n\nb'],
    [
      'a table',
      '<table><tr><th>a</th><th align="right">b|</th></tr><tr><td>c<br>d</td><td><code>e|f</code></td></tr></table>',
      '| a | b\\| |\n| --- | ---: |\n| c<br>d | <code>e&#124;f</code> |',
    ],
    [
      'a table with spans',
      '<table><tr><th colspan="2">a</th></tr><tr><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td></tr></table>',
      '| a |  |\n| --- | --- |\n| b | c |\n|  | d |',
    ],
    [
      'a table without a head',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      '| a | b |\n| --- | --- |\n| c | d |',
    ],
    [
      'a caption of a table',
      '<table><caption>T</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>',
      'T\n\n| a |\n| --- |\n| b |',
    ],
    ['a table for layout', '<table><tr><td><h2>a</h2><p>b</p></td></tr></table>', '## a\n\nb'],
    ['code with a fence in it', '<pre><code class="language-md">```\na\n```</code></pre>', '````md\n```\na\n```\n````'],
    [
      'code by lines and numbers',
      '<pre data-lang="js"><div class="line"><span class="ln">1</span>a</div><div class="line"></div><div class="line"><span class="ln">3</span>b</div><button>Copy</button></pre>',
      '```js\na\n\nb\n```',
    ],
    ['code with breaks', '<pre>a<br>b</pre>', '```\na\nb\n```'],
    [
      'a language that a note program would run',
      '<pre><code class="language-dataviewjs">x</code></pre>',
      '```\nx\n```',
    ],
    ['code in a line', '<p><code>a `b`</code><code>c</code></p>', '``a `b`c``'],
    [
      'a picture with a caption',
      '<figure><img src="https://a.example/a.png" alt="A"><figcaption>Cap <b>b</b></figcaption></figure>',
      '![A](https://a.example/a.png)  \nCap **b**',
    ],
    [
      'a picture that leads to itself',
      '<a href="https://a.example/large.jpg"><img src="https://a.example/a.jpg"></a>',
      '![](https://a.example/a.jpg)',
    ],
    ['a tracking pixel', '<p>a<img src="https://a.example/p" width="1" height="1"></p>', 'a'],
    ['a quotation with its source', '<blockquote><p>a</p><footer>— B</footer></blockquote>', '> a\n>\n> — B'],
    [
      'a callout',
      '<div class="admonition warning"><p class="admonition-title">Warning</p><p>a</p></div>',
      '> [!WARNING]\n> a',
    ],
    [
      'a callout with a title',
      '<div class="callout callout-tip"><div class="callout-title">Try</div><p>a</p></div>',
      '> [!TIP]\n> **Try**\n>\n> a',
    ],
    ['terms', '<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>', '**a**\n\n- b\n- c'],
    ['details', '<details><summary>a</summary><p>b</p></details>', '**a**\n\nb'],
    ['ruby', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>', '漢（かん）字'],
    [
      'raised and lowered',
      '<p>H<sub>2</sub>O <kbd>Esc</kbd> <mark>m</mark></p>',
      'H<sub>2</sub>O <kbd>Esc</kbd> <mark>m</mark>',
    ],
    [
      'notes',
      '<p>a<sup><a href="#n1">1</a></sup></p><h2>Notes</h2><ol><li id="n1">N <a href="#r1">↩</a></li></ol>',
      'a[^1]\n\n[^1]: N',
    ],
    ['notes without links', '<p>a<sup>1</sup></p><hr><p><sup>1</sup> The note.</p>', 'a[^1]\n\n[^1]: The note.'],
    ['a power is no note', '<p>x<sup>2</sup></p>', 'x<sup>2</sup>'],
    [
      'unsafe addresses',
      '<p><a href="javascript:x()">a</a> <a href="obsidian://x">b</a> <img src="javascript:x()"></p>',
      'a b',
    ],
    [
      'a link that kramdown could take for a definition',
      '<p><a href="https://a.example/">[a]: b</a></p>',
      '[\\[a&#93;: b](https://a.example/)',
    ],
    [
      'a link that begins with the sign of a note',
      '<p><a href="https://a.example/">^ b</a></p>',
      '[&#94; b](https://a.example/)',
    ],
    [
      'a backtick in a cell',
      '<table><tr><th>a`</th><th>b</th></tr><tr><td>c</td><td><code>d</code></td></tr></table>',
      '| a&#96; | b |\n| --- | --- |\n| c | `d` |',
    ],
    [
      'hard addresses',
      '<p><a href="https://a.example/x y_(z)|{{">a</a></p>',
      '[a](https://a.example/x%20y_(z)%7C%7B%7B)',
    ],
    [
      'addresses as text',
      '<p>见https://a.example/x，后 https://a.example/y.</p>',
      '见<https://a.example/x>，后 https://a.example/y.',
    ],
    ['joined emoji and other scripts', '<p>👨‍👩‍👧‍👦 ❤️ سه‌شنبه 葛󠄀城</p>', '👨‍👩‍👧‍👦 ❤️ سه‌شنبه 葛󠄀城'],
  ])('writes %s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  it.each([
    '<img src=x onerror=x()> &lt; &amp;copy; AT&T a < b',
    '[a](javascript:x) ![b](c) [d]: e [[f]] ![[g]] [^1] [toc]',
    '{{ a }} {% b %} {# c #} {: d} {#e} {.f} w{g=h} {{< i >}}',
    '1. a',
    '1) a',
    '- a',
    '+ a',
    '> a',
    '# a',
    '---',
    '===',
    ': a',
    '::: a',
    '~~~',
    '| a |',
    '`a` ``b``',
    '*a* **b** _c_ __d__ a_b_c 2*3*4 ~e~ ~~f~~ ==g== $h$ $5 and $6 i^2^ ^[j] %%k%%',
    'C:\\new\\table\\ \\\\host \\* ends \\',
    '王毅*说*：“**好**”',
  ])('keeps text as text: %s', (text) => {
    const story = elementOf('<p></p>');
    story.firstElementChild?.append(text);
    const shown = render(toMarkdown(story));
    expect(shown.textContent).toBe(text);
    expect([...shown.querySelectorAll('*')].map((element) => element.localName)).toEqual(['p']);
  });

  it('leaves the story as it is', () => {
    const story = elementOf('<div>a <b> b</b><br><br>c<ul><li>d</ul></div>');
    const before = story.innerHTML;
    toMarkdown(story);
    expect(story.innerHTML).toBe(before);
  });

  it('takes a deep tree', () => {
    const story = elementOf('');
    let inner = story;
    for (let level = 0; level < 800; level += 1) {
      const next = story.ownerDocument.createElement(['div', 'blockquote', 'b', 'ul'][level % 4] ?? 'div');
      inner.append(next);
      inner = next;
    }
    inner.append('deep');
    expect(toMarkdown(story)).toContain('**deep**');
  });
});
