/**
 * Whether two addresses are of one document: the same but for the fragment, which a page changes while one reads. An unknown
 * one (no grant) counts as the same.
 */
export function sameDocument(one: string, other: string): boolean {
  return one === '' || other === '' || withoutFragment(one) === withoutFragment(other);
}

function withoutFragment(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}
