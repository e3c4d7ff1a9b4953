import { expect, it } from 'vitest';
import { plainText } from '../../../src/library/posts/plain-text.ts';

it.each([
  ['a **bold** and _soft_ *word*', 'a bold and soft word'],
  ['## A heading', 'A heading'],
  ['> Quoted [words](https://a.example/x_y "t")', 'Quoted words'],
  ['![A ferry](ferry.jpg)', 'A ferry'],
  ['- one\n- two', 'one\ntwo'],
  ['Kept.[^1]\n\n[^1]: A note.', 'Kept.'],
  ['| Ship | Year |\n| --- | ---: |\n| Ada | 1998 |', 'Ship  Year \n\n Ada  1998'],
  ['==marked== and ~~gone~~ and `code`', 'marked and gone and code'],
  ['snake_case_name and 2 \\* 3 \\_ 4', 'snake_case_name and 2 * 3 _ 4'],
  ['他说：_重要_。', '他说：重要。'],
])('has no marks of Markdown: %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});
