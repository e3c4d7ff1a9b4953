import { isRoute } from '../../core/text/same-document.ts';
import { isTrackingParameter } from '../../core/text/tracking-parameters.ts';

/** Parameters that ask for another form of the same page. */
const FORM_PARAMETERS: ReadonlySet<string> = new Set(['amp', 'outputtype', 'amp_gsa']);

/** First labels of a host that name a form of the page, not another page. */
const VARIANT_LABELS: ReadonlySet<string> = new Set(['www', 'm', 'mobile', 'wap', 'amp', 'touch', '3g', 'mip']);

/** Last path segments that name the AMP form of the page before them. */
const AMP_SEGMENTS: ReadonlySet<string> = new Set(['amp', 'amp.html', 'amp.htm']);

/** File names that a server uses for the folder itself. */
const INDEX_FILES: ReadonlySet<string> = new Set(['index.html', 'index.htm', 'index.php', 'index.shtml']);

/**
 * The identity of a story: equal for all addresses under which one story is read. Scheme, `www.`/`m.`/`amp.` hosts,
 * AMP caches and paths, tracking parameters, parameter order, credentials, ports that go without saying, fragments
 * (but not `#!/` and `#/` routes, which name a page) and end slashes are folded. For comparing only: it is not an
 * address to go to.
 *
 * An address that cannot be read is its own identity.
 */
export function urlKeyOf(address: string): string {
  const trimmed = address.trim();
  if (!URL.canParse(trimmed)) return trimmed;
  const url = outOfAmpCache(new URL(trimmed));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return trimmed;
  return `${hostKey(url)}${pathKey(url.pathname)}${queryKey(url.searchParams)}${routeKey(url.hash)}`;
}

/**
 * The publisher's address inside an AMP cache's: `…cdn.ampproject.org/c/s/host/path`, `google.com/amp/s/host/path`,
 * `bing-amp.com/c/s/host/path` (AMP cache URL format).
 */
export function outOfAmpCache(url: URL): URL {
  const segments = url.pathname.split('/').slice(1);
  const isCache = url.hostname.endsWith('.cdn.ampproject.org') || url.hostname.endsWith('.bing-amp.com');
  const isViewer = /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) && segments[0] === 'amp';
  if (!isCache && !isViewer) return url;
  const [, ...rest] = segments;
  const secure = rest[0] === 's';
  const inner = `${secure ? 'https' : 'http'}://${(secure ? rest.slice(1) : rest).join('/')}${url.search}`;
  return URL.canParse(inner) ? new URL(inner) : url;
}

/** The host without labels of form, as long as a name with a dot is left. */
function hostKey(url: URL): string {
  let labels = url.hostname.replace(/\.$/, '').split('.');
  while (labels.length > 2 && VARIANT_LABELS.has(labels[0] ?? '')) labels = labels.slice(1);
  return url.port === '' ? labels.join('.') : `${labels.join('.')}:${url.port}`;
}

function pathKey(pathname: string): string {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  if (INDEX_FILES.has(segments.at(-1)?.toLowerCase() ?? '')) segments.pop();
  if (segments.length > 1 && AMP_SEGMENTS.has(segments.at(-1)?.toLowerCase() ?? '')) segments.pop();
  if (segments.length > 1 && segments[0] === 'amp') segments.shift();
  const last = segments.pop();
  if (last !== undefined) segments.push(last.replace(/[._-]amp(?=\.html?$|$)/i, ''));
  return `/${segments.map(decodeSegment).join('/')}`;
}

/** `%E4%B8%AD` and `中` are one path; a broken escape stays as it is. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC').replaceAll('/', '%2F');
  } catch {
    return segment;
  }
}

function queryKey(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(
    ([name]) => !isTrackingParameter(name) && !FORM_PARAMETERS.has(name.toLowerCase()),
  );
  if (kept.length === 0) return '';
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return `?${new URLSearchParams(kept)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function routeKey(hash: string): string {
  return isRoute(hash) ? hash : '';
}
