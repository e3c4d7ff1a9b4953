import type { OutFile } from '../../target.ts';

/** A message that users of git expect; `{title}` and `{path}` are the post's, `{count}` the number of posts. */
export const DEFAULT_MESSAGE = 'Clip: {title}';
const MANY_MESSAGE = 'Clip {count} posts';

/** Hosts cut longer first lines off. */
const SUBJECT_LIMIT = 120;
/** Front matter that is looked through for the title, in characters. */
const HEAD_LIMIT = 8_192;

/**
 * The commit message for some posts.
 *
 * @param posts the first file of each.
 * @param template for a commit of one post.
 */
export function commitMessage(posts: readonly OutFile[], template = DEFAULT_MESSAGE): string {
  const [only] = posts;
  if (only && posts.length === 1) return filled(template, { title: titleOf(only), path: only.path, count: '1' });
  const list = posts.map((post) => `- ${inertText(titleOf(post))}`);
  return `${filled(MANY_MESSAGE, { count: String(posts.length) })}\n\n${list.join('\n')}`;
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  const text = template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? inertText(values[name] ?? '') : whole,
  );
  return text.trim() === '' ? 'Clip' : text;
}

/** The post's title by its front matter, else its file's name. */
function titleOf({ path, content }: OutFile): string {
  const head = typeof content === 'string' ? content.slice(0, HEAD_LIMIT) : '';
  const value = /^title:[ \t]*(\S.*)$/m.exec(head)?.[1]?.trim() ?? '';
  const name = path.split('/').at(-1) ?? path;
  return unquoted(value) || name.replace(/\.\w+$/, '');
}

function unquoted(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1);
  }
}

/**
 * A text of a page that a host does nothing about: one line, and a word joiner in everything that hosts act on in
 * commit messages: `@name` notifies people, `#1` and addresses close issues, `[skip ci]` stops the site's build, `/tag`
 * makes a tag on GitLab.
 */
function inertText(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = Array.from(line).slice(0, SUBJECT_LIMIT).join('');
  return cut
    .replace(/([@#[!])(?=[\p{L}\p{N}*])/gu, '$1\u2060')
    .replace(/:\/\//g, ':\u2060//')
    .replace(/^\//, '\u2060/')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found}\u2060`);
}
