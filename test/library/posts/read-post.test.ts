import { describe, expect, test } from 'vitest';
import { readPost } from '../../../src/library/posts/read-post.ts';

const post = (yaml: string, body = '正文\n') => `---\n${yaml}\n---\n${body}`;

test('reads the default post', () => {
  const yaml = [
    'layout: post',
    'title: "渡轮：“星期一”恢复"',
    'date: 2024-03-01T08:00:00+08:00',
    'author: 林小月',
    'from: https://news.example/ferry',
    'tags: [ 海港日报, 2024 ]',
    'categories: [ 海港日报 ]',
  ].join('\n');
  expect(readPost(post(yaml))).toEqual({
    url: 'https://news.example/ferry',
    title: '渡轮：“星期一”恢复',
    date: '2024-03-01T08:00:00+08:00',
    authors: ['林小月'],
    tags: ['海港日报', '2024'],
    categories: ['海港日报'],
    body: '正文\n',
  });
});

test.each([
  ['source: https://a.example/1', 'https://a.example/1'],
  ['url: /local/path\nlink: https://a.example/1', 'https://a.example/1'],
  ['from: the newspaper\nsource: https://a.example/1', 'https://a.example/1'],
  ['source: javascript:alert(1)', undefined],
])('finds the address in %j', (yaml, url) => {
  expect(readPost(post(yaml)).url).toBe(url);
});

test('takes lists in every usual form', () => {
  expect(
    readPost(post('tags: one\nauthors:\n  - name: Ana Sol\n  - 林小月\ncategories:\n  - [世界, 亚洲]\n  - 港口')),
  ).toMatchObject({
    tags: ['one'],
    authors: ['Ana Sol', '林小月'],
    categories: ['世界', '亚洲', '港口'],
  });
});

test('takes Windows line ends and a byte order mark', () => {
  expect(readPost('\ufeff---\r\ntitle: a\r\n---\r\nbody').title).toBe('a');
});

describe('a hostile file is a fact of that file alone', () => {
  test('no prototype is touched', () => {
    const facts = readPost(post('__proto__: { title: polluted, tags: [x] }\nconstructor: { name: y }\ntitle: honest'));
    expect(facts).toMatchObject({ title: 'honest', tags: [] });
    expect('polluted' in {}).toBe(false);
  });

  test('merge keys and anchors give nothing to other keys', () => {
    expect(readPost(post('base: &b { title: merged }\n<<: *b')).title).toBeUndefined();
  });

  test.each([
    ['a function', 'title: !!js/function "function () { return 1 }"'],
    ['a Python object', 'title: !!python/object:os.system x'],
    ['broken YAML', 'title: "a\ntags: ['],
    ['a list', '- a\n- b'],
    ['a bare text', 'hello'],
    ['too much', `title: ${'x'.repeat(70_000)}`],
  ])('%s is a problem with a reason', (_, yaml) => {
    const facts = readPost(post(yaml));
    expect(facts.title).toBeUndefined();
    if (!yaml.startsWith('title: xxx')) expect(facts.problem).toMatch(/\w/);
  });

  test('a tree of aliases costs nothing', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`);
    const facts = readPost(post(['a0: &a0 [x]', ...levels, 'tags: *a30', 'title: t'].join('\n')));
    expect(facts.tags.length).toBeLessThanOrEqual(100);
  });
});

test.each(['{ "title": "x" }\n', ';;;\n"title": "x"\n;;;\n', '# only text\n', '---\nno end'])(
  'leaves %j to its program',
  (text) => {
    expect(readPost(text)).toEqual({ authors: [], tags: [], categories: [], body: text });
  },
);
