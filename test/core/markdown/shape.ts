/** What a reader sees of a story: the same for HTML and for the Markdown made of it, rendered. */
export interface Shape {
  /** All text in order, white space collapsed, blocks parted by a blank. */
  readonly text: string;
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly headings: readonly string[];
  /** Items with the depth of their list and, where ordered, the number shown. */
  readonly items: readonly string[];
  readonly cells: readonly string[];
  /** All code in order, white space out: pieces in a row may be one piece. */
  readonly code: string;
  /** What is quoted. */
  readonly quotes: readonly string[];
  /** Letters and figures that are bold; punctuation may step out of a mark. */
  readonly bold: string;
}

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table tr td th div br hr dl dt dd section'.split(' '),
);

/** Reads the shape of rendered HTML. */
export function shapeOf(root: Element): Shape {
  const all = (selector: string): Element[] => [...root.querySelectorAll(selector)];
  return {
    text: textOf(root),
    links: joinRuns(all('a[href]').flatMap((link) => linkOf(link))),
    images: all('img').map((image) => decode(image.getAttribute('src') ?? '')),
    headings: all('h1, h2, h3, h4, h5, h6').flatMap((heading) =>
      textOf(heading) === '' ? [] : [`${heading.localName} ${textOf(heading)}`],
    ),
    // An empty item of a list without numbers goes.
    items: all('li')
      .filter((item) => ownText(item) !== '')
      .map((item) => `${depthOf(item)} ${numberOf(item)} ${ownText(item)}`),
    cells: all('td, th').map((cell) => textOf(cell)),
    code: all('code')
      .map((code) => codeOf(code))
      .join('')
      .replace(/\s+/g, ''),
    quotes: all('blockquote')
      .map(textOf)
      .filter((text) => text !== ''),
    bold: boldOf(root),
  };
}

/** Text with a blank for every edge of a block. An invisible separator between delimiters shows nothing. */
export function textOf(root: Node): string {
  return rawText(root)
    .replace(/\u200B/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function rawText(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const inner = [...node.childNodes].map(rawText).join('');
  return BLOCKS.has(node.nodeName.toLowerCase()) ? ` ${inner} ` : inner;
}

/** A link that only repeats its own address may come and go: GFM makes them by itself. One that shows nothing goes. */
function linkOf(link: Element): [string, string][] {
  const isEmpty = textOf(link) === '' && link.querySelector('img') === null;
  if (isEmpty || link.parentElement?.closest('a')) return [];
  const href = link.getAttribute('href') ?? '';
  const text = textOf(link);
  const isBare = [text, `mailto:${text}`, `http://${text}`].some((address) => decode(address) === decode(href));
  return isBare ? [] : [[text, decode(href)]];
}

/** Links in a row to one place may be one link. */
function joinRuns(links: readonly [string, string][]): string[] {
  const runs: [string, string][] = [];
  for (const [text, href] of links) {
    const last = runs.at(-1);
    if (last?.[1] === href) last[0] = `${last[0]}${text}`.replace(/\s/g, '');
    else runs.push([text.replace(/\s/g, ''), href]);
  }
  return runs.map(([text, href]) => `${text} → ${href}`);
}

/** Each run of percent signs that says characters, as those. */
function decode(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function depthOf(item: Element): number {
  let depth = 0;
  for (let parent = item.parentElement; parent; parent = parent.parentElement)
    if (/^[uo]l$/.test(parent.localName)) depth += 1;
  return depth;
}

function numberOf(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return '-';
  return String(Number(list.getAttribute('start') ?? 1) + [...list.children].indexOf(item));
}

function ownText(item: Element): string {
  const copy = item.cloneNode(true) as Element;
  for (const list of copy.querySelectorAll('ul, ol')) list.remove();
  return textOf(copy);
}

/** Code in a block keeps its lines; the renderer ends it with one more line end. */
function codeOf(code: Element): string {
  const text = code.textContent ?? '';
  return code.closest('pre') ? text.replace(/\n$/, '') : text.replace(/\s+/g, ' ').trim();
}

function boldOf(root: Element): string {
  const texts = [...root.querySelectorAll('strong, b')].filter(
    (strong) => !strong.parentElement?.closest('strong, b, h1, h2, h3, h4, h5, h6'),
  );
  return texts.map((strong) => (strong.textContent ?? '').replace(/[^\p{L}\p{N}]/gu, '')).join('');
}
