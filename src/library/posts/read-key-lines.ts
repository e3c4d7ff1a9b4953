/** `Key: value`, as Pelican and TiddlyWiki write their keys. */
const LINE = /^([A-Za-z][\w.-]{0,59}):(?!:)[ \t]*(.*)$/;
const LINES_LIMIT = 100;

/** Keys in lower case and their values, lists divided, and all after them. */
export interface KeyLines {
  readonly keys: ReadonlyMap<string, unknown>;
  readonly body: string;
}

/**
 * Reads the `Key: value` lines that a text begins with, up to a blank line (Pelican). Absent where the first lines are
 * something else: a title has to be among the keys, for prose may begin with a word and a colon.
 */
export function readMetadataLines(text: string): KeyLines | undefined {
  const keys = new Map<string, unknown>();
  let rest = text;
  while (keys.size < LINES_LIMIT) {
    const end = rest.indexOf('\n');
    const line = (end < 0 ? rest : rest.slice(0, end)).trimEnd();
    const [, key, value = ''] = LINE.exec(line) ?? [];
    if (key === undefined) {
      if (line !== '') return undefined;
      break;
    }
    keys.set(key.toLowerCase(), itemsOf(key.toLowerCase(), value));
    rest = end < 0 ? '' : rest.slice(end + 1);
    if (rest === '') break;
  }
  return keys.has('title') ? { keys, body: rest } : undefined;
}

/** Reads the fields of the file beside a post (TiddlyWiki): one a line. */
export function readWikiFields(text: string): ReadonlyMap<string, unknown> {
  const keys = new Map<string, unknown>();
  for (const line of text.split('\n').slice(0, LINES_LIMIT)) {
    const [, key, value = ''] = LINE.exec(line.trimEnd()) ?? [];
    if (key === 'tags')
      keys.set(
        key,
        [...value.matchAll(/\[\[(.*?)\]\]|(\S+)/g)].map(([, long, word]) => long ?? word),
      );
    else if (key === 'created') keys.set(key, isoOf(value));
    else if (key !== undefined) keys.set(key, value);
  }
  return keys;
}

const LISTS: ReadonlySet<string> = new Set(['authors', 'tags']);

function itemsOf(key: string, value: string): unknown {
  if (!LISTS.has(key)) return value;
  return value.split(value.includes(';') ? ';' : ',').map((item) => item.trim());
}

/** TiddlyWiki's `20210716050100000`, in UTC. */
function isoOf(stamp: string): string {
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{0,3}$/, '$1-$2-$3T$4:$5:$6Z');
}
