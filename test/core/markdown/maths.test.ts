import { describe, expect, it } from 'vitest';
import { textualiseMaths } from '../../../src/core/markdown/maths/textualise-maths.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import { elementOf } from './render.ts';

const CASES: readonly (readonly [string, string, string])[] = [
  [
    'KaTeX',
    '<p>so <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span> is</p>',
    'so $x^2$ is',
  ],
  [
    'KaTeX on a line of its own',
    '<p>a</p><span class="katex-display"><span class="katex"><math><annotation encoding="application/x-tex">\\frac{a}{b}</annotation></math></span></span><p>b</p>',
    'a\n\n$$\n\\frac{a}{b}\n$$\n\nb',
  ],
  [
    'MathJax 2',
    '<p>so <span class="MathJax_Preview"></span><span class="MathJax">drawn</span><script type="math/tex">y_1</script> is</p>',
    'so $y_1$ is',
  ],
  [
    'MathJax 2 on a line of its own',
    '<div class="MathJax_Display">drawn</div><script type="math/tex; mode=display">y</script>',
    '$$\ny\n$$',
  ],
  [
    'MathJax 3',
    '<p>so <mjx-container><mjx-math>drawn</mjx-math><mjx-assistive-mml><math><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container></p>',
    'so $x^{2}$',
  ],
  ['MathML with its source', '<p><math alttext="E=mc^2"><mi>E</mi></math></p>', '$E=mc^2$'],
  [
    'MathML alone',
    '<math display="block"><mfrac><mrow><mi>sin</mi><mi>α</mi></mrow><msqrt><mn>2</mn></msqrt></mfrac><mo>≤</mo><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover></math>',
    '$$\n\\frac{\\sin \\alpha}{\\sqrt{2}} \\le \\sum_{i = 1}^{n}\n$$',
  ],
  [
    'an image of a formula',
    '<p>so <img class="latex" src="https://a.example/1.png" alt="\\frac{1}{2}"> is</p>',
    'so $\\frac{1}{2}$ is',
  ],
  [
    'an image of Zhihu',
    '<p>so <img src="https://a.example/equation?tex=x%5E2" alt="x^2" eeimg="1"> is</p>',
    'so $x^2$ is',
  ],
  [
    'an image of WordPress without a text',
    '<p>so <img class="latex" src="https://a.example/latex.php?latex=x%5E2+%2B+1&bg=fff" alt=""> is</p>',
    'so $x^2 + 1$ is',
  ],
  [
    'a drawing with its source in a label',
    '<p>so <svg role="img" class="mathjax-svg" aria-label="\\frac{1}{2}"><path d="M0 0"/></svg> is</p>',
    'so $\\frac{1}{2}$ is',
  ],
  ['a drawing with its source in its data', '<p>so <svg data-latex="e^{x}"><path/></svg> is</p>', 'so $e^{x}$ is'],
  [
    'an element with its source in its data',
    '<p>so <span data-formula="a_1 + b"><img src="https://a.example/1.svg"></span> is</p>',
    'so $a_1 + b$ is',
  ],
  [
    'an image that says so of itself',
    '<p>so <img src="https://a.example/1.svg" data-formula="a_{1}" alt="formula"> is</p>',
    'so $a_{1}$ is',
  ],
  [
    'a picture of no formula',
    '<p>so <img src="https://a.example/1.png" alt="a_photo"> is</p>',
    'so ![a_photo](https://a.example/1.png) is',
  ],
  [
    'Wikipedia',
    '<p><span class="mwe-math-element"><math alttext="{\\displaystyle a|b&lt;c}"><mi>a</mi></math><img class="mwe-math-fallback-image-inline" src="https://a.example/m.svg" alt="{\\displaystyle a|b}"></span></p>',
    '$a\\vert b\\lt c$',
  ],
  [
    'signs that begin emphasis in programs without maths',
    '<p>so <span class="math inline">\\(a*b*c \\vec{a}_1 x_{2} \\operatorname*{max}\\)</span></p>',
    'so $a\\ast b\\ast c \\vec{a}_ 1 x_{2} \\operatorname*{max}$',
  ],
  ['a page that waits for MathJax', '<p>so <span class="math inline">\\(z\\)</span></p>', 'so $z$'],
];

describe('maths', () => {
  it.each(CASES)('is TeX between dollars: %s', (_name, html, markdown) => {
    const story = elementOf(html);
    textualiseMaths(story);
    expect(toMarkdown(story)).toBe(markdown);
  });

  it('leaves pictures alone that are no formulas', () => {
    const story = elementOf('<p><img src="https://a.example/cat.png" alt="a cat_photo"></p>');
    textualiseMaths(story);
    expect(toMarkdown(story)).toBe('![a cat_photo](https://a.example/cat.png)');
  });
});
