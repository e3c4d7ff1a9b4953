import fc from 'fast-check';
import { document } from './render.ts';

/** Text that means something to some Markdown program, and text that occurs beside it in the news. */
const PIECES = (
  'a b1 word x_y 中文 文 新闻 “ ” ‘ ’ 。 ， （ ） 「 」 《 》 ％ … — * ** *** _ __ ` `` ``` ~ ~~ $ $$ | || [ ] ( ) ! < > & &amp; &lt; &copy; &#35; # ## - + 1. 1) 2021. = == === --- ' +
  '\\ \\\\ { } {{ }} {% %} {# {: %% ^ ^^ [^1] : :: ::: [x] [toc] https://a.example/b_c*d (https://a.example/) www.a.example a@b.example 😀 👨‍👩‍👧 é " \' ... <!-- --> <br> </p> [[ ]] ![ ](u) [a]: import {a=b} €5 × © ► ا ب'
).split(' ');

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(' ', ' ', '\u00A0', '\u3000', '\u2028') },
);
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const address = fc.constantFrom(
  'https://a.example/',
  'https://a.example/x_(y)?q=1&copy=2',
  'https://a.example/a b|c"d<e>',
  'https://a.example/)(',
  'https://a.example/新闻/{{x}}',
);

type Build = () => Node;

const text: fc.Arbitrary<Build> = words.map((value) => () => document.createTextNode(value));

function element(
  name: string,
  children: fc.Arbitrary<Build[]>,
  attributes: Record<string, fc.Arbitrary<string>> = {},
): fc.Arbitrary<Build> {
  return fc.tuple(children, fc.record(attributes)).map(([builds, values]) => () => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    for (const build of builds) made.append(build());
    return made;
  });
}

const { inline } = fc.letrec<{ inline: Build; mark: Build }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'inline' },
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: element('br', fc.constant([])) },
    { weight: 1, arbitrary: element('code', fc.tuple(text)) },
    { weight: 1, arbitrary: element('img', fc.constant([]), { src: address, alt: words }) },
    { weight: 4, arbitrary: tie('mark') },
  ),
  mark: fc.oneof(
    ...['strong', 'b', 'em', 'del', 'span'].map((name) => element(name, fc.array(tie('inline'), { maxLength: 3 }))),
    element('a', fc.array(tie('inline'), { minLength: 1, maxLength: 3 }), { href: address, title: words }),
  ),
}));

const line = fc.array(inline, { minLength: 1, maxLength: 4 });

const { block } = fc.letrec<{ block: Build; item: Build }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block' },
    { weight: 5, arbitrary: element('p', line) },
    { weight: 2, arbitrary: element('div', line) },
    ...['h2', 'h3'].map((name) => ({ weight: 1, arbitrary: element(name, line) })),
    { weight: 1, arbitrary: element('pre', fc.tuple(element('code', fc.tuple(text)))) },
    { weight: 1, arbitrary: element('hr', fc.constant([])) },
    { weight: 2, arbitrary: element('ul', fc.array(tie('item'), { minLength: 1, maxLength: 3 })) },
    { weight: 2, arbitrary: element('ol', fc.array(tie('item'), { minLength: 1, maxLength: 3 })) },
    { weight: 1, arbitrary: element('blockquote', fc.array(tie('block'), { minLength: 1, maxLength: 3 })) },
  ),
  item: element('li', fc.oneof(line, fc.array(tie('block'), { minLength: 1, maxLength: 2 }))),
}));

const row = (cell: 'th' | 'td') => element('tr', fc.array(element(cell, line), { minLength: 3, maxLength: 3 }));

/** A table of figures, as a reader would take it: heads above, the same number of cells in each row. */
const table = element(
  'table',
  fc.tuple(row('th'), row('td'), row('td')).map((rows) => rows),
);

/** A story of random blocks full of signs. */
export const randomStory: fc.Arbitrary<Element> = fc
  .array(fc.oneof({ weight: 12, arbitrary: block }, { weight: 1, arbitrary: table }), { minLength: 1, maxLength: 4 })
  .map((builds) => {
    const root = document.createElement('div');
    for (const build of builds) root.append(build());
    root.normalize();
    return root;
  });
