/** Attributes that hold one address each. */
const SINGLE: readonly (readonly [tag: string, attribute: string])[] = [
  ['a', 'href'],
  ['img', 'src'],
  ['video', 'src'],
  ['video', 'poster'],
  ['audio', 'src'],
  ['source', 'src'],
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
];

/** The address that relative addresses of the page start from: `<base href>` against the page's own address. */
export function baseOf(root: Element, url: string): string {
  const declared = root.querySelector('base[href]')?.getAttribute('href');
  return resolveAddress(declared ?? '', url) ?? url;
}

/** The absolute form of an address, without name and password, or undefined where it cannot be read. */
export function resolveAddress(address: string, base: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  url.username = '';
  url.password = '';
  return url.href;
}

/** An absolute address as a browser would write it, without a name or password: nothing to do. */
const FINISHED = /^https?:\/\/[a-z0-9.-]+\/[\w./?=&%-]*$/;

/**
 * Makes every link and media address absolute against the page's base: a clone's own base is not the page's. Links
 * within the page (`#note-1`) stay as they are.
 */
export function resolveAddresses(root: Element, base: string): void {
  const known = new Map<string, string | undefined>();
  for (const [tag, attribute] of SINGLE) {
    for (const element of Array.from(root.querySelectorAll(tag))) {
      const address = element.getAttribute(attribute)?.trim();
      if (!address || address.startsWith('#') || FINISHED.test(address)) continue;
      let absolute = known.get(address);
      if (absolute === undefined && !known.has(address)) {
        absolute = resolveAddress(address, base);
        known.set(address, absolute);
      }
      if (absolute !== undefined) element.setAttribute(attribute, absolute);
    }
  }
}
