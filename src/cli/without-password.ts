/**
 * An address as it may be printed: without a user and password. Whatever looks like them goes, also where the address
 * cannot be read or lacks its scheme.
 */
export function withoutPassword(address: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/+/i.exec(address)?.[0] ?? '';
  const rest = address.slice(scheme.length);
  if (scheme === '' && !/^[^/?#@\s]+:[^/?#@\s]*@/.test(rest)) return address;
  const isReadable = URL.canParse(address);
  const credentials = isReadable ? /^[^/?#]*@/ : /^.*@/;
  return scheme + rest.replace(credentials, '');
}
