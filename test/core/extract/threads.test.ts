import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { TextMeasure } from '../../../src/core/extract/clean/text-measure.ts';
import { readThread as readMeasured } from '../../../src/core/extract/thread/read-thread.ts';
import { mayBeThread } from '../../../src/core/extract/thread/thread-forms.ts';
import { toMarkdown } from '../../../src/core/markdown/to-markdown.ts';
import type { StatedKind } from '../../../src/core/model/modules.ts';
import { extract, page, STORY } from './page.ts';

const POSTS: readonly (readonly [string, string, string])[] = [
  [
    'Moor',
    '6 May 2024',
    'Which oil do you burn in the old lamp? Ours smokes, and the keeper coughs from dusk to dawn.',
  ],
  [
    'Wik',
    '7 May 2024',
    'Colza, and never anything else. Trim the wick first, though: most smoke is a matter of the wick.',
  ],
  ['Dray', '7 May 2024', 'What Wik says.'],
];

type Writer = (name: string, time: string, text: string, index: number) => string;

const pageOf = (write: Writer, around = ''): string =>
  `<html lang="en"><head><title>Oil for the lamp</title></head><body><header><a href="/">Lamps</a></header><main><h1>Oil for the lamp</h1>${around}${POSTS.map(([name, time, text], index) => write(name, time, text, index)).join('')}</main><footer>© Lamps</footer></body></html>`;

const bodyOf = (html: string): Element => new JSDOM(html).window.document.body;

const readThread = (page: Element, stated?: StatedKind): HTMLElement | undefined =>
  readMeasured(page, new TextMeasure(page), stated);

const FORMS: readonly (readonly [string, Writer])[] = [
  [
    'rows with a column for the author',
    (name, time, text) =>
      `<article class="message"><div class="message-user"><h4 class="message-name"><a href="/members/x.1" class="username">${name}</a></h4><div class="joined">Joined 2011</div></div><div class="message-main"><a href="#p"><time datetime="2024-05-06T10:00:00Z">${time}</time></a><div class="bbWrapper">${text}</div><div class="signature">Light above all.</div></div></article>`,
  ],
  [
    'boxes of a crawler’s view',
    (name, time, text) =>
      `<div class="topic-body crawler-post"><div class="meta"><span class="creator" itemprop="author"><a href="/u/x"><span itemprop="name">${name}</span></a></span><time itemprop="datePublished" datetime="2024-05-06T10:00:00Z">${time}</time></div><div class="post" itemprop="text"><p>${text}</p></div></div>`,
  ],
  [
    'cells of a table',
    (name, time, text) =>
      `<table class="tborder"><tr><td class="thead date">${time}</td></tr><tr><td class="alt2"><a class="bigusername" href="/member.php?u=1">${name}</a></td><td class="alt1"><div class="posttext">${text}</div></td></tr></table>`,
  ],
  [
    'answers in answers',
    (name, time, text, index) =>
      `<ol><li class="reply"><div class="head"><a href="/~x">${name}</a> <time datetime="2024-05-06">${time}</time></div><div class="reply_text"><p>${text}</p></div>${index === 0 ? '<ol></ol>' : ''}</li></ol>`,
  ],
  [
    'a question and its answers',
    (name, time, text, index) =>
      `<div class="${index === 0 ? 'question' : 'answer'}"><div class="votes">12</div><div class="prose"><p>${text}</p></div><div class="user-details"><a href="/users/1/x">${name}</a></div><div class="user-time"><span title="2024-05-06 10:00:00Z">${time}</span></div></div>`,
  ],
];

describe('a thread', () => {
  it.each(FORMS)('keeps each post under its author and time: %s', (_, write) => {
    const body = bodyOf(pageOf(write));
    expect(mayBeThread(body)).toBe(true);
    const thread = readThread(body);
    const markdown = thread ? toMarkdown(thread) : '';
    expect(markdown).toBe(POSTS.map(([name, time, text]) => `### ${name} · ${time}\n\n${text}`).join('\n\n'));
  });

  it('is the whole story of its page', () => {
    const { text } = extract(pageOf(FORMS[0]?.[1] ?? (() => '')), 'https://lamps.example/t/1');
    for (const [name, , words] of POSTS) for (const part of [name, words]) expect(text).toContain(part);
    expect(text).not.toMatch(/Light above all|Joined|© Lamps/);
  });

  it('is no door, though a form to log in is beside it and its posts are short', () => {
    const write: Writer = (name, time) => FORMS[1]?.[1](name, time, 'Colza, I say.', 0) ?? '';
    const form = '<form action="/login"><input name="u"><input type="password"></form>';
    expect(extract(pageOf(write, form)).text).toContain('Colza, I say.');
  });

  it('is read where only a noscript holds it', () => {
    const write = FORMS[1]?.[1] ?? (() => '');
    const longer: Writer = (name, time, text, index) =>
      write(name, time, `${text} ${STORY.replace(/<[^>]+>/g, '')}`, index);
    const html = pageOf(longer).replace('<main>', '<main><noscript>').replace('</main>', '</noscript></main>');
    expect(extract(html, 'https://lamps.example/t/1').text).toContain('Trim the wick first');
  });

  it('gives the day of a moment that is told by its distance', () => {
    const html = pageOf((name, _time, text, index) => (FORMS[0]?.[1] ?? (() => ''))(name, '3 days ago', text, index));
    const thread = readThread(bodyOf(html));
    expect(thread?.querySelector('h3')?.textContent).toBe('Moor · 2024-05-06 10:00');
  });
});

describe('posts', () => {
  it('are told by lines that state how long ago they were written', () => {
    const write: Writer = (name, _time, text) =>
      `<div class="postItem"><div class="left"><a href="/user/1">${name}</a></div><div class="right"><div>posted 6 years ago</div><div class="postText">${text}</div></div></div>`;
    const twice: Writer = (...post) => write(...post).repeat(2);
    const thread = readThread(bodyOf(pageOf(twice)));
    expect(thread?.querySelectorAll('h3')).toHaveLength(POSTS.length * 2);
    expect(thread?.querySelector('h3')?.textContent).toBe('Moor · 6 years ago');
  });

  it('have the whole name of their author, not the letter that is drawn for a picture', () => {
    const [, write] = FORMS[0] ?? ['', () => ''];
    const drawn: Writer = (name, ...post) =>
      write(name, ...post).replace('<h4', `<a href="/members/x.1" class="username">${name.slice(0, 1)}</a><h4`);
    expect(readThread(bodyOf(pageOf(drawn)))?.querySelector('h3')?.textContent).toBe('Moor · 6 May 2024');
  });

  it('have the name of their author, not the rank and the time around it or what readers only hear', () => {
    const write: Writer = (name, time, text) =>
      `<div class="row"><div class="author-pane"><a href="/user/1"><i class="avatar">${name[0]}</i><b class="sr-only">Offline</b></a><b class="author-name"><a href="/user/1">${name}</a></b> Member</div><div class="main"><time>${time}</time><div class="words">${text}</div></div></div>`;
    expect(readThread(bodyOf(pageOf(write)))?.querySelector('h3')?.textContent).toBe('Moor · 6 May 2024');
  });

  it('may have a name of digits where the page says that it is one', () => {
    const [, write] = FORMS[0] ?? ['', () => ''];
    const thread = readThread(bodyOf(pageOf((name, ...post) => write(`${name}2024`, ...post))));
    expect(thread?.querySelector('h3')?.textContent).toBe('Moor2024 · 6 May 2024');
  });

  it('are no links beside them, though those bear the same name', () => {
    const [, write] = FORMS[1] ?? ['', () => ''];
    const links = '<div class="post"><a href="/topic/oil">Oil, and all that burns like it</a></div>'.repeat(9);
    const thread = readThread(bodyOf(pageOf(write, links)));
    expect(thread?.querySelectorAll('h3')).toHaveLength(POSTS.length);
    expect(thread?.textContent).not.toContain('burns like it');
  });

  it('are replies that are named comments, below the first post', () => {
    const [, write] = FORMS[1] ?? ['', () => ''];
    const named: Writer = (name, time, text, index) =>
      `<div class="${index === 0 ? 'discussion' : 'item comment'}">${write(name, time, text, index)}</div>`;
    expect(readThread(bodyOf(pageOf(named)), 'thread')?.querySelectorAll('h3')).toHaveLength(POSTS.length);
  });

  it('are what is named a comment, not the widgets beside that bear the name of their text', () => {
    const named: Writer = (name, time, text) =>
      `<article class="row comment"><aside><h3 class="author"><a href="/profile/1">${name}</a></h3></aside><div><time datetime="2024-05-06">${time}</time><div class="words">${text} ${text}</div></div></article>`;
    const widget =
      '<li class="widget"><a href="/profile/2" class="author">Nell</a> <time>1 May 2024</time><div class="words">Oil.</div></li>';
    const thread = readThread(bodyOf(pageOf(named, `<div><ul>${widget}${widget}</ul></div>`)), 'thread');
    expect(thread?.textContent).toContain('Colza');
  });

  it('are a question and its answers, without the remarks on them', () => {
    const [, write] = FORMS[4] ?? ['', () => ''];
    const remark =
      '<ul class="comments"><li class="remark"><div class="prose">Ours does too, on some nights.</div><a href="/users/2/y">Nell</a> <span title="2024-05-08 10:00:00Z">8 May 2024</span></li></ul>';
    const withRemark: Writer = (...post) => `<div class="unit">${write(...post)}${remark}</div>`;
    const thread = readThread(bodyOf(pageOf(withRemark)));
    expect(thread?.querySelectorAll('h3')).toHaveLength(POSTS.length);
    expect(thread?.textContent).toContain('Colza');
    expect(thread?.textContent).not.toContain('on some nights');
  });
});

describe('what is no thread', () => {
  it('a page in columns of one name', () => {
    const column = (inside: string): string => `<div class="column">${inside}</div>`;
    const dated = '<a href="/user/2">Nell</a> <time>7 May 2024</time>';
    const columns = [`<ul><li>${dated}</li></ul>`, `${dated}${STORY}`, `<p>What others read. ${dated}</p>`].map(column);
    expect(readThread(bodyOf(`<h1>The lighthouse goes dark</h1>${columns.join('')}`))).toBeUndefined();
  });

  const comments = POSTS.map(
    ([name, time, text]) =>
      `<div class="comment"><b class="comment-author">${name}</b> <time datetime="2024-05-06">${time}</time><div class="comment-content"><p>${text}</p></div></div>`,
  ).join('');

  it('a story with comments below', () => {
    const html = page({ after: `<div class="comments">${comments}</div>` });
    expect(readThread(bodyOf(html))).toBeUndefined();
    expect(extract(html).text).not.toContain('Colza');
  });

  it('a short story with comments below', () => {
    const html = page({ story: STORY.split('\n')[0] ?? '', after: `<div class="comments">${comments}</div>` });
    expect(readThread(bodyOf(html))).toBeUndefined();
  });

  it('a page whose preview states an article, and whose comments bear the name of the story', () => {
    const entry = (inside: string, more = ''): string =>
      `<div class="unit${more}"><b class="author">Nell</b> <time>7 May 2024</time><div class="entry">${inside}</div></div>`;
    const html = `<html><head><title>The lighthouse goes dark</title><meta property="og:type" content="article"></head><body><h1>The lighthouse goes dark</h1>${entry(STORY)}${POSTS.map(([, , text]) => entry(text, ' comment')).join('')}</body></html>`;
    expect(extract(html).root.innerHTML).not.toContain('<h3>Nell');
  });

  it('parts of a page of one name, one of which holds the story', () => {
    const part = (inside: string): string =>
      `<div class="grid"><span class="author">Nell</span> <time>7 May 2024</time>${inside}</div>`;
    const parts = ['<p>By our own</p>', '<h2>Lamps</h2>', STORY, '<p>Nell keeps a lamp.</p>', '<p>More of it.</p>'];
    expect(readThread(bodyOf(`<h1>The lighthouse goes dark</h1>${parts.map(part).join('')}`))).toBeUndefined();
  });

  it('a list of stories', () => {
    const cards = POSTS.map(
      ([name, time, text]) =>
        `<div class="card"><h3><a href="/s">${text.slice(0, 20)}</a></h3><span class="author">${name}</span><time>${time}</time><div class="excerpt">${text}</div></div>`,
    ).join('');
    expect(readThread(bodyOf(`<main>${cards}</main>`))).toBeUndefined();
  });
});

describe('a page that states that it is an article', () => {
  const [, write] = FORMS[0] ?? ['', () => ''];
  const thread = pageOf(write);
  const stating = (json: string): string =>
    thread.replace('</head>', `<script type="application/ld+json">${json}</script></head>`);

  it('is not read as a thread, whatever its comments look like', () => {
    expect(extract(thread).root.innerHTML).toContain('<h3>Moor');
    expect(extract(stating('{"@type": "NewsArticle", "headline": "Oil for the lamp"}')).root.innerHTML).not.toContain(
      '<h3>Moor',
    );
  });

  it('is read as one where it states that too', () => {
    const both = '[{"@type": "Article"}, {"@type": "DiscussionForumPosting"}]';
    expect(extract(stating(both)).root.innerHTML).toContain('<h3>Moor');
  });

  it('is read as one where only its preview states an article, and no story is before the posts', () => {
    const shared = (html: string): string =>
      html.replace('</head>', '<meta property="og:type" content="article"></head>');
    expect(extract(shared(thread)).root.innerHTML).toContain('<h3>Moor');
    const story = pageOf(
      write,
      `<p>${'The keeper of the lamp has oil enough for the winter, and says so. '.repeat(2)}</p>`,
    );
    expect(extract(shared(story)).root.innerHTML).not.toContain('<h3>Moor');
  });

  it('is found where the page states one and calls its posts comments', () => {
    const write: Writer = (name, time, text) =>
      `<div class="comment-row"><b class="username">${name}</b> <time>${time}</time><div class="words"><p>${text}</p></div></div>`;
    const notice =
      '<p>Members are reminded to trim their wicks before they ask about smoke, as others did before them.</p>';
    const body = bodyOf(pageOf(write, notice));
    expect(readThread(body)).toBeUndefined();
    expect(readThread(body, 'thread')?.querySelectorAll('h3')).toHaveLength(POSTS.length);
  });

  it('has each post once where its cells bear one name', () => {
    const write: Writer = (name, time, text) =>
      `<div class="row"><div class="cell user"><a class="username" href="/u/${name}">${name}</a><p>Keeper since the spring, with forty lamps</p></div><div class="cell main"><time>${time}</time><div class="words"><p>${text}</p></div></div></div>`;
    const thread = readThread(bodyOf(pageOf(write)), 'thread');
    expect(thread?.querySelectorAll('h3')).toHaveLength(POSTS.length);
    expect(thread?.textContent).not.toContain('Keeper since');
  });
});

describe('a preview that the forum drew of another page', () => {
  const preview = (inside: string): string =>
    `<p>Look here:</p><aside class="box"><header>lamps.example</header><article>${inside}</article></aside><p>Well?</p>`;
  const threadWith = (inside: string): string => {
    const html = pageOf((name, time, text) => FORMS[0]?.[1](name, time, `<p>${text}</p>${preview(inside)}`, 0) ?? '');
    return readThread(bodyOf(html))?.innerHTML ?? '';
  };

  it('is its titled link', () => {
    const thread = threadWith(
      '<h3><a href="https://lamps.example/oil">Oils</a></h3><p>All the oils that there are.</p>',
    );
    expect(thread).toContain('<p>Look here:</p><p><a href="https://lamps.example/oil">Oils</a></p><p>Well?</p>');
    expect(thread).not.toContain('All the oils');
  });

  it('is no quotation of a post, and no box without a title', () => {
    expect(threadWith('<h3><a href="/1">Moor</a></h3><blockquote>It smokes.</blockquote>')).toContain('It smokes.');
    expect(threadWith('<p>All the oils.</p>')).toContain('All the oils.');
  });
});

describe('a text that is there twice', () => {
  const [, write] = FORMS[0] ?? ['', () => ''];
  const markdownOf = (inside: (text: string, index: number) => string): string => {
    const html = pageOf((name, time, text, index) => write(name, time, inside(text, index), index));
    const thread = readThread(bodyOf(html));
    return thread ? toMarkdown(thread) : '';
  };

  it('is the whole of a post below its opening', () => {
    const folded = (text: string): string => `<div><p>${text.slice(0, 60)}</p></div><div><p>${text}</p></div>`;
    const markdown = markdownOf((text, index) => (index === 0 ? folded(text) : text));
    expect(markdown).toBe(markdownOf((text) => text));
  });

  it('is a folded quotation of a post above, of which the name stays', () => {
    const quoted = (text: string): string =>
      `<blockquote class="quote--expandable"><div><a href="#p1">Moor said:</a></div><div>${text}</div><div class="quote-expandLink"><a>Click to expand</a></div></blockquote>`;
    const markdown = markdownOf((text, index) => (index === 1 ? quoted(POSTS[0]?.[2] ?? '') + text : text));
    expect(markdown).toContain('Moor said:');
    expect(markdown.split('the keeper coughs')).toHaveLength(2);
    const elsewhere = markdownOf((text, index) =>
      index === 1 ? quoted('Oil is what the whale was for.') + text : text,
    );
    expect(elsewhere).toContain('Oil is what the whale was for.');
    expect(elsewhere).not.toContain('Click to expand');
  });
});
