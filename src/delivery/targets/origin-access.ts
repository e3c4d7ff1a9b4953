import type { TargetAccess } from '../../library/model/target-record.ts';

/** Host permission for the server of an address and for no other. Match patterns of Firefox have no ports. */
export function originAccess(url: string): TargetAccess {
  const { protocol, hostname } = new URL(url);
  return { by: 'origins', origins: [`${protocol}//${hostname}/*`] };
}

/** Whether a sign-in to this address can be read on the way. A server on this device needs no encryption. */
export function isUnencrypted(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
