/** Logseq's page properties, above the story: `key:: value`, one a line. */
const PROPERTY = /^([\p{L}_][\p{L}\p{N}_-]{0,59}):: ?(.*)$/u;
const PROPERTIES_LIMIT = 100;

/** A link to a story that fills its line, in a heading (`## [title](address)`) or alone. */
const LINK_LINE = /^(#{1,6}[ \t]+)?\[(.{1,2000})\]\(<?(https?:\/\/[^\s<>()]{1,2000})>?\)$/;
const UNDERLINE = /^(?:-{2,}|={2,})$/;

/** Comments and blank lines that a heading may have before it. */
const BEFORE_HEADING = /^(?:\s|<!--[^\n]{0,200}?-->)*/;

/** The properties that a text begins with, each as written, and all after them. Nothing where it begins with none. */
export function readProperties(text: string): { properties: Map<string, string>; body: string } | undefined {
  const properties = new Map<string, string>();
  let rest = text;
  while (properties.size < PROPERTIES_LIMIT) {
    const end = rest.indexOf('\n');
    const [, key, value = ''] = PROPERTY.exec((end < 0 ? rest : rest.slice(0, end)).trimEnd()) ?? [];
    if (key === undefined) break;
    properties.set(key, value.trim());
    rest = end < 0 ? '' : rest.slice(end + 1);
  }
  return properties.size === 0 ? undefined : { properties, body: rest };
}

/**
 * The story that a post's opening heading links to, for presets that have no keys for it.
 *
 * @param body the text after any front matter.
 */
export function readOpening(body: string): { title: string; url: string } | undefined {
  const start = BEFORE_HEADING.exec(body)?.[0].length ?? 0;
  const [first = '', second = ''] = body.slice(start, start + 10_000).split('\n', 2);
  const [, marks, title, url] = LINK_LINE.exec(first.trimEnd()) ?? [];
  if (title === undefined || url === undefined) return undefined;
  const isHeading = marks !== undefined || UNDERLINE.test(second.trimEnd());
  return isHeading ? { title: plainTitle(title), url } : undefined;
}

/** A title without the escapes of Markdown. */
function plainTitle(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
