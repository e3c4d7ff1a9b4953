/**
 * The path in an `href`, decoded, with no slash at its end. Servers write paths and whole URLs, hexadecimal digits in
 * either case, and some leave `#`, `?` and `%` as they are in the name: the origin is cut off first and nothing else is
 * parsed.
 */
export function decodeHref(href: string): string {
  const path = href.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const decoded = path.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  return decoded.length > 1 ? decoded.replace(/\/+$/, '') : decoded;
}

/** A run of escapes that is not UTF-8 belongs to the name. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
