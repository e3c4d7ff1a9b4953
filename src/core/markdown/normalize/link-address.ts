/** What a post may link to: nothing that runs in a page or starts a program on the reader's computer. */
const LINK_SCHEMES = /^(?:https?:\/\/|mailto:|tel:)/i;

/** The address of a link that a post may hold, or undefined: then only its text stays. */
export function linkAddress(href: string): string | undefined {
  const address = href.trim();
  return LINK_SCHEMES.test(address) ? address : undefined;
}
