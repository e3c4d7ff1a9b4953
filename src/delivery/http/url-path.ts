/** A path in a URL: each segment encoded whole (RFC 3986, 2.3), so that `+`, `#`, `?` and `%` in a name stay its own. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** `encodeURIComponent` leaves these five; signatures and some servers want them encoded. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A path as a URL has it, in plain text. A malformed escape stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
