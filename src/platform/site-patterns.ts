/**
 * The match patterns that let pages of these addresses be read although their sites redirect from http to https, or
 * from `www.` to the bare name, or back. No more than that.
 */
export function sitePatterns(urls: readonly string[]): string[] {
  const names = new Set(urls.map((url) => new URL(url).hostname));
  const all = [...names].flatMap((name) => {
    const hasTwin = /^[^:[]*[a-z][^:]*\.[a-z][a-z0-9-]*$/i.test(name);
    const twin = name.startsWith('www.') ? name.slice('www.'.length) : `www.${name}`;
    return hasTwin ? [name, twin] : [name];
  });
  return [...new Set(all)].flatMap((name) => [`http://${name}/*`, `https://${name}/*`]);
}
