/**
 * Whether two addresses are of one document: the same but for the fragment, which a page changes while one reads. An unknown
 * one (no grant) counts as the same.
 */
export function sameDocument(one: string, other: string): boolean {
  return one === '' || other === '' || documentAddress(one) === documentAddress(other);
}

/** An address without its fragment; with it where that is a route, by which a site names a page of its own. */
export function documentAddress(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 || isRoute(address.slice(hash)) ? address : address.slice(0, hash);
}

/** Whether a fragment is a route: `#/story/1`, `#!/story/1`. */
export function isRoute(hash: string): boolean {
  return hash.startsWith('#/') || hash.startsWith('#!/');
}
