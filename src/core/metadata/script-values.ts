import { attributeOf } from './sources/elements.ts';

/**
 * Variables and keys in which pages keep the moment of publication for their own scripts. WeChat: `ct`; Chinese portals:
 * `publish_time`, `pubtime`; English ones: `datePublished`, `publishedAt`.
 */
const NAMES = [
  'datePublished',
  'publishedAt',
  'published_at',
  'publishDate',
  'publish_date',
  'publication_date',
  'publicationDate',
  'firstPublishDate',
  'first_published_at',
  'publish_time',
  'publishTime',
  'pubTime',
  'pubtime',
  'pub_time',
  'pubDate',
  'pubdate',
  'createTime',
  'ct',
];
const MAX_LENGTH = 2_000_000;

/** What the page's scripts assign to those names. Runs no script; searches each one for each name in linear time. */
export function valuesInScripts(root: Element): string[] {
  const values: string[] = [];
  for (const script of root.querySelectorAll('script')) {
    if (attributeOf(script, 'src')) continue;
    const text = script.textContent ?? '';
    if (text.length > MAX_LENGTH) continue;
    for (const name of NAMES) {
      const value = valueAfter(text, name);
      if (value !== undefined) values.push(value);
    }
  }
  return values;
}

/** The string or number assigned to a name: `var ct = "1581517074"`, `"publish_time": 1581517074`. */
function valueAfter(text: string, name: string): string | undefined {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (isNameCharacter(text.charAt(at - 1))) continue;
    const rest = text.slice(at + name.length, at + name.length + 60);
    const match = /^["']?\s{0,4}[:=]\s{0,4}(?:["']([^"'\\\n]{4,40})["']|(\d{10,14})\b)/.exec(rest);
    const value = match?.[1] ?? match?.[2];
    if (value !== undefined) return value;
  }
  return undefined;
}

function isNameCharacter(character: string): boolean {
  return /[\w$.]/.test(character);
}
