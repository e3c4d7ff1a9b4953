import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { FrontMatterFields } from '../../library/posts/read-post.ts';
import type { PostText } from './post-text.ts';
import type { Edit, Problem } from './problem.ts';

const EFFECT = 'Jekyll publishes it under the day of the build';

/** Says whether the front matter of a post can be read, and mends values that were put there without being quoted. */
export function frontMatterProblem({ text, yaml }: PostText, { problem }: FrontMatterFields): Problem | undefined {
  if (!yaml) {
    const message = /^\ufeff?---/.test(text) ? 'The front matter has no end' : 'The post has no front matter';
    return { kind: 'front-matter', message: `${message}.` };
  }
  if (problem === undefined) return undefined;
  const reason = problem.split('\n', 1)[0];
  if (/^duplicated mapping key/.test(problem)) {
    const message = 'The front matter has a key twice: Jekyll takes the last one, Hexo and Eleventy refuse the post';
    return { kind: 'front-matter', message: `${message} (${reason}).` };
  }
  const message = `The front matter cannot be read, and ${EFFECT}: ${reason}.`;
  const edits = editsOf(text.slice(yaml.start, yaml.end), yaml.start);
  return { kind: 'front-matter', message, ...(edits ? { edits } : {}) };
}

/** The lines of a mapping between two `---`, where a body begins with them. */
const SECOND = /^\s*---[ \t]*\r?\n((?:[A-Za-z_][\w-]*:.*\r?\n|[ \t-].*\r?\n)+?)---[ \t]*\r?$/m;

/** Says that a post begins with one more front matter, which programs show as text. */
export function secondFrontMatter({ text, yaml, body }: PostText): Problem | undefined {
  const found = yaml ? SECOND.exec(text.slice(body)) : null;
  if (found?.index !== 0 || !/^(?:title|date|layout):/m.test(found[1] ?? '')) return undefined;
  return { kind: 'front-matter', message: 'The post has a second front matter, which is shown as text.' };
}

/** A key with a value on its own line: all that robots write. */
const LINE = /^([A-Za-z_][\w-]*):[ \t]+(\S.*?)[ \t]*(\r?)$/;

/** Quotes the values of the lines that cannot be read by themselves; nothing where that does not make all readable. */
function editsOf(yaml: string, offset: number): Edit[] | undefined {
  const edits: Edit[] = [];
  let at = 0;
  let mended = '';
  for (const line of yaml.split('\n')) {
    const [, key, value = '', end = ''] = LINE.exec(line) ?? [];
    const isBroken = key !== undefined && !isReadable(line) && (isText(key) || !/^[[{]/.test(value));
    const text = isBroken ? `${key}: ${quoted(value)}${end}` : line;
    if (isBroken) edits.push({ start: offset + at, end: offset + at + line.length, text });
    mended += `${text}\n`;
    at += line.length + 1;
  }
  return edits.length > 0 && isReadable(mended) ? edits : undefined;
}

/** Keys whose values are texts, whatever they begin with; of another, `[` may be a list that was cut. */
function isText(key: string): boolean {
  return ['title', 'author', 'description'].includes(key);
}

function isReadable(yaml: string): boolean {
  try {
    load(yaml, { schema: FAILSAFE_SCHEMA });
    return true;
  } catch {
    return false; // Told to the user as the fault of the file.
  }
}

/** What was meant, as a double-quoted scalar: outer quotes were the robot's, inner ones are the headline's. */
function quoted(value: string): string {
  const inner = /^"(.*)"$/.exec(value)?.[1] ?? /^'(.*)'$/.exec(value)?.[1] ?? value;
  return JSON.stringify(inner.replace(/\\"/g, '"'));
}
